import { defaultResultChars } from '../../options.js';
import type { Component, Pins, Tool, ToolPin } from '../model.js';
import type { HostName } from './host.js';
import { createSchemaRewriter } from './rewrite-schema.js';
import { strictest, type Limits } from './strictest.js';

/** What is made otherwise for certain hosts, as far as nothing is lost by it. Without hosts nothing is. */
export interface Fit {
  readonly limits: Limits;
  /** The tool with an input schema of forms that the hosts know; it accepts what it accepted. */
  readonly tool: (tool: Tool) => Tool;
  readonly component: (component: Component) => Component;
  /** Default of MCP_MAX_RESULT_CHARS, where that of all projects is above what a host takes. */
  readonly maxResultChars: number | undefined;
}

/** Fits the tools of the server called `server` to hosts. */
export function fitTo(hosts: readonly HostName[], server: string): Fit {
  const limits = strictest(hosts, server);
  const { resultCharacters = Infinity } = limits;
  const maxResultChars = resultCharacters < defaultResultChars ? resultCharacters : undefined;
  if (limits.forms.size === 0) {
    return { limits, tool: (tool) => tool, component: (component) => component, maxResultChars };
  }
  const rewriter = createSchemaRewriter(limits.forms);
  return {
    limits,
    tool: (tool) => ({ ...tool, inputSchema: rewriter.inputSchema(tool.inputSchema) }),
    component: ({ name, schema }) => ({ name, schema: rewriter.part(schema) }),
    maxResultChars,
  };
}

/** The pins without the names that are beyond `limits`. */
export function withoutUnfit(pins: Pins | undefined, limits: Limits): Pins | undefined {
  if (pins === undefined) return undefined;
  const tools = Object.entries(pins.tools).map(([key, pin]) => [key, fitPin(pin, limits)] as const);
  return { ...pins, tools: Object.fromEntries(tools) };
}

function fitPin(pin: ToolPin, { longestToolName, isArgumentName }: Limits): ToolPin {
  const { name, arguments: pinned = {} } = pin;
  return {
    ...pin,
    // No tool is called that.
    name: name.length > longestToolName ? '' : name,
    arguments: Object.fromEntries(
      Object.entries(pinned).filter(([, argument]) => isArgumentName(argument)),
    ),
  };
}
