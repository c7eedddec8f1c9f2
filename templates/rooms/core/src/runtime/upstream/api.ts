import type { Call } from '../call.js';
import type { Arguments, HookContext, UpstreamRequest, UpstreamResponse } from '../custom.js';
import { buildRequest } from '../request/build.js';
import { checkHeaderValue } from '../request/headers.js';
import type { Runtime } from '../runtime.js';
import { ToolError } from '../tool-error.js';
import type { Tool } from '../tool.js';
import { addCredentials, findCredentials } from './credentials.js';
import { exchange } from './exchange.js';
import { createSend } from './send.js';

/** Calls operations of the API with validated arguments. */
export type Api = (tool: Tool, args: Arguments, call: Call) => Promise<UpstreamResponse>;

/** The API as the environment says where it is. It throws a ToolError for whatever the model should be told. */
export function createApi(runtime: Runtime): Api {
  const { definition, config, custom, environment } = runtime;
  const send = createSend(config.upstream);
  const { beforeRequest, afterResponse } = custom.hooks ?? {};
  const userAgent = `${definition.name}/${definition.version}`.replace(/[^\w.+/-]+/g, '-');

  return async (tool, args, call) => {
    const { signal } = call;
    const context: HookContext = { tool: tool.name, signal, env: runtime.env, log: runtime.log };
    const base = baseUrl(tool, runtime);
    const request = await buildRequest(tool, args, { base, userAgent });
    const credentials = findCredentials(tool.request.security, {
      schemes: definition.securitySchemes,
      environment,
      signs: beforeRequest !== undefined,
    });
    const prepare = async (plain: UpstreamRequest): Promise<UpstreamRequest> => {
      const complete = addCredentials(plain, credentials);
      if (beforeRequest === undefined) return complete;
      const origins = [new URL(base).origin, ...config.targets.allowedOrigins];
      return checked(await beforeRequest(complete, context), origins);
    };
    const response = await exchange(request, {
      origin: new URL(base).origin,
      credentials,
      toApi: async (each) => send(await prepare(each), signal),
      elsewhere: (each) => send(each, signal),
    });
    runtime.log.debug('the API answered', { tool: tool.name, status: response.status });
    return afterResponse === undefined ? response : afterResponse(response, context);
  };
}

function baseUrl(tool: Tool, { config }: Runtime): string {
  const { server } = tool.request;
  const target = server === undefined ? config.targets.root : config.targets.others.get(server);
  if (target !== undefined && 'url' in target) return target.url;
  throw new ToolError(
    `Nothing was sent. ${target?.problem ?? 'The server of this operation is unknown'}.`,
  );
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
