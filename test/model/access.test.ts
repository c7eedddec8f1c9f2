import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build } from './build.js';

const servers: readonly (readonly [
  string,
  readonly unknown[],
  url: string | undefined,
  object?,
])[] = [
  ['absolute', [{ url: ' https://API.example.com/v1/ ' }], 'https://api.example.com/v1'],
  [
    'the first usable',
    [{ url: 'ws://x' }, {}, { url: 'http://localhost:8080' }],
    'http://localhost:8080',
  ],
  [
    'relative',
    [{ url: '../v2/{x}' }],
    'https://example.org/v2/{x}',
    { sourceUrl: 'https://example.org/a/b.json' },
  ],
  ['relative to nothing', [{ url: '/v2' }], undefined],
  ['none', [], undefined],
  ['of no list', ['x', 7, null], undefined],
  ['a file', [{ url: 'file:///etc/passwd' }], undefined],
  ['a password', [{ url: 'https://me:secret@x.example/' }], undefined],
  ['white space', [{ url: 'https://Your API URL' }], undefined],
  ['query and fragment', [{ url: 'https://x.example/a?b#c' }], 'https://x.example/a'],
  [
    'given',
    [{ url: 'https://x.example' }],
    'https://mine.example/a',
    { baseUrl: 'https://mine.example/a/' },
  ],
];
for (const [name, list, url, options = {}] of servers) {
  test(`server: ${name}`, () => {
    const { model, codes } = build({ servers: list, paths: { '/a': { get: {} } } }, options);
    assert.equal(model.server?.url, url);
    assert.equal(codes.includes('MG219'), url === undefined);
    const variable = model.environment.find((entry) => entry.name === 'API_BASE_URL');
    assert.equal(variable?.default, url);
  });
}

test('server variables come from the environment, with enum and default', () => {
  const variables = { region: { default: 'eu', enum: ['us'] }, port: { default: 8443 } };
  const { model, codes } = build({
    servers: [{ url: 'https://{region}.example.com:{port}/{tenant}', variables }],
    paths: { '/a': { get: { security: [{ key: [] }] } } },
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
  });
  assert.deepEqual(model.server?.variables, {
    region: { env: 'PETSTORE_REGION', default: 'eu', enum: ['us', 'eu'] },
    port: { env: 'PETSTORE_PORT', default: '8443' },
    tenant: { env: 'PETSTORE_TENANT' },
  });
  assert.deepEqual(codes, ['MG221']);
  assert.deepEqual(model.credentialOrigins, [
    'https://eu.example.com:8443',
    'https://us.example.com:8443',
  ]);
});

test('a variable of the host is an origin for each of its values, whatever they hold', () => {
  const originsWith = (variable: object) =>
    build({
      servers: [{ url: 'https://{host}.example.com/{stage}', variables: { host: variable } }],
      paths: { '/a': { get: { security: [{ key: [] }] } } },
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
    }).model.credentialOrigins;
  assert.deepEqual(originsWith({ default: 'eu' }), ['https://eu.example.com']);
  assert.deepEqual(originsWith({ default: 'evil.test/' }), ['https://evil.test']);
  assert.deepEqual(originsWith({ default: 'eu', enum: ['eu', 'evil.test/'] }), [
    'https://eu.example.com',
    'https://evil.test',
  ]);
  assert.deepEqual(originsWith({}), ['https://{host}.example.com/{stage}']);
});

test('operations and paths may have servers of their own', () => {
  const own = { servers: [{ url: 'https://Uploads.example.com/up' }] };
  const { model, tools } = build({
    paths: {
      '/a': { ...own, get: {}, post: { servers: [{ url: 'https://uploads.example.com/other' }] } },
      '/b': { get: { ...own } },
      '/c': { get: { servers: [{ url: 'https://api.example.com/v1' }] } },
    },
  });
  assert.deepEqual(model.servers, {
    uploads_example_com: {
      url: 'https://uploads.example.com/up',
      env: 'API_BASE_URL_UPLOADS_EXAMPLE_COM',
    },
    uploads_example_com_other: {
      url: 'https://uploads.example.com/other',
      env: 'API_BASE_URL_UPLOADS_EXAMPLE_COM_OTHER',
    },
  });
  const used = ['get_a', 'post_a', 'get_b', 'get_c'].map((name) => tools[name]?.request.server);
  assert.deepEqual(used, [
    'uploads_example_com',
    'uploads_example_com_other',
    'uploads_example_com',
    undefined,
  ]);
});

const schemes = {
  key: { type: 'apiKey', in: 'header', name: 'X-Key' },
  api_key: { $ref: '#/components/securitySchemes/second' },
  second: { type: 'apiKey', in: 'query', name: 'k' },
  http: { type: 'http', scheme: 'Bearer' },
  login: { type: 'http', scheme: 'BASIC' },
  oauth: { type: 'oauth2', flows: {} },
  aws: {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    'x-amazon-apigateway-authtype': 'awsSigv4',
  },
  tls: { type: 'mutualTLS' },
  broken: 'x',
};
const secured = (security: unknown, own?: unknown) =>
  build({
    security,
    paths: { '/a': { get: own === undefined ? {} : { security: own } } },
    components: { securitySchemes: schemes },
  });

const requirements: readonly (readonly [string, root: unknown, own: unknown, expected: unknown])[] =
  [
    ['of the root', [{ key: [] }], undefined, [['key']]],
    ['overridden', [{ key: [] }], [{ http: [] }], [['http']]],
    ['switched off', [{ key: [] }], [], undefined],
    ['and, or', [{ key: [], http: [] }, { login: [] }], undefined, [['http', 'key'], ['login']]],
    ['optional comes last', [{}, { key: [] }], undefined, [['key'], []]],
    ['only optional', [{}], undefined, undefined],
    ['undeclared', [{ nope: [] }], undefined, undefined],
    ['undeclared beside another', [{ nope: [] }, { key: [] }], undefined, [['key']]],
    ['undeclared and another', [{ nope: [], key: [] }], undefined, [['key']]],
    ['left empty', [{ key: [] }], null, [['key']]],
    ['a name of Object.prototype', [{ constructor: [] }], undefined, undefined],
    ['written as an object', { key: [] }, undefined, [['key']]],
  ];
for (const [name, root, own, expected] of requirements) {
  test(`security: ${name}`, () => {
    const { tools, model } = secured(root, own);
    assert.deepEqual(tools['get_a']?.request.security, expected);
    assert.deepEqual(
      model.credentialOrigins,
      expected === undefined ? [] : ['https://api.example.com'],
    );
  });
}

test('secrets come from variables that say what they are', () => {
  const { model } = secured([
    { key: [], api_key: [], http: [], login: [], oauth: [], aws: [], tls: [] },
  ]);
  assert.deepEqual(model.securitySchemes, {
    api_key: { type: 'apiKey', in: 'query', name: 'k', env: 'PETSTORE_API_KEY' },
    aws: { type: 'unsupported', scheme: 'AWS Signature Version 4' },
    http: { type: 'bearer', env: 'PETSTORE_TOKEN' },
    key: { type: 'apiKey', in: 'header', name: 'X-Key', env: 'PETSTORE_KEY' },
    login: { type: 'basic', usernameEnv: 'PETSTORE_USERNAME', passwordEnv: 'PETSTORE_PASSWORD' },
    oauth: { type: 'oauth2', accessTokenEnv: 'PETSTORE_ACCESS_TOKEN' },
    tls: { type: 'mutualTLS' },
  });
  const secrets = model.environment.filter(({ secret }) => secret).map(({ name }) => name);
  assert.equal(secrets.length, 5);
  const later = secured([{ key: [] }]);
  assert.deepEqual(
    later.model.environment.map(({ name }) => name),
    ['API_BASE_URL', 'PETSTORE_API_KEY'],
  );
});

test('environment names stay pinned and never mean something else already', () => {
  const document = {
    security: [{ key: [] }],
    paths: { '/a': { get: {} } },
    components: { securitySchemes: schemes },
  };
  const first = build(document);
  const renamed = build(
    { ...document, security: [{ key: [], second: [] }] },
    { name: 'other', pins: first.model.pins },
  );
  assert.deepEqual(renamed.model.pins.environment, {
    'scheme:key': 'PETSTORE_API_KEY',
    'scheme:second': 'OTHER_SECOND_API_KEY',
  });
  const node = build(document, { name: 'node' });
  assert.deepEqual(node.model.pins.environment, { 'scheme:key': 'UPSTREAM_NODE_API_KEY' });
  const forged = { ...first.model.pins, environment: { 'scheme:key': 'NODE_OPTIONS' } };
  assert.deepEqual(build(document, { pins: forged }).model.pins, first.model.pins);
});

test('a parameter that is a credential is not asked for', () => {
  const parameters = ['x-key', 'X-Amz-Date'].map((name) => ({ in: 'header', name, schema: {} }));
  const tool = (security: unknown) =>
    build({
      security,
      paths: { '/a': { get: { parameters } } },
      components: { securitySchemes: schemes },
    }).tools['get_a'];
  const asked = (security: unknown) => Object.keys(tool(security)?.inputSchema.properties ?? {});
  assert.deepEqual(asked([{ key: [] }]), ['X-Amz-Date']);
  assert.deepEqual(asked([{ aws: [] }]), ['x-key']);
  assert.deepEqual(asked([]), ['x-key', 'X-Amz-Date']);
});

test('credentials are required for one alternative of each operation, the fewest that do', () => {
  const requiredWith = (...requirements: readonly (readonly object[])[]) =>
    build({
      paths: Object.fromEntries(
        requirements.map((security, index) => [`/${index}`, { get: { security } }]),
      ),
      components: {
        securitySchemes: {
          basic: { type: 'http', scheme: 'basic' },
          key: { type: 'apiKey', in: 'header', name: 'X-Key' },
          signed: { type: 'http', scheme: 'hoba' },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
    })
      .model.environment.filter(({ required }) => required)
      .map(({ name }) => name);
  const basic = ['PETSTORE_PASSWORD', 'PETSTORE_USERNAME'];
  assert.deepEqual(requiredWith([{ basic: [] }, { token: [] }]), basic);
  assert.deepEqual(requiredWith([{ basic: [] }, { token: [] }], [{ token: [] }]), [
    'PETSTORE_TOKEN',
  ]);
  assert.deepEqual(requiredWith([{ signed: [] }, { key: [] }]), ['PETSTORE_API_KEY']);
  assert.deepEqual(requiredWith([{ key: [] }, {}]), []);
  assert.deepEqual(requiredWith([{ key: [], token: [] }]), ['PETSTORE_API_KEY', 'PETSTORE_TOKEN']);
});
