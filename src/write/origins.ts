import { InputError } from '../diagnostics.js';
import { shellWord } from '../shell-word.js';
import { manifestPath } from './manifest.js';

/** Guarantees that no origin gets credentials that neither got them before nor is accepted; else an `InputError`. */
export function checkOrigins(
  previous: readonly string[],
  next: readonly string[],
  accepted: readonly string[],
): void {
  const known = new Set([...previous, ...accepted.map(toOrigin)]);
  const added = next.filter((origin) => !known.has(origin));
  if (added.length === 0) return;
  throw new InputError([
    {
      code: 'MG407',
      severity: 'error',
      message: `Credentials would newly be sent to ${added.join(', ')}.`,
      origin: { file: manifestPath },
      help: `If that is meant, add ${added.map((origin) => `--accept-origin ${shellWord(origin)}`).join(' ')}`,
    },
  ]);
}

/** The origin of a URL; what is none, such as a template with a variable host, as it is. */
function toOrigin(text: string): string {
  const origin = URL.canParse(text) ? new URL(text).origin : 'null';
  return origin === 'null' ? text : origin;
}
