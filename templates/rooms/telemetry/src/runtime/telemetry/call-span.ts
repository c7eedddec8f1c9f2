import { createHash } from 'node:crypto';
import type { Attributes } from '@opentelemetry/api';
import { PROTOCOL_VERSION_META_KEY } from '@modelcontextprotocol/server';
import type { Subject } from '../activity.js';
import type { Call } from '../call.js';
import type { Runtime } from '../runtime.js';
import { surfaceNames } from '../surface/surface-names.js';

/** How a span for a call begins. */
interface CallSpan {
  readonly name: string;
  readonly attributes: Attributes;
}

/**
 * Describes calls by OpenTelemetry's semantic conventions for MCP. A tool that does not exist has no name here, a
 * resource has that of its template, and a session, whose id lets in, a digest of it.
 */
export function createCallSpan({
  definition,
  custom,
  config,
}: Pick<Runtime, 'definition' | 'custom' | 'config'>): (subject: Subject, call: Call) => CallSpan {
  const generated = new Set([...definition.groups.flatMap(({ tools }) => tools), ...surfaceNames]);
  // Custom code may change its tools at any time.
  const isTool = (name: string): boolean =>
    generated.has(name) || (custom.tools ?? []).some((tool) => tool.name === name);
  const transport = config.transport === 'stdio' ? 'pipe' : 'tcp';

  return (subject, call) => {
    const { mcpReq, sessionId, http } = call.mcp;
    const { method, id } = mcpReq;
    const tool = subject.kind === 'tool' && isTool(subject.name) ? subject.name : undefined;
    return {
      name: tool === undefined ? method : `${method} ${tool}`,
      attributes: {
        'mcp.method.name': method,
        'jsonrpc.request.id': plain(String(id)),
        'mcp.protocol.version': plain(versionOf(call)),
        'mcp.session.id': sessionId && digest(sessionId),
        'network.transport': transport,
        'network.protocol.name': http && 'http',
        ...(subject.kind === 'tool'
          ? { 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': tool }
          : { 'mcp.resource.uri': subject.name }),
      },
    };
  };
}

function versionOf({ mcp, header }: Call): unknown {
  // The SDK's type leaves the key out.
  const envelope = (mcp.mcpReq.envelope ?? {}) as Readonly<Record<string, unknown>>;
  return envelope[PROTOCOL_VERSION_META_KEY] ?? header('mcp-protocol-version');
}

/** What a client may say as it likes is kept if it is short and harmless. */
function plain(text: unknown): string | undefined {
  return typeof text === 'string' && /^[\w.:-]{1,64}$/.test(text) ? text : undefined;
}

function digest(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 32);
}

/** W3C Trace Context and Baggage of a call: in the request's `_meta` (MCP, SEP-414), or else in the HTTP headers. */
export function parentOf({ mcp, header }: Call): Readonly<Record<string, string>> {
  const meta = mcp.mcpReq._meta;
  const inMeta = typeof meta?.['traceparent'] === 'string';
  return Object.fromEntries(
    ['traceparent', 'tracestate', 'baggage'].flatMap((name) => {
      const value = inMeta ? meta[name] : header(name);
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}
