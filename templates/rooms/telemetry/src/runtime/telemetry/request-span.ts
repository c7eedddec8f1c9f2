import type { Attributes } from '@opentelemetry/api';
import type { UpstreamRequest } from '../custom.js';
import type { Tool } from '../tool.js';

/**
 * How the span for a request to the API begins, by OpenTelemetry's semantic conventions for HTTP clients. The path is
 * that of the operation, below the server's URL: `url.full` would hold arguments.
 */
export function requestSpan(
  { method, url }: UpstreamRequest,
  tool: Tool,
): { readonly name: string; readonly attributes: Attributes } {
  const { protocol, hostname, port } = new URL(url);
  const path = tool.request.path.replace(/\?.*$/s, '');
  return {
    name: `${method} ${path}`,
    attributes: {
      'http.request.method': method,
      'server.address': hostname,
      'server.port': Number(port) || (protocol === 'https:' ? 443 : 80),
      'url.scheme': protocol.slice(0, -1),
      'url.template': path,
    },
  };
}
