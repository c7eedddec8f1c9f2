import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { generate } from '../../src/index.js';
import { linkDependencies } from '../support/fixture.js';
import { run } from '../support/run.js';
import { startUpstream, type Upstream } from '../support/upstream.js';
import { repository } from '../support/workspace.js';
import { png } from './custom/samples.js';
import { conformanceDirectory } from './install.js';

const here = join(repository, 'test/conformance');

/** Generates the server from openapi.yaml, adds custom/, builds it, and returns its entry. */
export async function buildServer(): Promise<string> {
  const project = join(conformanceDirectory, 'project');
  await mkdir(conformanceDirectory, { recursive: true });
  await rm(project, { recursive: true, force: true });
  await generate({
    cwd: conformanceDirectory,
    source: join(here, 'openapi.yaml'),
    output: 'project',
    with: ['redis'],
  });
  await cp(join(here, 'custom'), join(project, 'src/custom'), { recursive: true });
  await rm(join(project, 'src/custom/tsconfig.json'));
  await linkDependencies(project);
  for (const script of ['node_modules/typescript/bin/tsc', 'scripts/build.mjs']) {
    const { code, stdout, stderr } = await run(process.execPath, [script], { cwd: project });
    if (code !== 0) throw new Error(`${script} failed:\n${stdout}${stderr}`);
  }
  return join(project, 'dist/index.js');
}

/** A WAV file of two samples. */
const wav = 'UklGRigAAABXQVZFZm10IBAAAAABAAEAQB8AAIA+AAACABAAZGF0YQQAAAAAAAAA';

/** What the API answers, by path; anything else fails. */
const answers: Readonly<Record<string, readonly [type: string, body: string | Buffer]>> = {
  '/simple-text': ['text/plain', 'This is a simple text response for testing.'],
  '/image': ['image/png', Buffer.from(png, 'base64')],
  '/audio': ['audio/wav', Buffer.from(wav, 'base64')],
  '/documents/short': ['application/json', '{"kind":"short"}'],
};

/** The API that the server stands before. */
export function startApi(): Promise<Upstream> {
  return startUpstream(({ url }, response) => {
    const [type, body] = answers[url] ?? ['text/plain', 'This always fails.'];
    response.writeHead(url in answers ? 200 : 500, { 'content-type': type }).end(body);
  });
}
