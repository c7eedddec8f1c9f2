import type { Lexicon } from './concepts.js';
import { stem } from './stem.js';
import { readThesaurus } from './thesaurus.js';

/** What queries are read with. */
export const lexicon: Lexicon = { stem, thesaurus: readThesaurus(stem) };
