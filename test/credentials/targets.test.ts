import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createRuntime } from '../../templates/rooms/core/src/runtime/runtime.js';
import type { ServerDefinition } from '../../templates/rooms/core/src/runtime/tool.js';
import { createServices } from '../../templates/rooms/core/src/runtime/services.js';
import { tool } from '../runtime/tool.js';
import { testCall } from '../support/call.js';
import { startUpstream } from '../support/upstream.js';

type Variables = Readonly<Record<string, string>>;

/** An API with a production server, uploads elsewhere, and reports on the same host. */
const definition: ServerDefinition = {
  ...{ name: 'test', title: 'Test', version: '1', groups: [], prompts: [], securitySchemes: {} },
  server: {
    url: 'https://{region}.api.test/v1',
    env: 'API_BASE_URL',
    variables: { region: { env: 'REGION', default: 'eu', enum: ['eu', 'us'] } },
  },
  servers: {
    uploads: {
      url: 'https://{region}.uploads.test/{bucket}',
      env: 'API_BASE_URL_UPLOADS',
      variables: {
        region: { env: 'REGION', default: 'eu', enum: ['eu', 'us'] },
        bucket: { env: 'BUCKET' },
      },
    },
    reports: { url: 'https://api.test/reports', env: 'API_BASE_URL_REPORTS' },
  },
};

/** The URLs of the root, uploads and reports; a RegExp says why there is none. */
type Expected = readonly [root: string, uploads: string | RegExp, reports: string | RegExp];

const notSet = /^BUCKET is not set; the API's URL needs it$/;
const refused = (name: string) =>
  new RegExp(
    `is not used because API_BASE_URL is set; set API_BASE_URL_${name}, or list its origin`,
  );

const cases: readonly (readonly [Variables, Expected])[] = [
  [{}, ['https://eu.api.test/v1', notSet, 'https://api.test/reports']],
  [
    { REGION: 'us', BUCKET: 'b' },
    ['https://us.api.test/v1', 'https://us.uploads.test/b', 'https://api.test/reports'],
  ],
  [
    { API_BASE_URL: 'https://staging.test/', BUCKET: 'b' },
    ['https://staging.test', refused('UPLOADS'), refused('REPORTS')],
  ],
  [
    { API_BASE_URL: 'https://api.test/v2', BUCKET: 'b' },
    ['https://api.test/v2', refused('UPLOADS'), 'https://api.test/reports'],
  ],
  [
    { API_BASE_URL: 'https://api.test:8443', BUCKET: 'b' },
    ['https://api.test:8443', refused('UPLOADS'), refused('REPORTS')],
  ],
  [
    { API_BASE_URL: 'http://api.test', BUCKET: 'b' },
    ['http://api.test', refused('UPLOADS'), refused('REPORTS')],
  ],
  [
    {
      ...{ API_BASE_URL: 'https://staging.test', BUCKET: 'b' },
      API_ALLOWED_ORIGINS: 'https://API.test, https://eu.uploads.test/',
    },
    ['https://staging.test', 'https://eu.uploads.test/b', 'https://api.test/reports'],
  ],
  [
    {
      API_BASE_URL: 'https://staging.test',
      API_BASE_URL_UPLOADS: 'https://u.staging.test/x/',
    },
    ['https://staging.test', 'https://u.staging.test/x', refused('REPORTS')],
  ],
  [
    { API_BASE_URL_UPLOADS: 'http://localhost:9000' },
    ['https://eu.api.test/v1', 'http://localhost:9000', 'https://api.test/reports'],
  ],
];

describe('the servers of operations', () => {
  for (const [env, [root, uploads, reports]] of cases) {
    it(`with ${JSON.stringify(env)} are ${root}, ${String(uploads)} and ${String(reports)}`, () => {
      const { targets } = createRuntime(definition, {}, env).config;
      assert.deepEqual(targets.root, { url: root, origin: new URL(root).origin });
      for (const [key, expected] of Object.entries({ uploads, reports })) {
        const target = targets.others.get(key) ?? assert.fail(`${key} is not there`);
        if (expected instanceof RegExp) {
          assert.match('problem' in target ? target.problem : target.url, expected);
        } else assert.deepEqual(target, { url: expected, origin: new URL(expected).origin });
      }
    });
  }

  it('do not get the credentials of the API that they are not part of', async () => {
    await using staging = await startUpstream((_, response) => response.end('staging'));
    await using production = await startUpstream((_, response) => response.end('production'));
    const made = tool({ path: '/x', server: 'own', security: [['bearer']] });
    const served: ServerDefinition = {
      ...definition,
      server: { url: production.url, env: 'API_BASE_URL' },
      servers: { own: { url: `${production.url}/own`, env: 'API_BASE_URL_OWN' } },
      securitySchemes: { bearer: { type: 'bearer', env: 'TOKEN' } },
      groups: [{ tools: [made.name], load: () => Promise.resolve({ tools: [made] }) }],
    };
    const call = async (env: Variables) => {
      const runtime = createRuntime(served, {}, { LOG_LEVEL: 'silent', TOKEN: 'secret', ...env });
      return createServices(runtime).tools.call(made.name, {}, testCall());
    };
    const refusal = await call({ API_BASE_URL: staging.url });
    assert.equal(refusal.isError, true);
    assert.match(JSON.stringify(refusal.content), /Nothing was sent.*API_BASE_URL_OWN/);
    assert.equal(production.requests.length, 0);
    await call({ API_BASE_URL: staging.url, API_BASE_URL_OWN: `${staging.url}/own` });
    await call({ API_BASE_URL: staging.url, API_ALLOWED_ORIGINS: production.url });
    await call({});
    assert.deepEqual(
      [staging, production].map(({ requests }) => requests.map(({ url }) => url)),
      [['/own/x'], ['/own/x', '/own/x']],
    );
  });
});
