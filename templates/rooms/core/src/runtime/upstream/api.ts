import { refuseMethodOverride } from '../access/method-override.js';
import type { Call } from '../call.js';
import type { Target } from '../config/targets.js';
import type { Arguments, UpstreamResponse } from '../custom.js';
import { buildRequest } from '../request/build.js';
import type { Around } from '../room.js';
import type { Runtime } from '../runtime.js';
import { ToolError } from '../tool-error.js';
import type { Tool } from '../tool.js';
import { createAuthorizer, type Authorized } from './authorized.js';
import { createAuthenticate } from './credentials.js';
import { createDelivery } from './delivery.js';
import { createDispatchers, createPublicDispatchers } from './dispatcher.js';
import { exchange } from './exchange.js';
import { isPublic } from './redirect-target.js';
import { createSend } from './send.js';

/** Calls operations of the API with validated arguments. */
export type Api = (tool: Tool, args: Arguments, call: Call) => Promise<UpstreamResponse>;

/** The API as the environment says where it is. It throws a ToolError for whatever the model should be told. */
export function createApi(runtime: Runtime, around?: Around): Api {
  const { definition, config, custom, env, logFor } = runtime;
  const userAgent = `${definition.name}/${definition.version}`.replace(/[^\w.+/-]+/g, '-');
  const send = createSend(createDispatchers(config), config.upstream);
  const sendToPublic = createSend(createPublicDispatchers(config), config.upstream);
  const authenticate = createAuthenticate(runtime, (request, ending) =>
    send({ ...request, headers: { 'user-agent': userAgent, ...request.headers } }, ending),
  );
  const authorize = createAuthorizer(runtime, { send, authenticate });
  const delivery = createDelivery(runtime);
  const afterResponse = custom.hooks?.afterResponse;

  return (tool, args, call) =>
    delivery(tool, call, async (deliver, ending) => {
      const { url: base, origin } = targetOf(tool, runtime);
      const options = { base, userAgent, files: config.files, signal: ending.signal };
      const request = await buildRequest(tool, args, options);
      if (tool.annotations.readOnlyHint) refuseMethodOverride(request);
      const authorized = authorize({ tool, call, ending, origin });
      const sendAuthorized: Authorized['send'] = (each) =>
        around === undefined ? authorized.send(each) : around.send(each, authorized.send, tool);
      const response = await exchange(request, {
        origin,
        secretParameters: authorized.secretParameters,
        toApi: (each) => deliver(origin, () => sendAuthorized(each)),
        elsewhere: async (each) => {
          const sendOn = (await isPublic(new URL(origin))) ? sendToPublic : send;
          return deliver(undefined, () => sendOn(each, ending));
        },
      });
      call.answered?.(response.status);
      const log = logFor(call);
      log.debug('the API answered', { tool: tool.name, status: response.status });
      if (afterResponse === undefined) return response;
      return afterResponse(response, { tool: tool.name, signal: ending.signal(), env, log });
    });
}

function targetOf(tool: Tool, { config }: Runtime): Extract<Target, { url: string }> {
  const { server } = tool.request;
  const target = server === undefined ? config.targets.root : config.targets.others.get(server);
  if (target !== undefined && 'url' in target) return target;
  throw new ToolError(
    `Nothing was sent. ${target?.problem ?? 'The server of this operation is unknown'}.`,
  );
}
