import { start } from '../../src/runtime/start.js';
import { definition } from '../../src/server.js';

// The generated server alone: what src/custom adds or replaces has its tests in test/custom.
await start(definition, () => Promise.resolve({ custom: {} }));
