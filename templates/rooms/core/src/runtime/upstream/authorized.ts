import type { Call } from '../call.js';
import type { HookContext, UpstreamRequest, UpstreamResponse } from '../custom.js';
import { checkHeaderValue } from '../request/headers.js';
import type { Runtime } from '../runtime.js';
import { ToolError } from '../tool-error.js';
import type { Tool } from '../tool.js';
import { addCredentials, type Authenticate, type Credential } from './credentials.js';
import type { Send } from './send.js';
import { unlessAborted, type TimedEnding } from './time-limit.js';

/** Sends the requests of one call to the API. */
export interface Authorized {
  /** One try: with fresh credentials, signed by custom code; once a call, with renewed ones after a 401. */
  readonly send: (request: UpstreamRequest) => Promise<UpstreamResponse>;
  /** The query parameters that credentials were sent in. */
  readonly secretParameters: () => readonly Credential[];
}

interface AuthorizedCall {
  readonly tool: Tool;
  readonly call: Call;
  readonly ending: TimedEnding;
  /** The origin of the operation's server. */
  readonly origin: string;
}

/** Makes what sends the requests of a call. */
export function createAuthorizer(
  { config, custom, env, logFor }: Runtime,
  { send, authenticate }: { readonly send: Send; readonly authenticate: Authenticate },
): (call: AuthorizedCall) => Authorized {
  const beforeRequest = custom.hooks?.beforeRequest;

  return ({ tool, call, ending, origin }) => {
    let parts: readonly Credential[] = [];
    let mayRenew = true;

    const sign = async (request: UpstreamRequest): Promise<UpstreamRequest> => {
      if (beforeRequest === undefined) return request;
      const signal = ending.signal();
      const context: HookContext = { tool: tool.name, signal, env, log: logFor(call) };
      const signed = Promise.resolve(beforeRequest(request, context));
      const origins = [origin, ...config.targets.allowedOrigins];
      return checked(await unlessAborted(ending, signed), origins);
    };

    const sendOnce = async (request: UpstreamRequest): Promise<UpstreamResponse> => {
      const credentials = await authenticate(tool.request.security, call, ending);
      ({ parts } = credentials);
      const response = await send(await sign(addCredentials(request, parts)), ending);
      if (response.status !== 401 || credentials.renew === undefined || !mayRenew) return response;
      mayRenew = false;
      credentials.renew();
      return sendOnce(request);
    };

    return {
      send: sendOnce,
      secretParameters: () => parts.filter((part) => part.in === 'query'),
    };
  };
}

/** Custom code may not, by a slip, send credentials to another host or split a header. */
function checked(request: UpstreamRequest, origins: readonly string[]): UpstreamRequest {
  const { origin } = new URL(request.url);
  if (!origins.includes(origin)) {
    throw new ToolError(
      `beforeRequest changed the URL to ${origin}; list it in API_ALLOWED_ORIGINS.`,
    );
  }
  for (const [name, value] of Object.entries(request.headers)) checkHeaderValue(name, value);
  return request;
}
