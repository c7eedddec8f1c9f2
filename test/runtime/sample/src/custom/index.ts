import type { Custom } from '../../../../../templates/rooms/core/src/runtime/custom.js';

export const custom = {} satisfies Custom;
