import type { EventStore, ServerEventBus } from '@modelcontextprotocol/server';
import type { Subject } from './activity.js';
import type { Call } from './call.js';
import type { Config } from './config/config.js';
import type { Environment } from './config/environment.js';
import type { VerifyToken } from './inbound/bearer-gate.js';
import type { UpstreamRequest, UpstreamResponse } from './custom.js';
import type { CreateLimiter } from './limits/limiter.js';
import type { UsedOnce } from './protocol/used-once.js';
import type { Runtime } from './runtime.js';
import type { Site } from './serve/site.js';
import type { ServerDefinition, Tool } from './tool.js';
import type { CallerTokens } from './upstream/oauth/token-source.js';

/** A part of a server that only projects have which ask for it. */
export interface Room {
  readonly name: string;
  /** Reads what the environment says about it; undefined if that leaves it nothing to do. */
  readonly configure: (setting: RoomSetting) => ConfiguredRoom | undefined;
}

/** What a room finds when the server reads its configuration. */
export interface RoomSetting {
  readonly definition: ServerDefinition;
  readonly environment: Environment;
  readonly config: Config;
  /** Told every problem with a variable: its name, and the fix. */
  readonly report: (problem: string) => void;
}

/** A room that has read its configuration. */
export interface ConfiguredRoom {
  /** What must never be seen in a log or a result. */
  readonly secrets?: readonly string[];
  /** Called once, before the first client is served. */
  readonly open: (runtime: Runtime) => Fittings | Promise<Fittings>;
}

/** What a room adds to the server or puts in the place of something of it; each part is optional. */
export interface Fittings {
  /** Stands around calls, and around the requests that they lead to. */
  readonly around?: Around;
  /** Checks bearer tokens where MCP_AUTH leaves that to a room. */
  readonly verifyToken?: VerifyToken;
  /** The tokens for the API that the bearer token of a caller is exchanged for, when they are asked for. */
  readonly exchangeToken?: (token: string) => CallerTokens;
  /** Who counts against rates. */
  readonly createLimiter?: CreateLimiter;
  /** Where changes are published. */
  readonly bus?: ServerEventBus;
  /** Makes what keeps the messages of one session, for its client that comes back after a broken connection. */
  readonly createEventStore?: (session: string) => EventStore;
  /** Tells of confirmations that no other server has seen them used; called after this one has looked. */
  readonly isFirstUse?: UsedOnce;
  /** Adds ways in to a server over HTTP before it listens. */
  readonly mount?: (site: Site) => void | Promise<void>;
  /** Called when the server takes no more connections: those that wait for further requests are to end. */
  readonly stop?: () => void;
  /** Called when the last request has been answered. */
  readonly close?: () => Promise<void>;
}

export interface Around {
  readonly call: <T>(subject: Subject, call: Call, work: () => Promise<T>) => Promise<T>;
  /** Gets a request of a tool without credentials, and may send another one on. */
  readonly send: (
    request: UpstreamRequest,
    send: (request: UpstreamRequest) => Promise<UpstreamResponse>,
    tool: Tool,
  ) => Promise<UpstreamResponse>;
}

/** What all rooms add together. */
export interface Furnishing extends Omit<Fittings, 'mount' | 'stop' | 'close'> {
  readonly mount: (site: Site) => Promise<void>;
  readonly stop: () => void;
  readonly close: () => Promise<void>;
}

/** Of a server without rooms. */
export const unfurnished: Furnishing = furnish([]);

/** Opens the rooms, one after the other. */
export async function openRooms(runtime: Runtime): Promise<Furnishing> {
  const fittings: Fittings[] = [];
  for (const room of runtime.rooms) fittings.push(await room.open(runtime));
  return furnish(fittings);
}

/** No two rooms put something into the same place. */
function furnish(fittings: readonly Fittings[]): Furnishing {
  return {
    ...fittings.reduce<Fittings>((all, each) => ({ ...all, ...each }), {}),
    mount: async (site) => {
      for (const { mount } of fittings) await mount?.(site);
    },
    stop: () => {
      for (const { stop } of fittings) stop?.();
    },
    close: async () => {
      for (const { close } of fittings) await close?.();
    },
  };
}
