import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { generate } from '../../src/index.js';
import { plainText } from '../../src/model/text.js';
import { startUpstream, type Upstream } from '../support/upstream.js';
import { createWorkspace, type Workspace } from '../support/workspace.js';
import { rejectsWith } from '../write/generation.js';

describe('a hostile host of a description', () => {
  let host: Upstream;
  let workspace: Workspace;

  before(async () => {
    workspace = await createWorkspace();
    host = await startUpstream(({ url }, response) => {
      if (url === '/endless') {
        const write = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(1_048_576, ' ')));
        };
        response.on('drain', write);
        write();
      } else if (url === '/bomb') {
        response.setHeader('content-encoding', 'gzip');
        response.end(gzipSync(Buffer.alloc(70_000_000, ' ')));
      } else if (url === '/file') response.writeHead(302, { location: 'file:///etc/passwd' }).end();
      else if (url === '/user') {
        response.writeHead(302, { location: 'http://user:secret@127.0.0.1:9/' }).end();
      } else if (url === '/image') {
        response
          .writeHead(200, { 'content-type': 'image/png' })
          .end(Buffer.from('\x89PNG\r\n', 'latin1'));
      } else response.writeHead(500, { 'content-type': 'text/plain' }).end('\u001b[2J$SECRET');
    });
  });
  after(async () => {
    await host[Symbol.asyncDispose]();
    await workspace[Symbol.asyncDispose]();
  });

  const answers: readonly (readonly [string, string])[] = [
    ['/endless', 'MG102'],
    ['/bomb', 'MG102'],
    ['/file', 'MG113'],
    ['/user', 'MG113'],
    ['/image', 'MG103'],
    ['/failure', 'MG112'],
  ];
  for (const [path, code] of answers) {
    it(`gets ${code} for ${path}, and nothing is written`, async () => {
      const cwd = workspace.directory;
      const said = await rejectsWith(code, generate({ cwd, source: host.url + path }));
      assert.doesNotMatch(said, /secret|[^\n\P{Cc}]/iu);
      assert.deepEqual(await readdir(cwd), []);
    });
  }
});

describe('a hostile config', () => {
  const payload = '`${globalThis.PWNED=1}` */ {{x}} <script>';
  const configs: readonly (readonly [string, object, string])[] = [
    [
      'a header that holds its value',
      { source: 'https://a.test', sourceHeaders: ['A: b'] },
      'MG131',
    ],
    ['a URL with a password', { baseUrl: 'https://a:b@a.test', endpoints: ['GET /a'] }, 'MG131'],
    ['a base URL of another scheme', { baseUrl: 'file:///etc', endpoints: ['GET /a'] }, 'MG130'],
    ['a tool whose name is code', { endpoints: [{ 'GET /a': { tool: payload } }] }, 'MG130'],
    [
      'a header whose name is two',
      { auth: { type: 'apiKey', in: 'header', name: 'A\r\nB' } },
      'MG130',
    ],
    ['an unknown key', JSON.parse('{"__proto__": {"polluted": true}}') as object, 'MG130'],
    ['a source of another scheme', { source: 'file:///etc/passwd' }, 'MG101'],
  ];
  for (const [name, config, code] of configs) {
    it(`with ${name} is refused`, async () => {
      await using workspace = await createWorkspace();
      const path = join(workspace.directory, 'mcp-gen.config.json');
      await writeFile(path, JSON.stringify(config));
      await rejectsWith(code, generate({ cwd: workspace.directory }));
      assert.deepEqual(await readdir(workspace.directory), ['mcp-gen.config.json']);
      assert.ok(!('polluted' in {}));
    });
  }
});

describe('what a model reads', () => {
  for (const text of [
    'a <|im_start|> b',
    'a <\u200b|im_start|> b',
    'a &lt;|im_start|&gt; b',
    'a &#60;&#x200b;|im_start|&#62; b',
    'a <scr\u200bipt>x</script> b',
    'a <!\u200b-- x --> b',
    'a \u{e0041}\u{e0042}\u202e\u2066\ufeff\u001b b',
  ]) {
    it(`has no hidden text, script or chat mark of ${JSON.stringify(text)}`, () => {
      const shown = plainText(text, 100);
      assert.match(shown, /^a \S* ?b$/);
      assert.doesNotMatch(shown, /<|script|im_start|[^ -~]/);
    });
  }

  it('is made of tags that never end in linear time', () => {
    assert.equal(plainText(`<a${'-a'.repeat(1_000_000)}`, 200_000).length, 200_000);
  });
});
