import { buildProject } from './build-project.js';
import type { Description } from './inputs.js';

process.on('message', (description: Description) => {
  void buildProject(description).then((result) => process.send?.(result));
});
