import { chat } from './chat.js';
import { clusterWork } from './cluster-work.js';
import { clusters } from './clusters.js';
import { codeHosting } from './code-hosting.js';
import { everyday } from './everyday.js';
import { further } from './further.js';
import { machines } from './machines.js';
import { media } from './media.js';
import { money } from './money.js';
import { payments } from './payments.js';
import { people } from './people.js';
import { software } from './software.js';
import { talk } from './talk.js';

/** What descriptions of APIs call a thing, and what people say who mean it. */
export interface Entry {
  /** Words that name the thing in descriptions. */
  readonly sense: readonly string[];
  /** Words and phrases. */
  readonly sayings: readonly (readonly string[])[];
}

const themes = [
  people,
  software,
  codeHosting,
  money,
  payments,
  talk,
  chat,
  machines,
  clusters,
  clusterWork,
  media,
  everyday,
  further,
];

/**
 * The thesaurus. An entry is written as the words of its sense, a colon, and its sayings between commas; a line that is
 * indented continues the one before.
 */
export function readThesaurus(): readonly Entry[] {
  return themes.flatMap((theme) =>
    theme
      .replace(/\n +/g, ' ')
      .trim()
      .split('\n')
      .map((line) => {
        const [sense = '', sayings = ''] = line.split(': ');
        return {
          sense: sense.split(' '),
          sayings: sayings.split(', ').map((saying) => saying.split(' ')),
        };
      }),
  );
}
