/** A usable server URL, or why there is none; no flaw: a relative URL that nothing resolves. */
export type ServerUrl = { readonly url: string } | { readonly flaw?: string };

const urlLimit = 2000;

/** Reads the `url` of a server (OpenAPI 3.1, section 4.8.5): absolute, http or https, without a trailing slash. */
export function readServerUrl(text: string | undefined, sourceUrl: string | undefined): ServerUrl {
  if (text === undefined) return { flaw: 'it has no URL' };
  const template = text.trim();
  if (template.length > urlLimit) return { flaw: 'its URL is too long' };
  if (/[\s\p{Cc}<>"\\^`]/u.test(template))
    return { flaw: 'its URL holds characters that no URL has' };
  const absolute = /^([a-z][a-z0-9+.-]*|\{[^{}]+\}):\/\//i.test(template)
    ? template
    : resolveRelative(template, sourceUrl);
  if (absolute === undefined) return {};
  const { literal, flaw } = checkTemplate(absolute);
  if (flaw !== undefined) return { flaw };
  const url = literal === absolute ? normalise(absolute) : absolute;
  return { url: url.replace(/[?#].*$/s, '').replace(/\/+$/, '') };
}

/** `URL` would percent-encode the braces of a path and refuse those of a host. */
function checkTemplate(template: string): { readonly literal: string; readonly flaw?: string } {
  const literal = template.replace(/^\{[^{}]+\}/, 'https').replaceAll(/\{[^{}]+\}/g, '1');
  if (/[{}]/.test(literal)) return { literal, flaw: 'its URL has unbalanced braces' };
  if (!URL.canParse(literal)) return { literal, flaw: 'its URL is not valid' };
  const url = new URL(literal);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return { literal, flaw: `${url.protocol} is not supported` };
  }
  if (url.username !== '' || url.password !== '' || /^[^/]*\/\/[^/]*@/.test(literal)) {
    return { literal, flaw: 'its URL holds a user name or a password' };
  }
  return { literal };
}

function resolveRelative(template: string, sourceUrl: string | undefined): string | undefined {
  if (sourceUrl === undefined || !URL.canParse(template, sourceUrl)) return undefined;
  return new URL(template, sourceUrl).href.replaceAll('%7B', '{').replaceAll('%7D', '}');
}

/** Lower-case scheme and host; the rest as written. */
function normalise(url: string): string {
  const { protocol, host } = new URL(url);
  return url.replace(/^[^:]+:\/\/[^/?#]*/, `${protocol}//${host}`);
}
