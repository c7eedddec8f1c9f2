import assert from 'node:assert/strict';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { parse } from 'yaml';
import { emitProject, prepareEmitter } from '../../src/emit/emit-project.js';
import { sampleModel } from '../emit/sample-model.js';
import { connectHttp } from '../runtime/process.js';
import { buildSampleProject } from '../runtime/sample-project.js';
import { run } from '../support/run.js';
import { replyJson, startUpstream } from '../support/upstream.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';

const emitter = await prepareEmitter();
const files = await emitProject(sampleModel, () => Promise.resolve([]), emitter);
const contentOf = (path: string): string =>
  files.find((file) => file.path === path)?.content ?? assert.fail(`${path} is not emitted`);
const dockerfile = contentOf('Dockerfile').split('\n');

/** The arguments of the instruction of the final stage, of which there is one. */
function instruction(name: string): string {
  const final = dockerfile.slice(dockerfile.findLastIndex((line) => line.startsWith('FROM ')));
  const found = final.filter((line) => line.startsWith(`${name} `));
  assert.equal(found.length, 1, name);
  return found[0]?.slice(name.length + 1) ?? '';
}

/** What an instruction runs without a shell. */
function command(text: string): readonly string[] {
  return JSON.parse(text.slice(text.indexOf('['))) as readonly string[];
}

const entry = command(instruction('ENTRYPOINT'));
const healthCheck = command(instruction('HEALTHCHECK'));
const [uid, gid] = instruction('USER').split(':').map(Number);
/** Whoever runs these tests as root can be that user. */
const user = process.getuid?.() === 0 ? { uid, gid } : {};

describe('the image', () => {
  let workspace: Workspace;
  let image: string;

  before(async () => {
    workspace = await createWorkspace();
    image = await mkdtemp(join(tmpdir(), 'mcp-gen-image-'));
    await chmod(image, 0o755);
    await buildSampleProject(workspace.directory);
    const packed = await run(process.execPath, ['scripts/pack.mjs', image], {
      cwd: workspace.directory,
    });
    assert.equal(packed.code, 0, packed.stderr);
  });
  after(async () => {
    await workspace[Symbol.asyncDispose]();
    await rm(image, { recursive: true });
  });

  const runIn = (
    [program = '', ...args]: readonly string[],
    env: Readonly<Record<string, string>>,
  ) => {
    assert.equal(program, 'node');
    const options = { cwd: image, env: { ...env }, stdio: 'pipe', ...user } as const;
    const child = spawn(process.execPath, args, options);
    const exited = once(child, 'exit').then(([code]) => code as number | null);
    return { child, exited };
  };
  const health = (env: Readonly<Record<string, string>>): Promise<number | null> =>
    runIn(healthCheck, env).exited;

  it('has what runs, and no packages', async () => {
    assert.equal(instruction('COPY'), '--from=build /out ./');
    assert.ok(dockerfile.some((line) => line.endsWith('node scripts/pack.mjs /out')));
    assert.deepEqual((await readdir(image)).sort(), ['dist', 'health-check.mjs', 'package.json']);
  });

  it('serves over HTTP as another user, tells its health, and stops', async () => {
    await using upstream = await startUpstream((_, response) => {
      replyJson(response, { pets: 3 });
    });
    const env = {
      ...{ MCP_TRANSPORT: 'http', HOST: '0.0.0.0', PORT: '0', API_BASE_URL: upstream.url },
      ...{ MCP_ALLOWED_HOSTS: '127.0.0.1', MCP_AUTH_TOKEN: 'inbound-token-of-the-test' },
      PETSTORE_API_KEY: 'api-key',
    };
    const { child, exited } = runIn(entry, env);
    let log = '';
    const url = await new Promise<URL>((resolve, reject) => {
      const lines = createInterface({ input: child.stderr });
      lines.on('line', (line) => {
        log += line;
        const found = /"url":"([^"]+)"/.exec(line)?.[1];
        if (found !== undefined) resolve(new URL(found.replace('0.0.0.0', '127.0.0.1')));
      });
      lines.on('close', () => {
        reject(new Error(log));
      });
    });
    try {
      await using client = await connectHttp('v2 of 2026', url.href, 'inbound-token-of-the-test');
      const { content } = await client.callTool({ name: 'get_inventory' });
      assert.deepEqual(content, [{ type: 'text', text: '{"pets":3}' }]);
      for (const host of ['0.0.0.0', '127.0.0.1', '', 'localhost']) {
        assert.equal(await health({ MCP_TRANSPORT: 'http', HOST: host, PORT: url.port }), 0, host);
      }
    } finally {
      child.kill(instruction('STOPSIGNAL') as NodeJS.Signals);
    }
    assert.equal(await exited, 0);
    assert.equal(await health({ MCP_TRANSPORT: 'http', PORT: url.port }), 1);
  });

  it('has no health to tell on stdio', async () => {
    assert.equal(await health({}), 0);
    assert.equal(await health({ MCP_TRANSPORT: 'stdio' }), 0);
  });

  it('does not run as root', () => {
    assert.ok(uid !== undefined && uid > 0 && gid !== undefined && gid > 0);
  });

  it('is described by nothing of the source but the name of the server', async () => {
    const texts = { title: 'x"\nRUN evil', summary: '\nRUN evil', version: '$(evil)' };
    const other = { ...sampleModel, ...texts, environment: [] };
    const emitted = await emitProject(other, () => Promise.resolve([]), emitter);
    for (const path of ['Dockerfile', 'compose.yaml', '.dockerignore']) {
      const { content } = emitted.find((file) => file.path === path) ?? assert.fail(path);
      assert.equal(content, contentOf(path));
    }
  });
});

describe('an image whose custom code imports a package', () => {
  it('has that package', async () => {
    await using workspace = await createWorkspace();
    await using image = await createWorkspace();
    const custom = `
      import { bulkhead } from 'cockatiel';
      import { join } from 'node:path';
      import type { Custom } from '../runtime/custom.js';
      const handler = () => join(typeof bulkhead, 'x');
      export const custom = { tools: [{ name: 'own', description: 'Own.', handler }] } satisfies Custom;
    `;
    await buildSampleProject(workspace.directory, custom);
    const packages = await readFile(join(workspace.directory, 'dist/packages.json'), 'utf8');
    assert.deepEqual(JSON.parse(packages), ['cockatiel']);
    const packed = await run(process.execPath, ['scripts/pack.mjs', image.directory], {
      cwd: workspace.directory,
    });
    assert.equal(packed.code, 0, packed.stderr);
    assert.ok((await readdir(image.directory)).includes('node_modules'));
  });
});

describe('compose.yaml', () => {
  interface Service {
    readonly environment: Readonly<Record<string, string>>;
    readonly ports: readonly string[];
    readonly healthcheck: { readonly test: readonly string[] };
    readonly [key: string]: unknown;
  }
  const { services } = parse(contentOf('compose.yaml')) as {
    readonly services: Readonly<Record<string, Service>>;
  };

  it('runs one service with no more rights than it needs, for this machine only', () => {
    assert.deepEqual(Object.keys(services), [`${sampleModel.name}-mcp`]);
    const service = Object.values(services)[0] ?? assert.fail();
    assert.equal(service['read_only'], true);
    assert.deepEqual(service['cap_drop'], ['ALL']);
    assert.deepEqual(service['security_opt'], ['no-new-privileges:true']);
    assert.deepEqual(service.ports, ['127.0.0.1:3000:3000']);
    assert.deepEqual(service.healthcheck.test, ['CMD', ...healthCheck]);
    assert.match(service.environment['MCP_AUTH_TOKEN'] ?? '', /^\$\{MCP_AUTH_TOKEN:\?/);
    assert.ok(!('MCP_ALLOW_UNAUTHENTICATED' in service.environment));
  });

  it('leaves secrets out of the image', () => {
    const ignored = contentOf('.dockerignore').split('\n');
    for (const path of ['.env', '.env.*', '.git', '*.pem', '*.key', 'node_modules', 'dist']) {
      assert.ok(ignored.includes(path), path);
    }
  });
});
