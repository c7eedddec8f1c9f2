import type { Environment } from './environment.js';

/** The proxies between this server and the API. */
export interface ProxyConfig {
  /** For `http:` URLs. */
  readonly http?: string;
  /** For `https:` URLs; absent: the one for `http:`. */
  readonly https?: string;
  /** Hosts that are reached without one, as `NO_PROXY` lists them; '' for none. */
  readonly except: string;
}

/** The usual variables, the lower-case ones first, as in curl. A URL may hold a password, so no problem shows it. */
export function readProxy(
  environment: Environment,
  report: (problem: string) => void,
): ProxyConfig | undefined {
  const read = (name: string): string | undefined =>
    environment.text(name.toLowerCase()) ?? environment.text(name);
  const url = (name: string): string | undefined => {
    const text = read(name);
    if (text === undefined || isProxyUrl(text)) return text;
    report(`${name} is not an http(s) URL; set it to the URL of a proxy, or unset it`);
    return undefined;
  };
  const http = url('HTTP_PROXY');
  const https = url('HTTPS_PROXY');
  if (http === undefined && https === undefined) return undefined;
  return { ...(http && { http }), ...(https && { https }), except: read('NO_PROXY') ?? '' };
}

/** Whether a host (with its port, if that is not 443) is reached by `https:` without a proxy. As undici reads `NO_PROXY`. */
export function isExcepted(host: string, proxy: ProxyConfig | undefined): boolean {
  if (proxy === undefined) return true;
  if (proxy.except === '*') return true;
  const { hostname, port } = new URL(`https://${host}/`);
  return proxy.except.split(/[\s,]+/).some((entry) => {
    const [, name = '', itsPort] = /^\*?\.?(.+?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
    const isItsPort = itsPort === undefined || itsPort === (port || '443');
    return name !== '' && isItsPort && `.${hostname}`.endsWith(`.${name}`);
  });
}

/** The passwords in the URLs, as they stand there and as they are meant. */
export function proxySecrets(proxy: ProxyConfig | undefined): readonly string[] {
  return [proxy?.http, proxy?.https].flatMap((url) => {
    const password = url === undefined ? '' : new URL(url).password;
    return [password, decodeURIComponent(password)];
  });
}

function isProxyUrl(text: string): boolean {
  try {
    const { protocol, username, password } = new URL(text);
    decodeURIComponent(username + password);
    return /^https?:$/.test(protocol);
  } catch {
    return false;
  }
}
