import { start } from './runtime/start.js';
import { definition } from './server.js';

await start(definition, () => import('./custom/index.js'));
