import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { sampleModel } from '../emit/sample-model.js';
import { startHttp } from '../runtime/process.js';
import { buildSampleProject } from '../runtime/sample-project.js';
import { send } from '../serving/send.js';
import { run } from '../support/run.js';
import { createWorkspace } from '../support/workspace.js';
import { contentOf, filesWith } from './files.js';

const path = `deploy/${sampleModel.name}-mcp.service`;
const files = filesWith(['systemd']);
const unit = contentOf(files, path);

/** Every value that a setting of the unit has. */
function values(name: string): readonly string[] {
  const lines = unit.split('\n').filter((line) => line.startsWith(`${name}=`));
  return lines.map((line) => line.slice(name.length + 1));
}

function value(name: string): string {
  const [only, ...others] = values(name);
  assert.equal(others.length, 0, name);
  return only ?? assert.fail(name);
}

const environment = Object.fromEntries(
  values('Environment').flatMap((line) =>
    line.split(' ').map((pair): [string, string] => {
      const [name = '', text = ''] = pair.split('=');
      return [name, text];
    }),
  ),
);

describe('the unit for systemd', () => {
  it('is there only when asked for, and is the user’s', () => {
    assert.ok(filesWith([]).every((file) => !file.path.startsWith('deploy/')));
    assert.equal(files.find((file) => file.path === path)?.ownership, 'scaffold');
  });

  it('holds nothing of the source but the name of the server', () => {
    const texts = { title: 'x\nExecStartPre=/bin/evil', summary: '\n[Service]', version: '%n' };
    assert.equal(contentOf(filesWith(['systemd'], texts), path), unit);
  });

  it('lets the process do little', () => {
    const wanted = {
      DynamicUser: 'yes',
      NoNewPrivileges: 'yes',
      ProtectSystem: 'strict',
      ProtectHome: 'yes',
      PrivateTmp: 'yes',
      PrivateDevices: 'yes',
      CapabilityBoundingSet: '',
      RestrictAddressFamilies: 'AF_INET AF_INET6 AF_UNIX',
      Restart: 'on-failure',
    };
    for (const [name, text] of Object.entries(wanted)) assert.equal(value(name), text, name);
    // V8 could not run.
    assert.deepEqual(values('MemoryDenyWriteExecute'), []);
  });

  it('binds loopback, asks clients for tokens, and sets nothing secret', () => {
    assert.equal(environment['HOST'], '127.0.0.1');
    assert.equal(environment['MCP_AUTH_TOKENS_FILE'], '%d/tokens');
    assert.match(value('LoadCredential'), /^tokens:\/etc\//);
    assert.doesNotMatch(unit, /MCP_ALLOW_UNAUTHENTICATED|MCP_AUTH_TOKENS?=/);
  });

  it('runs a server that stops within the time that it has', async () => {
    await using workspace = await createWorkspace();
    const { directory } = workspace;
    await buildSampleProject(directory);
    const tokens = join(directory, 'tokens');
    await writeFile(tokens, 'first-client=token-of-the-first-client\n');
    await using server = await startHttp(join(directory, 'dist/index.js'), {
      ...environment,
      PORT: '0',
      MCP_AUTH_TOKENS_FILE: tokens,
      PETSTORE_API_KEY: 'key',
    });
    assert.equal((await send(server.url)).status, 401);
    const headers = { authorization: 'Bearer token-of-the-first-client' };
    assert.equal((await send(server.url, { headers })).status, 200);
    const exited = once(server.child, 'exit');
    server.child.kill('SIGTERM');
    assert.deepEqual(await exited, [0, null]);
    const description = contentOf(files, 'docs/TOOLS.md');
    const default_ = (name: string) =>
      Number(new RegExp(`\`${name}\` \\| (\\d+)`).exec(description)?.[1]);
    const needed = default_('MCP_SHUTDOWN_DELAY_MS') + default_('MCP_SHUTDOWN_DEADLINE_MS');
    assert.ok(needed > 8_000 && Number(value('TimeoutStopSec')) * 1_000 >= needed + 2_000);
  });

  it('passes systemd’s own checks, where there are any', async (test) => {
    await using workspace = await createWorkspace();
    const { directory: cwd } = workspace;
    const { code: missing } = await run('systemd-analyze', ['--version'], { cwd }).catch(() => ({
      code: 1,
    }));
    if (missing !== 0) {
      test.skip('systemd-analyze is not here');
      return;
    }
    const file = join(cwd, `${sampleModel.name}-mcp.service`);
    // It looks whether the program is there.
    await writeFile(file, unit.replace('/usr/bin/node', process.execPath));
    await chmod(file, 0o644);
    const verified = await run('systemd-analyze', ['verify', '--man=no', file], { cwd });
    assert.deepEqual([verified.code, verified.stderr], [0, '']);
    const judged = ['security', '--offline=true', '--threshold=20', '--no-pager', file];
    const { code, stdout, stderr } = await run('systemd-analyze', judged, { cwd });
    assert.equal(code, 0, stdout + stderr);
  });
});
