import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { eventually, onRequest, startRawServer } from './raw-server.js';
import { createRig } from './rig.js';

const run = promisify(execFile);
const env = { MCP_MAX_UPSTREAM_BYTES: '100000' };
const chunk = 'x'.repeat(10_000);

describe('a reply over MCP_MAX_UPSTREAM_BYTES', () => {
  for (const [name, head, part] of [
    ['of a stated length', 'content-length: 100000000000', chunk],
    ['in chunks', 'transfer-encoding: chunked', `2710\r\n${chunk}\r\n`],
    ['until the connection ends', 'connection: close', chunk],
  ] as const) {
    it(`${name} is read up to it, then the connection is closed`, async () => {
      let ended = false;
      await using server = await startRawServer((socket) => {
        onRequest(socket, () => {
          socket.write(`HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n${head}\r\n\r\n`);
          const more = (): void => {
            while (!ended && socket.write(part));
          };
          socket.on('drain', more).once('close', () => {
            ended = true;
          });
          more();
        });
      });
      const { text, isError } = await createRig(server.url, { env }).call('GET', 'x');
      assert.equal(isError, false);
      assert.match(text, /^x{1000,}\n\[cut: .*more than 100,?000/);
      await eventually(() => ended && server.open() === 0, 'the connection was closed');
    });
  }

  it('of exactly that size is whole', async () => {
    await using server = await startRawServer((socket) => {
      onRequest(socket, (path) => {
        const length = path === '/whole' ? 100_000 : 100_001;
        const head = `HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: ${length}\r\n\r\n`;
        socket.write(head + 'x'.repeat(length));
      });
    });
    const rig = createRig(server.url, { env: { ...env, MCP_MAX_RESULT_CHARS: '200000' } });
    assert.equal((await rig.call('GET', 'whole')).text, 'x'.repeat(100_000));
    assert.match((await rig.call('GET', 'more')).text, /x\n\[cut: /);
  });

  it('is an error if it is JSON, which nothing can be cut from unread', async () => {
    await using server = await startRawServer((socket) => {
      onRequest(socket, () => {
        const body = JSON.stringify(Array.from({ length: 20 }, () => chunk));
        const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
        socket.write(head + body);
      });
    });
    const { isError } = await createRig(server.url, { env }).call('GET', 'x');
    assert.equal(isError, true);
  });

  it('does not make memory grow, whatever it decodes to and however it is cut up', async () => {
    // Each member is 64 MiB of the same; there are as many as are read.
    const member = gzipSync(Buffer.alloc(64 * 1024 * 1024, 'x'), { level: 9 });
    const tiny = '1\r\nx\r\n'.repeat(10_000);
    await using server = await startRawServer((socket) => {
      onRequest(socket, (path) => {
        const isBomb = path === '/bomb';
        const encoding = isBomb
          ? 'content-encoding: gzip\r\nconnection: close'
          : 'transfer-encoding: chunked';
        socket.write(`HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n${encoding}\r\n\r\n`);
        const more = (): void => {
          while (!socket.destroyed && socket.write(isBomb ? member : tiny));
        };
        socket.on('drain', more);
        more();
      });
    });
    const script = fileURLToPath(new URL('memory-main.ts', import.meta.url));
    const args = ['--max-old-space-size=96', '--import', 'tsx', script, server.url];
    const { stdout } = await run(process.execPath, args, { timeout: 60_000 });
    const { grownMb, answers } = JSON.parse(stdout) as { grownMb: number; answers: string[] };
    assert.equal(answers.length, 2);
    for (const answer of answers) assert.match(answer, /\[cut: /);
    assert.ok(grownMb < 200, `the process has grown by ${grownMb} MB`);
  });
});
