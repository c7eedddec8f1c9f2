import { examine } from './examine.js';
import type { Description } from './inputs.js';

// See `stackOf` in examine.ts.
process.setSourceMapsEnabled(false);

process.on('message', (description: Description) => {
  void examine(description).then((result) => process.send?.(result));
});
