import {
  isJSONRPCRequest,
  isLegacyRequest,
  PROTOCOL_VERSION_META_KEY,
  SUPPORTED_PROTOCOL_VERSIONS,
} from '@modelcontextprotocol/server';

/**
 * Whether a message is for a server of the 2025 era: what `isLegacyRequest` of the SDK says, which first finds out that
 * it is no response, and needs many times as long for that as it takes to see that it is a request.
 */
export async function isLegacy(request: Request, message: unknown): Promise<boolean> {
  if (isJSONRPCRequest(message) && message.method !== 'initialize') {
    const meta = message.params?._meta ?? {};
    if (PROTOCOL_VERSION_META_KEY in meta) return false;
    const version = request.headers.get('mcp-protocol-version');
    if (version === null || SUPPORTED_PROTOCOL_VERSIONS.includes(version)) return true;
  }
  return isLegacyRequest(request, message);
}
