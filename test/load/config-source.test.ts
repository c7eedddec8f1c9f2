import { Ajv2020 } from 'ajv/dist/2020.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configJsonSchema } from '../../src/load/config.js';
import { diagnosticsOf, folderOf, load, places } from './folder.js';

const weather = `name: weather
baseUrl: https://api.example.com/v1
auth: { type: apiKey, in: header, name: X-Key }
endpoints:
  - GET /forecast/{city}:
      tool: get_forecast
      description: Forecast for a city, up to ten days ahead.
      params:
        city: { description: "City name, e.g. Oslo" }
        days: { type: integer, minimum: 1, maximum: 10, default: 3 }
        units: { enum: [metric, imperial] }
  - POST /alerts:
      body: { city: string!, threshold: { type: number, description: °C } }
  - GET /health
  - PUT /places/{id}/{kind}:
      auth: none
      readOnly: true
      params:
        id: int64
        tags: string[]!
        X-Trace: { type: string, in: header }
        place: { type: object, required: true, properties: { name: string!, at: { items: number } } }
`;

test('endpoints become OpenAPI 3.1', async () => {
  const { source, findings } = await load(folderOf({ 'weather.yaml': weather }), 'weather.yaml');
  const responses = { default: { description: 'The response.' } };
  const json = (required: boolean, schema: object) => ({
    requestBody: { required, content: { 'application/json': { schema } } },
  });
  assert.deepEqual(findings, []);
  assert.deepEqual(source.document, {
    openapi: '3.1.0',
    info: { title: 'weather', version: '1.0.0' },
    servers: [{ url: 'https://api.example.com/v1' }],
    security: [{ default: [] }],
    components: {
      securitySchemes: { default: { type: 'apiKey', in: 'header', name: 'X-Key' } },
    },
    paths: {
      '/forecast/{city}': {
        get: {
          description: 'Forecast for a city, up to ten days ahead.',
          parameters: [
            {
              name: 'city',
              in: 'path',
              description: 'City name, e.g. Oslo',
              required: true,
              schema: { type: 'string' },
            },
            {
              name: 'days',
              in: 'query',
              schema: { type: 'integer', minimum: 1, maximum: 10, default: 3 },
            },
            { name: 'units', in: 'query', schema: { enum: ['metric', 'imperial'] } },
          ],
          responses,
          'x-mcp': { name: 'get_forecast' },
        },
      },
      '/alerts': {
        post: {
          ...json(true, {
            type: 'object',
            properties: {
              city: { type: 'string' },
              threshold: { type: 'number', description: '°C' },
            },
            required: ['city'],
          }),
          responses,
        },
      },
      '/health': { get: { responses } },
      '/places/{id}/{kind}': {
        put: {
          parameters: [
            {
              name: 'id',
              in: 'path',
              required: true,
              schema: { type: 'integer', format: 'int64' },
            },
            { name: 'X-Trace', in: 'header', schema: { type: 'string' } },
            { name: 'kind', in: 'path', required: true, schema: { type: 'string' } },
          ],
          ...json(true, {
            type: 'object',
            properties: {
              tags: { type: 'array', items: { type: 'string' } },
              place: {
                type: 'object',
                properties: { name: { type: 'string' }, at: { items: { type: 'number' } } },
                required: ['name'],
              },
            },
            required: ['tags', 'place'],
          }),
          responses,
          security: [],
          'x-mcp': { readOnly: true },
        },
      },
    },
  });
  assert.equal(source.locate('/paths/~1alerts/post/requestBody/content').line, 13);
});

test('the published JSON Schema accepts what the config accepts', () => {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
    configJsonSchema(),
  );
  assert.equal(validate({ source: 'a.yaml', include: ['tag:pets'] }), true);
  assert.equal(
    validate({ endpoints: [{ 'GET /a': { params: { a: 'string[]!' } } }, 'GET /b'] }),
    true,
  );
  assert.equal(validate({ sauce: 'a.yaml' }), false);
  assert.equal(validate({ endpoints: [{ 'GET /a': { params: { a: 'text' } } }] }), false);
});

/** A config after `endpoints:` (or in full), where it is wrong, and what must be said. */
const wrong: readonly (readonly [string, string, RegExp])[] = [
  ['- GET /a: { tol: x }', 'MG130 2:15', /no key `tol`.*Did you mean `tool`/],
  ['- GET /a: { params: { a: { typ: string } } }', 'MG130 2:30', /no key `typ`.*`type`/],
  ['- GET /a: { params: { a: text } }', 'MG130 2:25', /is no type/],
  ['- GET /a: { readOnly: maybe }', 'MG130 2:15', /must be a boolean/],
  ['- GET /a: { tool: Get-A }', 'MG130 2:15', /tool/],
  ['[]', 'MG130 1:1', /endpoints/],
  ['[a]\nbaseurl: https://a.example', 'MG130 2:1', /Did you mean `baseUrl`/],
  ['[GET /a]\nresources: all', 'MG130 2:1', /"both" or "tools-only"/],
  ['[GET /a]\nauth: { type: bearer, token: hunter2 }', 'MG131 2:23', /credential/],
  ['[GET /a]\nbaseUrl: https://me:hunter2@a.example', 'MG131 2:1', /user name or password/],
  ['- GET /a: { params: { api_key: { default: hunter2 } } }', 'MG131 2:36', /api_key/],
  ['[GET /a]\nsourceHeaders: ["X-Key: hunter2"]', 'MG131 2:17', /environment variable/],
  ['[GET /a]\nsource: a.yaml', 'MG130 1:1', /both/],
  ['- GTE /a', 'MG132 2:5', /no HTTP method.*Did you mean GET/],
  ['- GET a', 'MG132 2:5', /no path/],
  ['- GET /a?b=c', 'MG132 2:5', /no path/],
  ['- GET /a/{b}\n  - GET /a/{c}', 'MG132 3:5', /twice/],
  ['- GET /a: { params: { b: { in: path } } }', 'MG132 2:25', /no \{b\}/],
  ['- GET /a/{b}: { params: { b: { in: query } } }', 'MG132 2:29', /part of the path/],
  ['- POST /a: { params: { b: string }, body: { b: string } }', 'MG132 2:47', /in `params` too/],
  ['- POST /a: { params: { b: string }, body: string }', 'MG132 2:39', /given twice/],
];
for (const [endpoints, place, message] of wrong) {
  test(`wrong config: ${endpoints.replaceAll('\n', ' ⏎ ')}`, async () => {
    const separator = endpoints.startsWith('-') ? '\n  ' : ' ';
    const cwd = folderOf({ 'api.yaml': `endpoints:${separator}${endpoints}\n` });
    const diagnostics = await diagnosticsOf(load(cwd, 'api.yaml'));
    assert.deepEqual(places(diagnostics), [place.replace(' ', ' api.yaml:')]);
    const [diagnostic] = diagnostics;
    assert.match(`${diagnostic?.message ?? ''} ${diagnostic?.help ?? ''}`, message);
    assert.doesNotMatch(JSON.stringify(diagnostics), /hunter2/);
  });
}
