import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { describe, it } from 'node:test';
import { eventually, onRequest, startRawServer } from './raw-server.js';
import { createRig, type Variables } from './rig.js';

/** How an API misbehaves at `/x`, and what the model is told. */
interface Chaos {
  readonly name: string;
  readonly answer: (socket: Socket) => void;
  readonly told: RegExp;
  readonly env?: Variables;
  /** Absent: it is an error. */
  readonly fine?: true;
}

const json = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';
const chunked = `${json}transfer-encoding: chunked\r\n\r\n`;
const patience = { API_TIMEOUT_MS: '200' };

/** Writes `part` over and over, `everyMs`, until the connection is closed. */
function drip(socket: Socket, part: string, everyMs: number): void {
  const timer = setInterval(() => socket.write(part), everyMs);
  socket.once('close', () => {
    clearInterval(timer);
  });
}

/** Writes `part` as fast as it is read. */
function flood(socket: Socket, part: string): void {
  const more = (): void => {
    while (!socket.destroyed && socket.write(part));
  };
  socket.on('drain', more);
  more();
}

const chaos: readonly Chaos[] = [
  {
    name: 'never answers',
    answer: () => undefined,
    told: /^The API did not answer within 200 ms/,
    env: patience,
  },
  {
    name: 'hangs up',
    answer: (socket) => socket.end(),
    told: /UND_ERR_SOCKET other side closed/,
  },
  {
    name: 'resets the connection',
    answer: (socket) => socket.resetAndDestroy(),
    told: /ECONNRESET/,
  },
  {
    name: 'sends hints before its reply',
    answer: (socket) =>
      socket.end(
        `HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n${json}content-length: 2\r\n\r\n{}`,
      ),
    told: /^\{\}$/,
    fine: true,
  },
  {
    name: 'hangs up within the headers',
    answer: (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-'),
    told: /did not give a whole reply/,
  },
  {
    name: 'resets the connection within the body',
    answer: (socket) => {
      socket.write(`${json}content-length: 100\r\n\r\n{"a":`);
      setTimeout(() => socket.resetAndDestroy(), 20);
    },
    told: /did not give a whole reply/,
  },
  {
    name: 'states a length that is too long',
    answer: (socket) => socket.end(`${json}content-length: 100\r\n\r\n{}`),
    told: /did not give a whole reply/,
  },
  {
    name: 'states a length that is too short',
    answer: (socket) =>
      socket.write(`${json}content-length: 2\r\n\r\n{} and more, HTTP/1.1 200 OK`),
    told: /^\{\}$/,
    fine: true,
  },
  {
    name: 'states a length that is none',
    answer: (socket) => socket.write(`${json}content-length: lots\r\n\r\n{}`),
    told: /did not give a whole reply: .*Invalid character in Content-Length/,
  },
  {
    name: 'states two lengths',
    answer: (socket) => socket.write(`${json}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`),
    told: /did not give a whole reply/,
  },
  {
    name: 'ends within a chunk',
    answer: (socket) => socket.end(`${chunked}ff\r\n{"a":`),
    told: /did not give a whole reply/,
  },
  {
    name: 'sends what is no chunk',
    answer: (socket) => socket.write(`${chunked}zz\r\n{}\r\n0\r\n\r\n`),
    told: /did not give a whole reply: .*Invalid character in chunk size/,
  },
  {
    name: 'speaks something else',
    answer: (socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n'),
    told: /did not give a whole reply: .*does not match the HTTP/,
  },
  {
    name: 'sends noise',
    answer: (socket) => socket.write(Buffer.from([0, 255, 13, 10, 13, 10, 0, 1, 2])),
    told: /did not give a whole reply: .*does not match the HTTP/,
  },
  {
    name: 'has huge headers',
    answer: (socket) => socket.write(`${json}x-long: ${'x'.repeat(200_000)}\r\n\r\n{}`),
    told: /UND_ERR_HEADERS_OVERFLOW/,
  },
  {
    name: 'has headers without end',
    answer: (socket) => {
      socket.write(json);
      flood(socket, 'x-one: more\r\n'.repeat(100));
    },
    told: /UND_ERR_HEADERS_OVERFLOW/,
  },
  {
    name: 'announces an answer without end',
    answer: (socket) => {
      drip(socket, 'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n'.repeat(50), 1);
    },
    told: /did not answer within 200 ms/,
    env: patience,
  },
  {
    name: 'changes the protocol unasked',
    answer: (socket) =>
      socket.write('HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
    told: /bad upgrade/,
  },
  {
    name: 'dribbles its headers',
    answer: (socket) => {
      drip(socket, 'H', 30);
    },
    told: /did not (?:answer|give a whole reply)/,
    env: patience,
  },
  {
    name: 'dribbles its body',
    answer: (socket) => {
      socket.write(chunked);
      drip(socket, '1\r\n \r\n', 30);
    },
    told: /did not answer within 200 ms/,
    env: patience,
  },
  {
    name: 'sends broken JSON',
    answer: (socket) => socket.write(`${json}content-length: 9\r\n\r\n{"a": [1,`),
    told: /\{"a": \[1,/,
    fine: true,
  },
  {
    name: 'fails with broken JSON',
    answer: (socket) =>
      socket.write(
        'HTTP/1.1 500 Oh\r\ncontent-type: application/json\r\ncontent-length: 4\r\n\r\n{"a"',
      ),
    told: /answered 500/,
  },
  {
    name: 'says 12 MB of JSON',
    answer: (socket) => {
      const body = JSON.stringify({ data: 'x'.repeat(12_000_000) });
      socket.write(`${json}content-length: ${body.length}\r\n\r\n${body}`);
    },
    told: /10000000 bytes/,
  },
  {
    name: 'redirects in circles',
    answer: (socket) =>
      socket.write('HTTP/1.1 302 Go\r\nlocation: /x\r\ncontent-length: 0\r\n\r\n'),
    told: /redirected 6 times/,
  },
];

describe('an API that', () => {
  for (const { name, answer, told, env, fine = false } of chaos) {
    it(`${name} is ${fine ? 'read as far as it makes sense' : 'an error'}, and the next call works`, async () => {
      await using server = await startRawServer((socket) => {
        onRequest(socket, (path) => {
          if (path === '/x') answer(socket);
          else socket.write(`${json}content-length: 4\r\n\r\ntrue`);
        });
      });
      const rig = createRig(server.url, { env: { API_MAX_RETRIES: '0', ...env } });
      const { text, isError } = await rig.call('GET', 'x');
      assert.match(text, told);
      assert.equal(isError, !fine, text);
      assert.deepEqual(await rig.call('GET', 'fine'), { text: 'true', isError: false });
      await eventually(() => server.open() <= 1, 'only the last connection is open');
    });
  }

  for (const [name, url, told] of [
    ['refuses connections', 'http://127.0.0.1:1', /could not be reached: connect ECONNREFUSED/],
    ['has no address', 'http://nothing.invalid', /could not be reached: .*(ENOTFOUND|EAI_AGAIN)/],
  ] as const) {
    it(`${name} is an error that says nothing was sent`, async () => {
      const { text, isError } = await createRig(url).call('POST', 'x');
      assert.equal(isError, true);
      assert.match(text, told);
      assert.match(text, /Nothing was sent\. Try again later\./);
    });
  }

  it('has no TLS where it should is an error that is not tried again', async () => {
    await using server = await startRawServer((socket) => {
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    });
    const url = server.url.replace('http:', 'https:');
    const { text, isError } = await createRig(url).call('GET', 'x');
    assert.equal(isError, true);
    assert.match(text, /could not be reached: ERR_SSL_\w+\. Nothing was sent\.$/);
    assert.equal(server.accepted(), 1);
  });
});

describe('a client that goes', () => {
  const states: readonly (readonly [string, string])[] = [
    ['while it waits for the answer', ''],
    ['in the middle of the body', `${chunked}3\r\n[1,\r\n`],
    ['while events come in', chunked.replace('application/json', 'text/event-stream')],
    ['between two tries', 'HTTP/1.1 503 Busy\r\nretry-after: 20\r\ncontent-length: 0\r\n\r\n'],
  ];
  for (const [name, reply] of states) {
    it(`${name} is not waited for`, async () => {
      let requests = 0;
      await using server = await startRawServer((socket) => {
        onRequest(socket, () => {
          requests += 1;
          socket.write(reply);
        });
      });
      const controller = new AbortController();
      const call = createRig(server.url).call('GET', 'x', { signal: controller.signal });
      await eventually(() => requests === 1, 'the request was sent');
      setTimeout(() => {
        controller.abort();
      }, 30);
      assert.match((await call).text, /^The call was cancelled\.$/);
      const idle = reply.includes('503') ? 1 : 0;
      await eventually(() => server.open() === idle, 'the connection was closed');
      assert.equal(requests, 1);
    });
  }
});
