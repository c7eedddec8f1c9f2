/** Codes that JSON-RPC 2.0, section 5.1, and the MCP SDK give to refusals that come before the protocol. */
export const refusalCodes = { refused: -32_000, notFound: -32_001, noJson: -32_700 } as const;

/** A refusal with a JSON-RPC error as its body. Its `id` is null: what is refused here has not been read. */
export function refuse(
  status: number,
  message: string,
  {
    code = refusalCodes.refused,
    headers = {},
  }: { readonly code?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): Response {
  return Response.json({ jsonrpc: '2.0', id: null, error: { code, message } }, { status, headers });
}

/** 503 for a client that may try again in a second (RFC 9110, section 10.2.3). */
export function refuseForNow(message: string): Response {
  return refuse(503, message, { headers: { 'Retry-After': '1' } });
}
