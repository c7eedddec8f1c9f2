import type { Server } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Services } from '../services.js';
import type { Door } from './door.js';
import type { Exchanges } from './exchanges.js';

/** A server over HTTP before it listens, for rooms that add ways in. */
export interface Site {
  readonly app: Hono<{ Bindings: HttpBindings }>;
  readonly server: Server;
  readonly services: Services;
  readonly door: Door;
  readonly exchanges: Exchanges;
}
