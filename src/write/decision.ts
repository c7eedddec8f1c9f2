import type { Diagnostic } from '../diagnostics.js';
import type { OutputFile } from '../emit/output-file.js';
import { contentHash, withLf } from './content-hash.js';
import type { DiskFile } from './disk-file.js';
import type { Manifest } from './manifest.js';
import { joinMarked, splitMarked } from './marked-section.js';

export type FileRecord = Manifest['files'][string];

/** What happens to one file. */
export interface Decision {
  readonly outcome: Outcome;
  /** What the manifest says of the file from now on. */
  readonly record: FileRecord;
  readonly diagnostics?: readonly Diagnostic[];
}

/** `write` and `delete` carry the reason; of `refuse`, `flaw` says what is wrong. */
export type Outcome =
  | { readonly action: 'keep' }
  | { readonly action: 'write'; readonly content: string; readonly reason: string }
  | { readonly action: 'delete'; readonly reason: string }
  | { readonly action: 'refuse'; readonly refusal: Refusal; readonly flaw?: string };

/** Why a file stops the run: `edited` by hand, `occupied` by a file of the user, `blocked` by what is no file. */
export type Refusal = 'edited' | 'occupied' | 'blocked';

/** What a decision depends on besides the new content. */
export interface Situation {
  readonly disk: DiskFile;
  /** What the manifest says of the file. */
  readonly recorded: FileRecord | undefined;
  readonly force: boolean;
  /** Whether the folder is one that mcp-gen did not write. */
  readonly adopting: boolean;
}

/** The file stays as it is. */
export const keep: Outcome = { action: 'keep' };

/** A generated file is rewritten unless someone else wrote what stands there. */
export function decideGenerated(file: OutputFile, situation: Situation): Decision {
  const hash = contentHash(file.content);
  const outcome = replace(file.content, hash, situation);
  return { outcome, record: { ownership: file.ownership, hash } };
}

function replace(content: string, hash: string, { disk, recorded, force }: Situation): Outcome {
  const write = (reason: string): Outcome => ({ action: 'write', content, reason });
  if (disk.state === 'blocked') return blocked(disk.reason);
  if (disk.state === 'absent') return write(recorded === undefined ? 'new' : 'was deleted');
  if (disk.hash === hash) return keep;
  if (disk.hash === recorded?.hash) return write('out of date');
  const refusal = recorded === undefined ? 'occupied' : 'edited';
  if (!force) return { action: 'refuse', refusal };
  return write(refusal === 'edited' ? 'edited by hand, --force' : 'in the way, --force');
}

/** A scaffold file is written once: whoever edits or deletes it afterwards keeps it so. */
export function decideScaffold(file: OutputFile, situation: Situation): Decision {
  const { disk, recorded, force, adopting } = situation;
  const record: FileRecord = { ownership: 'scaffold' };
  const written = recorded !== undefined && recorded.ownership !== 'generated';
  if (written) return { outcome: keep, record };
  if (disk.state !== 'file' || disk.hash === contentHash(file.content)) {
    return { ...decideGenerated(file, situation), record };
  }
  if (adopting && !force) return { outcome: { action: 'refuse', refusal: 'occupied' }, record };
  return { outcome: keep, record, diagnostics: [leftAlone(file.path, 'it exists already')] };
}

/** Of a marked file only the section between its markers is rewritten; deleted, it stays so. */
export function decideMarked(file: OutputFile, situation: Situation): Decision {
  const next = splitMarked(file.content);
  if (next === undefined) throw new Error(`${file.path} is marked and has no markers`);
  const hash = contentHash(next.section);
  const record: FileRecord = { ownership: 'marked', hash };
  const { disk, recorded, force, adopting } = situation;
  if (recorded !== undefined && disk.state !== 'file') return { outcome: keep, record };
  if (disk.state !== 'file' || disk.hash === contentHash(file.content)) {
    return { ...decideGenerated(file, situation), record };
  }
  if (adopting && !force) return { outcome: { action: 'refuse', refusal: 'occupied' }, record };
  const present = splitMarked(disk.text);
  if (present === undefined) {
    const note = leftAlone(file.path, 'it has no markers around a generated part');
    return { outcome: keep, record, diagnostics: recorded?.hash === hash ? [] : [note] };
  }
  const current = contentHash(present.section);
  if (current === hash) return { outcome: keep, record };
  const edited = recorded?.hash !== undefined && recorded.hash !== current;
  if (edited && !force) {
    const flaw = 'between its markers';
    return { outcome: { action: 'refuse', refusal: 'edited', flaw }, record };
  }
  const content = withLineEndsOf(disk.text, joinMarked(present, next.section));
  return { outcome: { action: 'write', content, reason: 'generated part out of date' }, record };
}

/** A file that is generated no more goes unless it was edited; what is the user's stays. */
export function decideVanished({ disk, recorded, force }: Situation): Outcome {
  const generated = recorded?.ownership === 'generated' || recorded?.ownership === 'lock';
  if (!generated || disk.state !== 'file') return keep;
  if (disk.hash === recorded.hash) return { action: 'delete', reason: 'no longer generated' };
  if (force) return { action: 'delete', reason: 'no longer generated, edited by hand, --force' };
  return { action: 'refuse', refusal: 'edited', flaw: 'is no longer generated' };
}

/** The outcome where what stands in a file's place is no file. */
export function blocked(flaw: string): Outcome {
  return { action: 'refuse', refusal: 'blocked', flaw };
}

/** The text, which has LF, with the line ends that the model text has. */
export function withLineEndsOf(model: string, text: string): string {
  return model.includes('\r\n') ? withLf(text).replaceAll('\n', '\r\n') : text;
}

function leftAlone(path: string, reason: string): Diagnostic {
  return {
    code: 'MG416',
    severity: 'info',
    message: `${path} was left alone: ${reason}.`,
    origin: { file: path },
  };
}
