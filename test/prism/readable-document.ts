import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadSource } from '../../src/load/load-source.js';
import { resolveSettings } from '../../src/settings.js';
import { follow, get } from '../corpus/document.js';
import { prismDirectory } from './prism.js';

/** The file itself, or a copy with `{}` for every reference that leads nowhere: Prism does not start with one. */
export async function readableDocument(file: string): Promise<string> {
  const settings = await resolveSettings({ source: file, output: join(prismDirectory, 'none') });
  const { document } = await loadSource(settings, () => undefined);
  let dead = 0;
  const text = JSON.stringify(document, (_, value: unknown) => {
    const isReference = typeof get(value, '$ref') === 'string';
    if (!isReference || follow(document, { value, pointer: '' }) !== undefined) return value;
    dead += 1;
    return {};
  });
  if (dead === 0) return file;
  const copy = join(prismDirectory, 'readable.json');
  await writeFile(copy, text);
  return copy;
}
