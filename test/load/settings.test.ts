import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { resolveSettings } from '../../src/settings.js';
import { diagnosticsOf, folderOf, places } from './folder.js';

const openapi = { openapi: '3.1.0', info: { title: 'A', version: '1' }, paths: {} };

function manifestOf(source: object, options: object, more: object = {}): object {
  return {
    ...more,
    formatVersion: 1,
    generator: '0.0.0',
    source: { digest: 'sha256:0', ...source },
    options,
    credentialOrigins: [],
    pins: { name: 'a', uriScheme: 'a', tools: {}, environment: {} },
    files: {},
    package: {},
  };
}

test('flags alone', async () => {
  const cwd = folderOf({ 'a.json': openapi });
  const { recorded, ...settings } = await resolveSettings({
    cwd,
    source: './a.json',
    strict: true,
  });
  assert.deepEqual(settings, {
    cwd,
    source: 'a.json',
    resources: 'both',
    include: [],
    exclude: [],
    readOnly: false,
    profiles: [],
    surfaceThreshold: 60,
    rename: false,
    outputSchema: false,
    fields: false,
    with: [],
    tools: {},
    serve: {},
    strict: true,
    allowRemoteRefs: [],
    acceptOrigins: [],
    sourceHeaders: {},
    check: false,
    dryRun: false,
    force: false,
    adopt: false,
  });
  assert.deepEqual(recorded, {
    source: { kind: 'file', location: 'a.json' },
    options: { strict: true },
  });
});

test('a config of any name is told by what it names', async () => {
  const cwd = folderOf({
    'a.json': openapi,
    'public.yaml': '# The public part.\nsource: a.json\nname: configured\n',
  });
  const { source, name } = await resolveSettings({ cwd, source: 'public.yaml' });
  assert.deepEqual({ source, name }, { source: 'a.json', name: 'configured' });
});

test('flags win over the config, and the config over what the project recorded', async () => {
  const cwd = folderOf({
    'mcp-gen.config.yaml': 'source: spec/a.json\nname: configured\nreadOnly: true\nrefRoot: spec\n',
    'mcp-gen.json': manifestOf(
      { kind: 'file', location: '../old.json' },
      { name: 'recorded', readOnly: false, resources: 'tools-only' },
    ),
  });
  const settings = await resolveSettings({
    cwd,
    name: 'flag',
    acceptOrigins: ['https://a.example'],
  });
  const { source, output, name, readOnly, resources, refRoot, recorded } = settings;
  assert.deepEqual(
    { source, output, name, readOnly, resources, refRoot },
    {
      source: 'spec/a.json',
      output: '.',
      name: 'flag',
      readOnly: true,
      resources: 'tools-only',
      refRoot: 'spec',
    },
  );
  assert.deepEqual(recorded, {
    source: { kind: 'config', location: 'mcp-gen.config.yaml' },
    options: { name: 'flag', readOnly: false, resources: 'tools-only' },
  });
});

test('the config that a project was generated with counts wherever it is generated again', async () => {
  const file = { kind: 'file', location: '../a.json' };
  const config = 'serve: { access: [{ class: write, callers: [ann] }] }\n';
  const cwd = folderOf({
    'a.json': openapi,
    'mcp-gen.config.yaml': config,
    'out/mcp-gen.json': manifestOf(file, {}, { config: '../mcp-gen.config.yaml' }),
    'lost/mcp-gen.json': manifestOf(file, {}, { config: 'mcp-gen.config.yaml' }),
  });
  const first = await resolveSettings({ cwd, source: 'a.json', output: 'new' });
  assert.equal(first.recorded.config, 'mcp-gen.config.yaml');
  const again = await resolveSettings({ cwd: join(cwd, 'out') });
  assert.deepEqual(again.serve, first.serve);
  assert.equal(again.recorded.config, '../mcp-gen.config.yaml');
  assert.equal(again.output, '.');
  const [lost] = await diagnosticsOf(resolveSettings({ cwd: join(cwd, 'lost') }));
  assert.equal(lost?.code, 'MG143');
});

test('output schemas and what holds for single tools', async () => {
  const cwd = folderOf({
    'mcp-gen.config.yaml':
      'source: a.json\noutputSchema: true\ntools:\n  GET /a: { maxResultChars: 2000 }\n  tag:b: { contentType: text/xml }\n',
  });
  const { outputSchema, tools, recorded } = await resolveSettings({ cwd });
  assert.equal(outputSchema, true);
  assert.deepEqual(tools, {
    'GET /a': { maxResultChars: 2000 },
    'tag:b': { contentType: 'text/xml' },
  });
  assert.deepEqual(recorded.options, {});
  const flag = await resolveSettings({ cwd, outputSchema: false });
  assert.equal(flag.outputSchema, false);
  assert.deepEqual(flag.recorded.options, { outputSchema: false });
});

test('a config may be named, lie elsewhere, or be the source itself', async () => {
  const cwd = folderOf({
    'conf/mcp-gen.config.json': { source: '../a.json', output: 'out' },
    'api.yaml': 'endpoints: [GET /a]\nname: direct\n',
    'url/mcp-gen.config.yml': 'source: https://example.com/a.json\n',
  });
  const summary = async (options: object) => {
    const { source, output, name, recorded } = await resolveSettings({ cwd, ...options });
    return [source, output, name, recorded.source];
  };
  assert.deepEqual(await summary({ source: 'conf/mcp-gen.config.json' }), [
    'a.json',
    'conf/out',
    undefined,
    { kind: 'config', location: 'conf/mcp-gen.config.json' },
  ]);
  assert.deepEqual(await summary({ source: 'api.yaml' }), [
    'api.yaml',
    undefined,
    'direct',
    { kind: 'config', location: 'api.yaml' },
  ]);
  assert.deepEqual(await summary({ cwd: join(cwd, 'url') }), [
    'https://example.com/a.json',
    undefined,
    undefined,
    { kind: 'config', location: 'mcp-gen.config.yml' },
  ]);
});

test('a config that lists endpoints does not bear on another source', async () => {
  const cwd = folderOf({ 'mcp-gen.config.yaml': 'endpoints: [GET /a]\nname: weather\n' });
  assert.equal((await resolveSettings({ cwd, source: 'a.json' })).name, undefined);
  assert.equal((await resolveSettings({ cwd })).name, 'weather');
});

test('mcp-gen alone repeats the generation of the project it stands in', async () => {
  const recorded = { include: ['tag:a'], refRoot: '..' };
  const cwd = folderOf({
    'file/mcp-gen.json': manifestOf({ kind: 'file', location: '../a.json' }, recorded),
    'config/mcp-gen.json': manifestOf({ kind: 'config', location: '../mcp-gen.config.yaml' }, {}),
    'stdin/mcp-gen.json': manifestOf({ kind: 'stdin' }, {}),
    'mcp-gen.config.yaml': 'source: b.json\noutput: config\nstrict: true\n',
  });
  const file = await resolveSettings({ cwd: join(cwd, 'file') });
  assert.deepEqual(
    [file.source, file.output, file.include, file.refRoot],
    ['../a.json', '.', ['tag:a'], '..'],
  );
  const config = await resolveSettings({ cwd: join(cwd, 'config') });
  assert.deepEqual([config.source, config.output, config.strict], ['../b.json', '.', true]);
  const stdin = resolveSettings({ cwd: join(cwd, 'stdin') });
  assert.deepEqual(places(await diagnosticsOf(stdin)), ['MG141 mcp-gen.json']);
});

test('source headers name variables', async () => {
  const cwd = folderOf({});
  const settle = (header: string, environment: Record<string, string> = { TOKEN: 'abc' }) =>
    resolveSettings({ cwd, source: 'https://a.example/x', sourceHeaders: [header] }, environment);
  assert.deepEqual((await settle('X-Key: $TOKEN')).sourceHeaders, { 'X-Key': 'abc' });
  const settings = await settle('Authorization: Bearer ${TOKEN}');
  assert.deepEqual(settings.sourceHeaders, { Authorization: 'Bearer abc' });
  assert.deepEqual(settings.recorded.options, {
    sourceHeaders: ['Authorization: Bearer ${TOKEN}'],
  });
  for (const [header, environment] of [
    ['Authorization: Bearer hunter2', {}],
    ['Authorization', {}],
    ['X-Key: $UNSET', {}],
    ['X-Key: $TOKEN', { TOKEN: 'hunter2\r\nx: y' }],
  ] as const) {
    const diagnostics = await diagnosticsOf(settle(header, environment));
    assert.deepEqual(places(diagnostics), ['MG115']);
    assert.doesNotMatch(JSON.stringify(diagnostics), /hunter2/);
  }
});

/** Files of the folder, options, and what must be said. */
const refused: readonly (readonly [string, Record<string, string>, object, string])[] = [
  ['no source', {}, {}, 'MG140'],
  ['a config without source', { 'mcp-gen.config.yaml': 'name: a\n' }, {}, 'MG140'],
  [
    'two configs',
    { 'mcp-gen.config.yaml': '', 'mcp-gen.config.json': '' },
    {},
    'MG142 mcp-gen.config.json',
  ],
  ['an empty config', { 'mcp-gen.config.yaml': '' }, {}, 'MG104 mcp-gen.config.yaml'],
  [
    'source and endpoints',
    { 'mcp-gen.config.yaml': 'source: a\nendpoints: [GET /a]\n' },
    {},
    'MG130 mcp-gen.config.yaml:1:1',
  ],
  [
    'a limit of results that is too low',
    { 'mcp-gen.config.yaml': 'source: a\ntools:\n  a: { maxResultChars: 10 }\n' },
    {},
    'MG130 mcp-gen.config.yaml:3:8',
  ],
  [
    'an unknown key of a tool',
    { 'mcp-gen.config.yaml': 'source: a\ntools:\n  a: { maxResultChar: 2000 }\n' },
    {},
    'MG130 mcp-gen.config.yaml:3:8',
  ],
  [
    'a rate that is none',
    { 'mcp-gen.config.yaml': 'source: a\ntools:\n  a: { rateLimit: 10 per minute }\n' },
    {},
    'MG130 mcp-gen.config.yaml:3:8',
  ],
  [
    'a rate for more than a day',
    { 'mcp-gen.config.yaml': 'source: a\ntools:\n  a: { rateLimit: 10/25h }\n' },
    {},
    'MG130 mcp-gen.config.yaml:3:8',
  ],
  [
    'a rule that asks for nothing',
    { 'mcp-gen.config.yaml': 'source: a\nserve:\n  access:\n    - { class: write }\n' },
    {},
    'MG130 mcp-gen.config.yaml:4:7',
  ],
  [
    'a rule for nobody',
    { 'mcp-gen.config.yaml': 'source: a\nserve:\n  access:\n    - { roles: [] }\n' },
    {},
    'MG130 mcp-gen.config.yaml:4:9',
  ],
  [
    'a scope that is none',
    { 'mcp-gen.config.yaml': "source: a\nserve:\n  access:\n    - { scopes: ['a b'] }\n" },
    {},
    'MG130 mcp-gen.config.yaml:4:18',
  ],
  [
    'a media type that is none',
    { 'mcp-gen.config.yaml': 'source: a\ntools:\n  a: { contentType: xml }\n' },
    {},
    'MG130 mcp-gen.config.yaml:3:8',
  ],
  ['a base URL that is none', {}, { source: 'a', baseUrl: 'api.example.com' }, 'MG142'],
  ['a base URL with a password', {}, { source: 'a', baseUrl: 'https://a:b@c' }, 'MG114'],
  ['a URL as host', {}, { source: 'a', allowRemoteRefs: ['https://a.example/'] }, 'MG142'],
];
for (const [name, files, options, place] of refused) {
  test(`${name} is refused`, async () => {
    const settings = resolveSettings({ cwd: folderOf(files), ...options });
    assert.deepEqual(places(await diagnosticsOf(settings)), [place]);
  });
}
