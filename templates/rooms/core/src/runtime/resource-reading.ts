import {
  ResourceNotFoundError,
  type CacheHint,
  type ReadResourceResult,
} from '@modelcontextprotocol/server';
import type { Call } from './call.js';
import type { CustomContext, CustomResource } from './custom.js';
import type { Perform } from './perform.js';
import { responseHint } from './protocol/cache-hints.js';
import { readContent } from './reply/content.js';
import { emptyStatement } from './reply/empty.js';
import { failureText } from './reply/failure.js';
import { asksForHtml, tooLarge } from './reply/result.js';
import { isSuccess } from './reply/status-line.js';
import { resourceArguments } from './resource-arguments.js';
import type { Runtime } from './runtime.js';
import { ToolError } from './tool-error.js';
import type { Tool } from './tool.js';
import type { UriVariables } from './uri-template.js';

export interface ReadResource {
  readonly contents: readonly Contents[];
  /** For how long, and for whom, the contents may be kept. */
  readonly hint?: CacheHint;
}

type Contents = ReadResourceResult['contents'][number];

/** What is read, as its template matches it, and for whom. */
export interface Reading {
  readonly uri: string;
  readonly variables: UriVariables;
  readonly call: Call;
}

/** A resource is read by its tool, with the URI's variables as arguments. */
export async function readApi(
  tool: Tool,
  reading: Reading,
  runtime: Runtime,
  perform: Perform,
): Promise<ReadResource> {
  const args = resourceArguments(tool.inputSchema, reading.variables);
  const response = await perform(tool, args, reading.call);
  if (response.status === 404 || response.status === 410)
    throw new ResourceNotFoundError(reading.uri);
  const { config, definition } = runtime;
  const redact = runtime.redactFor(reading.call);
  const { uri } = reading;
  if (!isSuccess(response)) {
    const context = {
      redact,
      maxChars: config.maxResultChars,
      schemes: definition.securitySchemes,
      hasCallerTokens: reading.call.caller.upstream !== undefined,
    };
    throw new ToolError(await failureText(tool, response, context));
  }
  const hint = responseHint(response, reading.call.caller);
  if (response.body.byteLength === 0) {
    const text = emptyStatement(tool, response, redact);
    return { contents: [{ uri, mimeType: 'text/plain', text }], hint };
  }
  const content = await readContent(response, { redact, keepHtml: asksForHtml(tool) });
  const { mimeType } = content;
  // Nothing in the contents of a resource says that they are only a part of it.
  if (response.truncated) throw new ToolError(tooLarge(tool, response, mimeType));
  const contents: Contents =
    content.kind === 'bytes'
      ? { uri, mimeType, blob: content.base64 }
      : { uri, mimeType, text: content.text };
  return { contents: [contents], hint };
}

/** What custom code gives for a resource. */
export async function readCustom(
  resource: CustomResource,
  reading: Reading,
  runtime: Runtime,
  context: CustomContext,
): Promise<ReadResource> {
  const variables = Object.fromEntries(
    Object.entries(reading.variables).map(([name, items]) => [name, items.join(',')]),
  );
  const content = await resource.read(variables, context);
  const described = {
    uri: reading.uri,
    ...(resource.mimeType !== undefined && { mimeType: resource.mimeType }),
  };
  const contents: Contents =
    typeof content === 'string'
      ? { ...described, text: runtime.redactFor(reading.call)(content) }
      : { ...described, blob: Buffer.from(content).toString('base64') };
  return { contents: [contents] };
}
