import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';

/** A secret, and the name that its holder has in logs and limits. */
export interface NamedSecret {
  readonly name: string;
  /** SHA-256 of the secret in UTF-8. */
  readonly digest: Buffer;
  /** Absent if only the digest is known. */
  readonly plain?: string;
}

/** A version of a file of secrets: what it holds, or what is wrong with it. */
export interface SecretsFile {
  readonly path: string;
  /** Changes when the file does. */
  readonly version: string;
  readonly secrets: readonly NamedSecret[];
  /** None of them quotes the file. */
  readonly problems: readonly string[];
}

/** Whether a secret is a word of a header, or a password, which may have spaces. */
export type SecretForm = 'word' | 'password';

/** Shorter secrets can be guessed. */
const SHORTEST_SECRET = 16;

/** The digest by which secrets are compared. */
export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** What is wrong with a secret, if anything, in words that follow the name of where it stands. */
export function secretProblem(secret: string, form: SecretForm): string | undefined {
  if (form === 'word' && /[^\x21-\x7e]/.test(secret)) {
    return 'holds a secret with spaces or other characters that a header cannot carry';
  }
  if (secret.length >= SHORTEST_SECRET) return undefined;
  return `holds a secret of fewer than ${SHORTEST_SECRET} characters; use a long random value`;
}

/** A list of `name=secret`, separated by commas; what is wrong is told to `report`, without quoting it. */
export function readNamedSecrets(
  variable: string,
  text: string,
  form: SecretForm,
  report: (problem: string) => void,
): readonly NamedSecret[] {
  return text.split(',').flatMap((item, index) => {
    if (item.trim() === '') return [];
    return readNamedSecret(`${variable}, item ${index + 1},`, item.trim(), form, report);
  });
}

/** A file with one `name=secret` a line; empty lines and those that begin with `#` say nothing. */
export function readSecretsFile(variable: string, path: string, form: SecretForm): SecretsFile {
  // Taken first: a change while the file is read makes the version out of date.
  const version = fileVersion(path);
  const problems: string[] = [];
  const report = (problem: string): void => void problems.push(problem);
  try {
    const lines = readFileSync(path, 'utf8').split('\n');
    const secrets = lines.flatMap((text, index) => {
      const line = text.trim();
      if (line === '' || line.startsWith('#')) return [];
      return readNamedSecret(`${variable}, line ${index + 1},`, line, form, report);
    });
    if (secrets.length + problems.length === 0) {
      report(`${variable} names a file without a line name=secret`);
    }
    return { path, version, secrets, problems };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    report(`${variable} names a file that cannot be read (${code})`);
    return { path, version, secrets: [], problems };
  }
}

/** What tells one version of a file from the next, also where a link is turned to another file. */
export function fileVersion(path: string): string {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (stats === undefined) return 'none';
  return [stats.dev, stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join('.');
}

function readNamedSecret(
  place: string,
  text: string,
  form: SecretForm,
  report: (problem: string) => void,
): readonly NamedSecret[] {
  // The name is not quoted: what stands there may be a secret that lacks one.
  const [, name, secret] = /^([\w.@-]{1,64})\s*=\s*(.+)$/.exec(text) ?? [];
  if (name === undefined || secret === undefined) {
    report(`${place} is not name=secret, with a name of letters, digits and any of . _ - @`);
    return [];
  }
  if (secret.startsWith('sha256:')) {
    const hex = secret.slice('sha256:'.length);
    if (/^[\da-f]{64}$/i.test(hex)) return [{ name, digest: Buffer.from(hex, 'hex') }];
    report(`${place} does not hold 64 hexadecimal digits after sha256:`);
    return [];
  }
  const problem = secretProblem(secret, form);
  if (problem !== undefined) report(`${place} ${problem}`);
  return [{ name, digest: digestOf(secret), plain: secret }];
}
