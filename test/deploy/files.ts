import assert from 'node:assert/strict';
import { join } from 'node:path';
import { createProse } from '../../src/emit/prose.js';
import type { OutputFile } from '../../src/emit/output-file.js';
import { templatesDirectory } from '../../src/package.js';
import type { RoomName } from '../../src/rooms.js';
import { sampleModel } from '../emit/sample-model.js';

const prose = await createProse(join(templatesDirectory, 'prose'));

/** What a project with these rooms says to people and machines. */
export function filesWith(
  rooms: readonly RoomName[],
  texts: Partial<typeof sampleModel> = {},
): readonly OutputFile[] {
  return prose({ ...sampleModel, ...texts, rooms });
}

export function contentOf(files: readonly OutputFile[], path: string): string {
  const file = files.find((candidate) => candidate.path === path);
  return file?.content ?? assert.fail(`${path} is not emitted`);
}
