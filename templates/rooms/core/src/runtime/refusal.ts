/** Codes that JSON-RPC 2.0, section 5.1, and the MCP SDK give to refusals that come before the protocol. */
export const refusalCodes = {
  refused: -32_000,
  notFound: -32_001,
  unauthorized: -32_001,
  forbidden: -32_003,
  internal: -32_603,
  noJson: -32_700,
} as const;

/** A refusal with a JSON-RPC error as its body. Its `id` is null: what is refused here has not been read. */
export function refuse(
  status: number,
  message: string,
  {
    code = refusalCodes.refused,
    headers = {},
  }: { readonly code?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): Response {
  return Response.json(refusalBody(message, code), { status, headers });
}

/** The body of a refusal. */
export function refusalBody(message: string, code: number = refusalCodes.refused): object {
  return { jsonrpc: '2.0', id: null, error: { code, message } };
}

/** 503 for a client that may try again in so many seconds (RFC 9110, section 10.2.3). */
export function refuseForNow(message: string, retryAfter = 1): Response {
  return refuse(503, message, { headers: { 'Retry-After': String(retryAfter) } });
}
