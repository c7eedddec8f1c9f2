import type { Custom } from '../runtime/custom.js';
import { askingTools } from './asking-tools.js';
import { contentTools } from './content-tools.js';
import { prompts } from './prompts.js';
import { resources } from './resources.js';
import { toldTools } from './told-tools.js';

/** What the conformance suites look for and no API could give. */
export const custom = {
  tools: [...contentTools, ...toldTools, ...askingTools],
  resources,
  prompts,
} satisfies Custom;
