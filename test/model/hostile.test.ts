import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build } from './build.js';

const texts: readonly string[] = [
  '__proto__',
  'constructor',
  '../../../etc/passwd',
  '`${process.exit()}`',
  '*/ process.exit() /*',
  'a\nRUN curl evil',
  'a\u2028b\u0000c\u202ed',
  '\ud800',
  '"\'\\',
  '日本語',
  '',
  'A'.repeat(20_000),
  'A_'.repeat(20_000),
  '/'.repeat(20_000),
  '{'.repeat(20_000),
];

/** A document that says `text` wherever it may say something. */
function documentOf(text: string): Readonly<Record<string, unknown>> {
  const parameters = ['path', 'query', 'header', 'cookie'].map((place) => ({
    in: place,
    name: text,
    description: text,
    schema: { type: 'string', description: text },
  }));
  const content = {
    [text]: { schema: { type: 'object', properties: Object.fromEntries([[text, {}]]) } },
    'application/json': {
      schema: { type: 'object', properties: Object.fromEntries([[text, {}]]) },
    },
  };
  const operation = {
    operationId: text,
    summary: text,
    description: text,
    tags: [text],
    parameters,
    requestBody: { content, description: text },
    responses: { 200: { content } },
    security: [Object.fromEntries([[text, []]])],
    servers: [
      { url: `https://{v}.example/${text}`, variables: { v: { default: text, enum: [text] } } },
    ],
    'x-mcp': Object.fromEntries([
      ['name', text],
      ['title', text],
      [text, text],
    ]),
  };
  return {
    info: { title: text, version: text, description: text },
    servers: [{ url: text }, { url: `https://${text}/` }, { url: 'https://ok.example' }],
    paths: {
      [`/${text}`]: { get: operation },
      [`/{${text}}#${text}`]: { post: operation },
      '/ok': { get: operation },
    },
    components: {
      securitySchemes: Object.fromEntries([[text, { type: 'apiKey', in: 'query', name: text }]]),
    },
  };
}

for (const text of texts) {
  test(`names made of ${JSON.stringify(text.slice(0, 24))} (${text.length} characters) are safe`, () => {
    const { model } = build(documentOf(text));
    assert.match(model.name, /^[a-z][a-z0-9-]{0,39}$/);
    assert.match(model.uriScheme, /^[a-z][a-z0-9+.-]*$/);
    for (const { name, default: preset = '' } of model.environment) {
      assert.match(name, /^[A-Z][A-Z0-9_]*$/);
      assert.doesNotMatch(preset, /\p{Cc}/u);
    }
    for (const { description } of model.environment)
      assert.doesNotMatch(description, /[\p{Cc}<>\\]/u);
    for (const { file, title, tools } of model.groups) {
      assert.match(file, /^[a-z0-9-]+$/);
      assert.doesNotMatch(title, /\p{Cc}/u);
      for (const tool of tools) {
        assert.match(tool.name, /^[A-Za-z0-9_-]{1,64}$/);
        assert.ok(tool.description.length <= 1024);
        assert.doesNotMatch(tool.request.path, /[\p{Cc}\\#]/u);
        assert.doesNotMatch(tool.request.accept ?? '', /\p{Cc}/u);
        assert.doesNotMatch(tool.request.body?.contentType ?? '', /\p{Cc}/u);
        for (const name of Object.keys(tool.inputSchema.properties ?? {})) {
          assert.match(name, /^[A-Za-z0-9_.-]{1,64}$/);
          assert.notEqual(name, '__proto__');
        }
        for (const { in: place, name } of tool.request.parameters ?? []) {
          if (place === 'header' || place === 'cookie') assert.match(name, /^[!-~]+$/);
        }
      }
    }
    for (const { uri } of model.resources) assert.match(uri, /^[a-z][a-z0-9+.-]*:\/\/api\/[!-~]*$/);
    const urls = [model.server, ...Object.values(model.servers)].map((server) => server?.url ?? '');
    for (const url of urls) assert.match(url, /^https?:\/\/[^\s\p{Cc}<>"\\]*$/u);
    assert.equal(Object.getPrototypeOf(model.securitySchemes), Object.prototype);
  });
}
