import type { Catalog } from '../catalog.js';
import type { Hooks } from '../custom.js';
import type { Caller } from '../inbound/caller.js';
import type { Reach } from './reach.js';
import type { FindTools } from './tool-finder.js';

/** What the tools of the search surface work with. */
export interface Searching {
  readonly catalog: Catalog;
  readonly reachOf: (caller: Caller) => Promise<Reach>;
  readonly find: FindTools;
  readonly rankTools: Hooks['rankTools'];
}
