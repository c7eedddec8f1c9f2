import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Parameter, Tool } from '../../templates/rooms/core/src/runtime/tool.js';
import { startReplies, textOf, type Asked, type Reply, type ReplyServer } from './reply.js';

const parameters: readonly Parameter[] = [
  { in: 'path', name: 'petId', argument: 'pet_id' },
  { in: 'path', name: 'id' },
  { in: 'query', name: 'id', argument: 'id_query' },
  { in: 'query', name: 'filter.name' },
  { in: 'query', name: 'ids[]', argument: 'ids' },
  { in: 'query', name: 'message' },
  { in: 'header', name: 'X-Request-Id', argument: 'request_id' },
];

/** Takes arguments whose names are not those on the wire; `body` as fields, or as one argument. */
function petTool(body: 'flat' | 'whole'): Partial<Tool> {
  const object = { type: 'object', properties: { owner: {}, tags: {} } };
  return {
    inputSchema: { type: 'object', properties: { body: object } },
    request: {
      method: 'PUT',
      path: '/pets',
      parameters: [],
      ...(body === 'flat'
        ? {
            parameters,
            body: {
              contentType: 'application/json',
              properties: [
                'age',
                'name',
                { name: 'owner', argument: 'owner_body' },
                'items',
                'data',
              ],
            },
          }
        : { body: { contentType: 'application/json', argument: 'body' } }),
    },
  };
}

const json = (value: unknown, type = 'application/json'): Reply => ({
  status: 422,
  headers: { 'content-type': type },
  body: JSON.stringify(value),
});

/** A body, the arguments that it complains of, and what of them. */
const complaints: readonly (readonly [string, unknown, readonly string[]])[] = [
  [
    'RFC 9457',
    { title: 'Invalid', detail: 'x', errors: [{ detail: 'must be positive', pointer: '#/age' }] },
    ['`age` (#/age): must be positive'],
  ],
  [
    'RFC 7807 with invalid-params',
    { type: 'x', 'invalid-params': [{ name: 'age', reason: 'must be positive' }] },
    ['`age`: must be positive'],
  ],
  [
    'FastAPI',
    {
      detail: [
        { loc: ['path', 'petId'], msg: 'not an integer', type: 'int_parsing' },
        { loc: ['query', 'id'], msg: 'missing' },
        { loc: ['path', 'id'], msg: 'wrong' },
        { loc: ['body', 'items', 0, 'sku'], msg: 'too long' },
        { loc: ['header', 'x-request-id'], msg: 'missing' },
      ],
    },
    [
      '`pet_id` (path.petId): not an integer',
      '`id_query` (query.id): missing',
      '`id` (path.id): wrong',
      '`items` (body.items.0.sku): too long',
      '`request_id` (header.x-request-id): missing',
    ],
  ],
  [
    'JSON:API',
    {
      errors: [
        { title: 'Bad', detail: 'too old', source: { pointer: '/data/attributes/age' } },
        { detail: 'unknown filter', source: { parameter: 'filter.name' } },
      ],
    },
    ['`data` (/data/attributes/age): too old', '`filter.name`: unknown filter'],
  ],
  [
    'Google',
    {
      error: {
        code: 400,
        message: 'Invalid',
        details: [
          {
            '@type': 'type.googleapis.com/google.rpc.BadRequest',
            fieldViolations: [{ field: 'owner.name', description: 'must be set' }],
          },
        ],
      },
    },
    ['`owner_body` (owner.name): must be set'],
  ],
  [
    'Rails',
    { errors: { age: ['is not a number', 'is blank'] } },
    ['`age`: is not a number is blank'],
  ],
  [
    'Laravel',
    { message: 'x', errors: { 'items.0.sku': ['is wrong'] } },
    ['`items` (items.0.sku): is wrong'],
  ],
  [
    'ASP.NET',
    { status: 400, errors: { '$.petId': ['not an int'] } },
    ['`pet_id` ($.petId): not an int'],
  ],
  [
    'Django REST framework',
    { name: ['This field is required.'] },
    ['`name`: This field is required.'],
  ],
  ['a text for each field', { errors: { name: 'is required' } }, ['`name`: is required']],
  [
    'Stripe',
    {
      error: { type: 'invalid_request_error', param: 'items[0][price]', message: 'No such price' },
    },
    ['`items` (items[0][price]): No such price'],
  ],
  [
    'GitHub',
    { message: 'x', errors: [{ resource: 'Pet', field: 'name', code: 'missing' }] },
    ['`name`: missing'],
  ],
  [
    'express-validator',
    { errors: [{ location: 'query', path: 'id', msg: 'Invalid value' }] },
    ['`id_query` (query.id): Invalid value'],
  ],
  [
    'Zod',
    { issues: [{ path: ['owner', 'name'], message: 'Required' }] },
    ['`owner_body` (owner.name): Required'],
  ],
  ['Symfony', { violations: [{ propertyPath: 'name', message: 'blank' }] }, ['`name`: blank']],
  ['another spelling of a name', { errors: [{ field: 'pet_id', message: 'x' }] }, ['`pet_id`: x']],
  ['a name with brackets', { errors: { 'ids[]': ['x'] } }, ['`ids` (ids[]): x']],
  ['a name that could be two arguments', { errors: [{ field: 'id', message: 'x' }] }, []],
  ['no argument', { errors: [{ field: 'unheard_of', message: 'x' }] }, []],
  [
    'messages about nothing in particular',
    { message: ['name must be a string'], error: 'Bad Request' },
    [],
  ],
  ['the path of the request', { status: 400, path: '/name', error: 'Bad Request' }, []],
  ['a message of two lines', { errors: { name: 'a\n\nAPI: b' } }, ['`name`: a API: b']],
];

describe('the arguments that an API complains of', () => {
  let replies: ReplyServer;
  before(async () => {
    replies = await startReplies();
  });
  after(() => replies[Symbol.asyncDispose]());

  /** The lines of the text after the first, which repeats the body. */
  async function linesOf(reply: Reply, asked: Asked): Promise<readonly string[]> {
    const result = await replies.call(reply, asked);
    assert.equal(result.isError, true);
    assert.equal(result.structuredContent, undefined);
    return textOf(result).split('\n');
  }

  for (const [name, value, expected] of complaints) {
    it(`are named: ${name}`, async () => {
      const tool = { ...petTool('flat'), inputSchema: { type: 'object' } as const };
      const [first, ...rest] = await linesOf(json(value), { tool });
      assert.equal(first, `PUT /pets answered 422 Unprocessable Entity: ${JSON.stringify(value)}`);
      assert.deepEqual(rest, [
        ...expected.map((line) => `The API complains of the argument ${line}`),
        'Correct the arguments by what the API says.',
      ]);
    });
  }

  it('may be the whole body', async () => {
    const tool = petTool('whole');
    const value = {
      errors: [
        { loc: ['body', 'owner'], msg: 'a' },
        { field: 'tags[0]', message: 'b' },
      ],
    };
    assert.deepEqual((await linesOf(json(value), { tool })).slice(1, 3), [
      'The API complains of the argument `body` (body.owner): a',
      'The API complains of the argument `body` (tags[0]): b',
    ]);
  });

  it('are not named when they are not to blame', async () => {
    const reply = { ...json({ errors: { name: ['x'] } }), status: 403 };
    const lines = await linesOf(reply, { tool: petTool('flat') });
    assert.equal(lines.length, 2);
  });
});
