import { examine } from './examine.js';
import type { Description } from './inputs.js';

process.on('message', (description: Description) => {
  void examine(description).then((result) => process.send?.(result));
});
