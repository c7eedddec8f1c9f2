import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { LeakReport } from './leaks-main.js';
import { onRequest, startRawServer } from './raw-server.js';

const run = promisify(execFile);

const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';

describe('10,000 calls of an API that is out of order', () => {
  it('leave neither sockets, nor timers, nor memory behind', async () => {
    await using server = await startRawServer((socket) => {
      onRequest(socket, (path) => {
        if (path === '/ok') socket.write(`${head}content-length: 4\r\n\r\ntrue`);
        else if (path === '/missing') {
          socket.write('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n');
        } else if (path === '/busy') {
          socket.write('HTTP/1.1 503 Busy\r\nretry-after: 0\r\ncontent-length: 0\r\n\r\n');
        } else if (path === '/drop') socket.destroy();
        else if (path === '/cut') socket.end(`${head}content-length: 100\r\n\r\n[`);
        else if (path === '/slow') socket.write(`${head}content-length: 100\r\n\r\n[`);
        else if (path === '/large') {
          socket.write(`${head}content-length: 9000\r\n\r\n${'1'.repeat(9_000)}`);
        }
      });
    });
    const script = fileURLToPath(new URL('leaks-main.ts', import.meta.url));
    const args = ['--expose-gc', '--import', 'tsx', script, server.url];
    const { stdout } = await run(process.execPath, args, { timeout: 60_000 });
    const report = JSON.parse(stdout) as LeakReport;
    assert.equal(report.answered, 10_000);
    assert.ok(report.errors > 4_000 && report.errors < 9_000, `${report.errors} errors`);
    assert.ok(report.sockets <= report.connections, `${report.sockets} sockets`);
    assert.ok(report.timers <= 5, `${report.timers} timers`);
    assert.ok(report.grownMb < 10, `the heap has grown by ${report.grownMb} MB`);
    assert.ok(server.open() <= report.connections, `${server.open()} connections`);
  });
});
