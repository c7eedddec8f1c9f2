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
  /** Sends no further requests to the first server, as docs/redis.md says. */
  readonly takeOutFirst: () => Promise<void>;
}

/** nginx as docs/redis.md sets it up, before two servers that listen at these URLs. */
export async function startNginx(a: string, b: string): Promise<Proxy> {
  const workspace = await createWorkspace();
  const { directory } = workspace;
  const port = await freePort();
  const file = join(directory, 'nginx.conf');
  const write = async (version: number, site: string): Promise<void> => {
    await writeFile(file, configOf(directory, version, site));
  };
  const site = (await documentedSite())
    .replaceAll('replica-a:3000', new URL(a).host)
    .replaceAll('replica-b:3000', new URL(b).host)
    .replace('listen 8080', `listen 127.0.0.1:${port}`);
  await write(1, site);
  const child = spawn('nginx', ['-p', directory, '-e', join(directory, 'errors'), '-c', file], {
    stdio: 'inherit',
  });
  const exited = once(child, 'exit');
  const url = `http://127.0.0.1:${port}${new URL(a).pathname}`;
  const serves = (version: number): Promise<void> =>
    eventually(
      () =>
        fetch(new URL('/health', url), { headers: { connection: 'close' } }).then(
          ({ headers }) => headers.get('x-version') === String(version),
          () => false,
        ),
      `nginx served version ${version} of its configuration`,
    );
  await serves(1);
  return {
    url,
    takeOutFirst: async () => {
      await write(2, site.replace(/(upstream any \{\s*server [\d.:]+);/, '$1 down;'));
      child.kill('SIGHUP');
      await serves(2);
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await exited;
      await workspace[Symbol.asyncDispose]();
    },
  };
}

async function documentedSite(): Promise<string> {
  const page = await readFile(join(repository, 'templates/rooms/redis/docs/redis.md'), 'utf8');
  const [, site] = /```nginx\n([^`]+)```/.exec(page) ?? [];
  assert.ok(site);
  return site;
}

/** Answers say which version of the configuration they come by. */
function configOf(directory: string, version: number, site: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${directory}/${name};`,
  );
  return `
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    daemon off; pid ${directory}/pid; error_log ${directory}/errors;
    events { worker_connections 1024; }
    http { access_log off; add_header X-Version ${version} always; ${temporary.join(' ')}\n${site} }`;
}
