import assert from 'node:assert/strict';
import { InputError } from '../../src/diagnostics.js';
import type { OutputFile, Ownership } from '../../src/emit/output-file.js';
import type { ManifestHeader } from '../../src/write/manifest.js';
import { planChanges, type Plan, type PlanOptions } from '../../src/write/plan.js';
import { readProject } from '../../src/write/project.js';
import { writeProject } from '../../src/write/write-project.js';

/** A header as `generate` makes it. */
export const header: ManifestHeader = {
  generator: '1.2.3',
  source: { kind: 'file', location: '../petstore.yaml', digest: 'sha256:0' },
  options: { resources: 'both', include: ['tag:pets'] },
  credentialOrigins: ['https://api.example.com'],
  pins: {
    name: 'petstore',
    uriScheme: 'petstore',
    tools: { 'GET /pets/{}': { name: 'get_pet', group: 'pets' } },
    environment: {},
  },
};

/** An output file; owned by the generator unless said otherwise. */
export function file(
  path: string,
  content: string,
  ownership: Ownership = 'generated',
): OutputFile {
  return { path, content, ownership };
}

/** What a run would do to a folder. */
export async function plan(
  folder: string,
  files: readonly OutputFile[],
  options: Partial<PlanOptions & { header: ManifestHeader }> = {},
): Promise<Plan> {
  return planChanges(await readProject(folder), files, options.header ?? header, {
    force: false,
    adopt: false,
    acceptOrigins: [],
    ...options,
  });
}

/** Plans and writes. */
export async function generate(
  folder: string,
  files: readonly OutputFile[],
  options: Partial<PlanOptions & { header: ManifestHeader }> = {},
): Promise<Plan> {
  const made = await plan(folder, files, options);
  await writeProject(made);
  return made;
}

/** The changes of a plan on one line each. */
export function summarize({ changes }: Plan): readonly string[] {
  return changes.map(({ action, path, reason }) => `${action} ${path}: ${reason}`);
}

/** Asserts that work fails with an `InputError` that has a code; returns all that it says. */
export async function rejectsWith(code: string, work: Promise<unknown>): Promise<string> {
  const thrown: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  assert.ok(thrown instanceof InputError, `an InputError ${code}, not ${String(thrown)}`);
  const codes: readonly string[] = thrown.diagnostics.map((diagnostic) => diagnostic.code);
  assert.ok(codes.includes(code), `${code}, not ${codes.join()}: ${thrown.message}`);
  return thrown.diagnostics.flatMap(({ message, help }) => [message, help ?? '']).join('\n');
}
