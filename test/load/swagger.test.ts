import assert from 'node:assert/strict';
import { test } from 'node:test';
import { child } from '../../src/load/json.js';
import { diagnosticsOf, folderOf, load, places } from './folder.js';

const api = {
  swagger: '2.0',
  info: { title: 'Pets', version: '1' },
  basePath: '/v1',
  consumes: ['application/json'],
  produces: ['application/json'],
  securityDefinitions: { key: { type: 'basic' } },
  paths: {
    '/pets': {
      post: {
        parameters: [
          {
            in: 'query',
            name: 'ids',
            type: 'array',
            items: { type: 'integer' },
            collectionFormat: 'multi',
          },
          { in: 'body', name: 'pet', required: true, schema: { $ref: '#/definitions/Pet%20one' } },
          {
            in: 'header',
            name: 'X-Tags',
            type: 'array',
            items: { type: 'string' },
            collectionFormat: 'tsv',
          },
        ],
        responses: { 200: { description: 'ok', schema: { type: 'file' } } },
      },
      put: {
        consumes: ['multipart/form-data'],
        parameters: [
          { in: 'formData', name: 'photo', type: 'file', required: true },
          { in: 'formData', name: 'note', type: 'string' },
        ],
        responses: {},
      },
    },
  },
  definitions: { 'Pet one': { type: 'object', properties: { name: { enum: ['a', null] } } } },
};

test('Swagger 2.0 becomes OpenAPI 3.0, and what is lost is a warning with its place', async () => {
  const { source, findings } = await load(folderOf({ 'api.json': api }), 'api.json');
  const pet = { $ref: '#/components/schemas/Pet_one' };
  const { openapi, servers, paths, components } = source.document;
  assert.equal(openapi, '3.0.3');
  assert.deepEqual(servers, [{ url: '/v1' }]);
  assert.deepEqual(components, {
    securitySchemes: { key: { type: 'http', scheme: 'basic' } },
    schemas: { Pet_one: { type: 'object', properties: { name: { enum: ['a', null] } } } },
  });
  assert.deepEqual(paths, {
    '/pets': {
      post: {
        parameters: [
          {
            in: 'query',
            name: 'ids',
            explode: true,
            schema: { type: 'array', items: { type: 'integer' } },
          },
          {
            in: 'header',
            name: 'X-Tags',
            'x-collectionFormat': 'tsv',
            schema: { type: 'array', items: { type: 'string' } },
          },
        ],
        requestBody: { required: true, content: { 'application/json': { schema: pet } } },
        responses: {
          200: {
            description: 'ok',
            content: { 'application/json': { schema: { type: 'string', format: 'binary' } } },
          },
        },
      },
      put: {
        requestBody: {
          required: true,
          content: {
            'multipart/form-data': {
              schema: {
                type: 'object',
                properties: {
                  photo: { type: 'string', format: 'binary' },
                  note: { type: 'string' },
                },
                required: ['photo'],
              },
            },
          },
        },
        responses: {},
      },
    },
  });
  assert.deepEqual(
    findings.map(({ code, pointer }) => [code, source.locate(pointer ?? '').pointer]),
    [['MG119', '/paths/~1pets/post/parameters/2']],
  );
});

test('pointers lead back to where Swagger 2.0 has it', async () => {
  const { source } = await load(folderOf({ 'api.json': api }), 'api.json');
  const form = '/paths/~1pets/put/requestBody/content/multipart~1form-data/schema/properties/note';
  const cases = {
    '/components/schemas/Pet_one/properties/name': '/definitions/Pet one/properties/name',
    '/components/securitySchemes/key': '/securityDefinitions/key',
    '/paths/~1pets/post/parameters/1/schema': '/paths/~1pets/post/parameters/2/schema',
    '/paths/~1pets/post/requestBody/content/application~1json/schema':
      '/paths/~1pets/post/parameters/1/schema',
    [form]: '/paths/~1pets/put/parameters/1',
    '/servers/0/url': '/basePath',
  };
  for (const [converted, original] of Object.entries(cases)) {
    assert.equal(source.locate(converted).pointer, original);
  }
});

test('a description that cannot be converted is one error, and nothing is printed', async (t) => {
  const warn = t.mock.method(console, 'warn');
  const cwd = folderOf({
    'api.json': { ...api, definitions: { A: { $ref: '#/definitions/%E0' } } },
  });
  assert.deepEqual(places(await diagnosticsOf(load(cwd, 'api.json'))), ['MG120 api.json']);
  assert.equal(warn.mock.callCount(), 0);
});

test('a form is required with any of its fields, and lists are written as collectionFormat says', async () => {
  const list = (name: string, collectionFormat?: string) => ({
    in: 'formData',
    name,
    type: 'array',
    items: { type: 'string' },
    ...(collectionFormat !== undefined && { collectionFormat }),
  });
  const fields = [
    list('plain'),
    list('ssv', 'ssv'),
    list('pipes', 'pipes'),
    list('multi', 'multi'),
    { in: 'formData', name: '__proto__', type: 'string' },
  ];
  const name = { in: 'formData', name: 'name', type: 'string', required: true };
  const paths = {
    '/form': { post: { parameters: [...fields, { $ref: '#/parameters/name' }] } },
    '/other': { parameters: [list('plain')], post: { consumes: ['multipart/form-data'] } },
    '/optional': { post: { parameters: fields.slice(3) } },
  };
  const consumes = ['application/x-www-form-urlencoded'];
  const cwd = folderOf({
    'api.json': { ...api, consumes, paths, parameters: { name } },
  });
  const { source } = await load(cwd, 'api.json');
  const bodyOf = (path: string) => {
    const operation = child(child(source.document['paths'], path), 'post');
    const body = child(operation, 'requestBody');
    const [media] = Object.values(child(body, 'content') ?? {}) as readonly unknown[];
    return [child(body, 'required'), child(media, 'encoding')];
  };
  const plain = { style: 'form', explode: false };
  assert.deepEqual(bodyOf('/form'), [
    true,
    {
      plain,
      ssv: { style: 'spaceDelimited', explode: false },
      pipes: { style: 'pipeDelimited', explode: false },
    },
  ]);
  assert.deepEqual(bodyOf('/other'), [undefined, { plain }]);
  assert.deepEqual(bodyOf('/optional'), [undefined, undefined]);
});
