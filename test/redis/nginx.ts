import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../serving/send.js';
import { createWorkspace, repository } from '../support/workspace.js';
import { freePort } from './redis-server.js';

export interface Proxy extends AsyncDisposable {
  readonly url: string;
  /** What it has logged. */
  readonly errors: () => Promise<string>;
}

/** nginx as docs/redis.md sets it up, before two servers that listen at these URLs. */
export async function startNginx(a: string, b: string): Promise<Proxy> {
  const workspace = await createWorkspace();
  const { directory } = workspace;
  const port = await freePort();
  const page = await readFile(join(repository, 'templates/rooms/redis/docs/redis.md'), 'utf8');
  const [, documented] = /```nginx\n([^`]+)```/.exec(page) ?? [];
  assert.ok(documented);
  const site = documented
    .replaceAll('replica-a:3000', new URL(a).host)
    .replaceAll('replica-b:3000', new URL(b).host)
    .replace('listen 8080', `listen 127.0.0.1:${port}`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${directory}/${name};`)
    .join('\n');
  const config = `
    daemon off; master_process off; pid ${directory}/pid; error_log ${directory}/errors;
    events { worker_connections 1024; }
    http { access_log off; ${temporary}\n${site} }`;
  const file = join(directory, 'nginx.conf');
  await writeFile(file, config);
  const child = spawn('nginx', ['-p', directory, '-e', join(directory, 'errors'), '-c', file], {
    stdio: 'inherit',
  });
  const exited = once(child, 'exit');
  const url = `http://127.0.0.1:${port}${new URL(a).pathname}`;
  await eventually(
    () =>
      fetch(new URL('/health', url)).then(
        ({ ok }) => ok,
        () => false,
      ),
    'nginx answered',
  );
  return {
    url,
    errors: () => readFile(join(directory, 'errors'), 'utf8'),
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await exited;
      await workspace[Symbol.asyncDispose]();
    },
  };
}
