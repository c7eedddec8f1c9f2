import type { UpstreamResponse } from './custom.js';

/** A response's body as text or as bytes. */
export type Content =
  | { readonly kind: 'text'; readonly mimeType: string; readonly text: string }
  | { readonly kind: 'bytes'; readonly mimeType: string; readonly base64: string };

/**
 * Reads a body by its Content-Type (RFC 9110, section 8.3); one without a type is text if it is valid UTF-8.
 * `redact` takes the secrets out before anything is cut: of one cut in two nothing would be recognised.
 */
export function readContent(response: UpstreamResponse, redact: (text: string) => string): Content {
  const contentType = response.headers['content-type'] ?? '';
  const mimeType = (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
  const text =
    mimeType === ''
      ? utf8(response.body)
      : isText(mimeType)
        ? decode(response.body, contentType)
        : undefined;
  if (text === undefined) {
    const bytes = redact(Buffer.from(response.body).toString('latin1'));
    const base64 = Buffer.from(bytes, 'latin1').toString('base64');
    return { kind: 'bytes', mimeType: mimeType || 'application/octet-stream', base64 };
  }
  const compact = /[/+]json$/.test(mimeType) || mimeType === '' ? compactJson(text) : text;
  return { kind: 'text', mimeType: mimeType || 'text/plain', text: redact(compact) };
}

/** JSON without the whitespace between its tokens; numbers keep their digits. Any other text stays as it is. */
export function compactJson(text: string): string {
  try {
    JSON.parse(text);
  } catch {
    return text;
  }
  return text.replace(/("[^"\\]*(?:\\.[^"\\]*)*")|\s+/g, '$1');
}

function isText(mimeType: string): boolean {
  return (
    /^text\/|[/+](?:json|xml|yaml)$/.test(mimeType) ||
    /^application\/(?:x-)?(?:javascript|www-form-urlencoded|yaml|ndjson|jsonl|graphql|sql)$/.test(
      mimeType,
    )
  );
}

function decode(body: Uint8Array, contentType: string): string {
  const charset = /charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

function utf8(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}
