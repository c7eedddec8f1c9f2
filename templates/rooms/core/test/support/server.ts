import { start } from '../../src/runtime/start.js';
import { unlimited } from './unlimited.js';

// The generated server alone: what src/custom adds or replaces has its tests in test/custom.
await start(unlimited, () => Promise.resolve({ custom: {} }));
