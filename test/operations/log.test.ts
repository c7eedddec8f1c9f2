import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { run } from '../support/run.js';
import { replyJson, startUpstream, type Upstream } from '../support/upstream.js';
import { buildLoggingProject, parseLines, type LoggingProject } from './sample.js';
import { startStdio } from './stdio.js';

/** Every way in which a secret gets into the server. */
const secrets = {
  PETSTORE_API_KEY: 'key-secret "quoted" \u00e9',
  PETSTORE_HEADER_KEY: 'header-secret/+=',
  PETSTORE_SESSION: 'cookie-secret',
  PETSTORE_TOKEN: 'bearer-secret',
  PETSTORE_USERNAME: 'user',
  PETSTORE_PASSWORD: 'basic-secret',
  API_HEADER_X_SIGNING_KEY: 'extra-secret',
  HTTPS_PROXY: 'http://proxy:proxy-secret@127.0.0.1:9',
  NO_PROXY: '*',
  API_CLIENT_KEY_PASSPHRASE: 'passphrase-secret',
  MCP_AUTH_TOKEN: 'inbound-secret',
} as const;

describe('the log of a server', () => {
  let project: LoggingProject;
  let upstream: Upstream;
  before(async () => {
    project = await buildLoggingProject();
    upstream = await startUpstream((_, response) => {
      replyJson(response, {});
    });
  });
  after(async () => {
    await upstream[Symbol.asyncDispose]();
    await project[Symbol.asyncDispose]();
  });

  /** The log of a server that is told to call tools, one after the other, and then to end. */
  const logOf = async (
    env: Readonly<Record<string, string>>,
    calls: readonly (readonly [name: string, args: object])[],
  ): Promise<string> => {
    await using server = await startStdio(project.entry, { API_BASE_URL: upstream.url, ...env });
    for (const [name, args] of calls) await server.ask('tools/call', { name, arguments: args });
    assert.equal(await server.end(), 0);
    return await server.log;
  };

  const levels = {
    debug: ['debug', 'info', 'warn', 'error'],
    info: ['info', 'warn', 'error'],
    warn: ['warn', 'error'],
    error: ['error'],
    silent: [],
  } as const;
  for (const [level, expected] of Object.entries(levels)) {
    it(`has what LOG_LEVEL=${level} lets through, as JSON with the id of the call`, async () => {
      const log = await logOf({ LOG_LEVEL: level }, [['log_all', { text: 'said' }]]);
      const lines = parseLines(log).filter(({ message }) => message === 'said');
      assert.deepEqual(
        lines.map((line) => line['level']),
        expected,
      );
      for (const { time, request } of lines) {
        assert.match(String(time), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
        assert.match(String(request), /^[\da-f-]{36}$/);
      }
      assert.match(log, /printed by custom code/);
    });
  }

  it('says why, where an error is told', async () => {
    const lines = parseLines(await logOf({}, [['log_all', { text: 'said' }]]));
    const { error } = lines.find((line) => 'error' in line) ?? {};
    const { type, message, stack } = error as Readonly<Record<string, string>>;
    assert.deepEqual([type, message], ['Error', 'said']);
    assert.match(stack ?? '', /^Error: said\n +at /);
  });

  for (const format of ['json', 'text']) {
    it(`never has a secret, as ${format}`, async () => {
      const { MCP_AUTH_TOKEN: inbound, ...others } = secrets;
      const values = [...Object.values(others), inbound, 'proxy-secret'];
      const calls = values.map((text) => ['log_all', { text }] as const);
      const uncalled = [['x '.repeat(80) + inbound, {}]] as const;
      const env = { ...secrets, LOG_FORMAT: format, LOG_LEVEL: 'debug', MCP_AUDIT: '1' };
      const log = await logOf({ ...env, MCP_AUDIT_ARGUMENTS: 'names' }, [...calls, ...uncalled]);
      assert.doesNotMatch(log, /-secret/);
      assert.ok(log.split('[redacted]').length > 40);
      assert.ok(log.includes('log_all'));
    });

    it(`has no character that steers a terminal or ends a line, as ${format}`, async () => {
      const text = 'a\r\n{"level":"info"}\u001b[2J\u009b1m\u2028\u202eb\u0000\u{e0041}';
      const env = { LOG_FORMAT: format, MCP_AUDIT: '1', MCP_AUDIT_ARGUMENTS: 'names' };
      const log = await logOf(env, [
        ['log_all', { text, [text]: 1 }],
        [`no ${text}`, {}],
      ]);
      assert.doesNotMatch(log.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      for (const line of log.trimEnd().split('\n')) {
        const own = format === 'json' ? /^\{"level":.*\}$/ : /^\d\d:\d\d:\d\d (info |warn |error) /;
        if (line !== 'printed by custom code') assert.match(line, own);
      }
      if (format === 'json') {
        assert.ok(
          parseLines(log).some(({ message }) => message === text),
          'nothing is lost',
        );
      }
    });
  }

  it('reads well as text', async () => {
    const log = await logOf({ LOG_FORMAT: 'text' }, [['log_all', { text: 'two words' }]]);
    assert.match(log, /^\d\d:\d\d:\d\d info {2}two words request=[\da-f-]{36} text="two words"$/m);
  });

  it('is complete when custom code ends the process', async () => {
    await using server = await startStdio(project.entry, { API_BASE_URL: upstream.url });
    server.ask('tools/call', { name: 'log_and_exit', arguments: {} }).catch(() => undefined);
    const lines = parseLines(await server.log).filter((line) => 'line' in line);
    assert.equal(await server.exited, 7);
    assert.deepEqual(
      lines.map(({ line }) => line),
      Array.from({ length: 2_000 }, (_, index) => index),
    );
  });

  for (const name of ['fault', 'reject']) {
    it(`has the error on which the server ends (${name}), without secrets`, async () => {
      await using server = await startStdio(project.entry, {
        ...{ API_BASE_URL: upstream.url, PETSTORE_TOKEN: 'bearer-secret' },
      });
      const args = { text: 'broken by bearer-secret' };
      server.ask('tools/call', { name, arguments: args }).catch(() => undefined);
      const log = await server.log;
      assert.equal(await server.exited, 1);
      assert.doesNotMatch(log, /-secret/);
      const { level, message, error } = parseLines(log).at(-1) ?? {};
      assert.deepEqual([level, message], ['error', 'ends on a fault']);
      assert.match(JSON.stringify(error), /broken by \[redacted\]/);
    });
  }

  it('that nobody reads does not stop the server', async () => {
    const env = { API_BASE_URL: upstream.url };
    await using server = await startStdio(project.entry, env, { read: false });
    const call = { name: 'log_much', arguments: { lines: 3_000 } };
    for (let round = 0; round < 3; round += 1) await server.ask('tools/call', call);
    assert.equal(await server.end(), 0);
  });

  it('whose reader has gone does not stop the server', async () => {
    const env = { API_BASE_URL: upstream.url };
    await using server = await startStdio(project.entry, env, { read: false });
    server.stopReading();
    const call = { name: 'log_much', arguments: { lines: 10 } };
    for (let round = 0; round < 3; round += 1) await server.ask('tools/call', call);
    assert.equal(await server.end(), 0);
  });
});

describe('the environment of a server', () => {
  let project: LoggingProject;
  before(async () => {
    project = await buildLoggingProject();
  });
  after(() => project[Symbol.asyncDispose]());

  const start = (env: Readonly<Record<string, string>>) =>
    run(process.execPath, [project.entry], { cwd: project.directory, env: { ...env } });

  it('is told where a name looks like a slip', async () => {
    const { code, stderr } = await start({
      ...{ MCP_TRANSPROT: 'http', API_TIMEOUT: '5', LOG_LEVL: 'debug', MCP_TIMEOUT: '9' },
      ...{ MCP_AUDIT_: '', API_HEADER_X_ANY: 'thing', MCP_AUDIT: '1' },
    });
    assert.equal(code, 0);
    const warned = parseLines(stderr).filter(({ level }) => level === 'warn');
    assert.deepEqual(
      warned.map(({ message }) => message),
      [
        'API_TIMEOUT is not read; did you mean API_TIMEOUT_MS?',
        'LOG_LEVL is not read; did you mean LOG_LEVEL?',
        'MCP_TRANSPROT is not read; did you mean MCP_TRANSPORT?',
      ],
    );
  });

  it('is told with what keeps the server from starting, and without secrets', async () => {
    const { code, stdout, stderr } = await start({
      MCP_TRANSPORT: 'http',
      HOST: '0.0.0.0',
      MCP_AUTH_TOKN: 'x',
      PORT: 'bearer-secret',
      PETSTORE_TOKEN: 'bearer-secret',
      LOG_FORMAT: 'xml',
      MCP_AUDIT: 'yes',
      MCP_AUDIT_ARGUMENTS: 'values',
      API_REQUEST_ID_HEADER: 'Content-Length',
      API_ALLOWED_ORIGINS: 'https://user:url-secret@api.test/?x',
      MCP_MAX_FILE_BYTES: 'y'.repeat(5_000),
    });
    assert.deepEqual([code, stdout], [1, '']);
    for (const name of [
      ...['MCP_ALLOWED_HOSTS', 'MCP_AUTH_TOKEN', 'PORT', 'LOG_FORMAT', 'MCP_AUDIT'],
      ...['MCP_AUDIT_ARGUMENTS', 'API_REQUEST_ID_HEADER', 'API_ALLOWED_ORIGINS'],
      ...['MCP_MAX_FILE_BYTES', 'MCP_AUTH_TOKN'],
    ]) {
      assert.match(stderr, new RegExp(`^ {2}- ${name} `, 'm'));
    }
    assert.match(stderr, /MCP_AUTH_TOKN is not read; did you mean MCP_AUTH_TOKEN\?/);
    assert.doesNotMatch(stderr, /-secret|y{100}/);
  });
});
