const ownHeaders = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Whether a header, in lower case, is about the message or the connection (RFC 9110, 7.6.1; RFC 9112, 6): nobody but the HTTP client sets it. */
export function isOwnHeader(name: string): boolean {
  return ownHeaders.has(name);
}
