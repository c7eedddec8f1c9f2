import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate, type Diagnostic, type GenerateResult } from '../../src/index.js';
import type { SecurityScheme } from '../../src/model/model.js';
import type { Description } from '../corpus/inputs.js';
import { pickSome, seededRandom } from '../corpus/random.js';
import { connectStdio, type AnyClient } from '../runtime/process.js';
import { linkDependencies } from '../support/fixture.js';
import { run } from '../support/run.js';
import { prismDirectory, startPrism } from './prism.js';
import { readableDocument } from './readable-document.js';
import { sampleCalls, type SampleCall } from './samples.js';
import { noAnswer, startWitness, type Testimony, type Witness } from './witness.js';

/** A call and what came of it. */
export interface Hearing extends SampleCall {
  /** Absent if the server sent nothing. */
  readonly testimony?: Testimony;
  /** What the client was told, if that is an error. */
  readonly failure?: string;
}

/** What became of a description. */
export interface Trial {
  readonly id: string;
  readonly tools: number;
  /** Tools of which no arguments could be made. */
  readonly missing: number;
  readonly hearings: readonly Hearing[];
  /** Of the generation. */
  readonly diagnostics: readonly Diagnostic[];
  /** Why nothing was heard. */
  readonly problem?: string;
}

/** The most operations of a description that are called. */
export const mostCalls = 150;

/** Generates and builds the server of a description and calls its tools in front of Prism. Never rejects. */
export async function judge({ id, file }: Description): Promise<Trial> {
  const output = join(prismDirectory, 'projects', id.replace(/\W+/g, '-'));
  const nothing = { id, tools: 0, missing: 0, hearings: [], diagnostics: [] };
  try {
    await rm(output, { recursive: true, force: true });
    const { model, diagnostics } = await generate({ cwd: prismDirectory, source: file, output });
    await linkDependencies(output);
    if (needsSigner(model)) await writeFile(join(output, 'src/custom/index.ts'), signer);
    const built = await run('npm', ['run', '--silent', 'build'], { cwd: output });
    if (built.code !== 0) throw new Error(`build: ${built.stdout}${built.stderr}`);
    const { calls, missing } = await sampleCalls(file);
    const chosen = pickSome(calls, mostCalls, seededRandom(id));
    const hearings = await hearAll(chosen, { file, entry: join(output, 'dist/index.js'), model });
    return { id, tools: model.counts.tools, missing, hearings, diagnostics };
  } catch (error) {
    return { ...nothing, problem: error instanceof Error ? error.message : String(error) };
  }
}

type Model = GenerateResult['model'];

/** Signs what nothing else has signed, as users do for schemes that a server leaves to them; Prism takes it for a digest. */
const signer = `import type { Custom } from '../runtime/custom.js';

const authorization = 'Digest username="a", realm="b", nonce="c", uri="d", response="e"';

export const custom = {
  hooks: {
    beforeRequest: (request) => ({ ...request, headers: { authorization, ...request.headers } }),
  },
} satisfies Custom;
`;

function needsSigner({ securitySchemes }: Model): boolean {
  return Object.values(securitySchemes).some(({ type }) => type === 'unsupported');
}

async function hearAll(
  calls: readonly SampleCall[],
  server: { readonly file: string; readonly entry: string; readonly model: Model },
): Promise<readonly Hearing[]> {
  const document = await readableDocument(server.file);
  let prism = await startPrism(document);
  try {
    await using witness = await startWitness(() => prism);
    const variables = environment(server.model, witness.url);
    await using client = await connectStdio('v2 of 2026', server.entry, variables);
    const hearings: Hearing[] = [];
    for (const call of calls) {
      hearings.push(await hear(call, client, witness));
      if (witness.testimonies.at(-1)?.violations[0]?.code === noAnswer) {
        await prism[Symbol.asyncDispose]();
        prism = await startPrism(document);
      }
    }
    return hearings;
  } finally {
    await prism[Symbol.asyncDispose]();
  }
}

async function hear(call: SampleCall, client: AnyClient, witness: Witness): Promise<Hearing> {
  const before = witness.testimonies.length;
  const result = await client.callTool({ name: call.tool.name, arguments: call.arguments });
  const testimony = witness.testimonies[before];
  return {
    ...call,
    ...(testimony && { testimony }),
    ...(result.isError === true && { failure: JSON.stringify(result.content) }),
  };
}

/** Variables with which every request goes to `url`, just once, and every scheme has a credential. */
function environment(model: Model, url: string): Readonly<Record<string, string>> {
  const servers = Object.values(model.servers).map(({ env }) => [env, url] as const);
  const schemes = Object.values(model.securitySchemes).flatMap(credentials);
  return {
    API_BASE_URL: url,
    MCP_SURFACE: 'all',
    API_MAX_RETRIES: '0',
    API_BREAKER_FAILURES: '0',
    ...Object.fromEntries([...servers, ...schemes]),
  };
}

function credentials(scheme: SecurityScheme): readonly (readonly [string, string])[] {
  switch (scheme.type) {
    case 'apiKey':
    case 'bearer':
      return [[scheme.env, 'test-secret']];
    case 'basic':
      return [
        [scheme.usernameEnv, 'test-user'],
        [scheme.passwordEnv, 'test-secret'],
      ];
    case 'oauth2':
      return [[scheme.accessTokenEnv, 'test-secret']];
    case 'mutualTLS':
    case 'unsupported':
      return [];
  }
}
