const int64 = { type: 'integer', format: 'int64' };
const json = (schema: object) => ({ content: { 'application/json': { schema } } });

/** An API of which every host refuses something: names, forms of schemas, and with `extra` the number of tools. */
export function profileSource(extra = 0): string {
  const query = (name: string, schema: object) => ({ name, in: 'query', schema });
  const paths = {
    '/things': {
      get: {
        operationId: 'listAllOfTheThingsThatBelongToTheCurrentUserInTheirOrder',
        parameters: [
          query('page.number', { type: ['integer', 'null'] }),
          query('2fa', { type: 'string' }),
          query('kind', { enum: ['a', 'b', null], type: ['string', 'null'] }),
          query('after', int64),
          { name: 'X-Trace', in: 'header', schema: { const: 'on' } },
        ],
        responses: { 200: { description: 'Things.' } },
      },
      post: {
        operationId: 'listAllOfTheThingsThatBelongToTheCurrentUserInTheirDisorder',
        'x-mcp': { maxResultChars: 900000 },
        requestBody: {
          required: true,
          ...json({
            type: 'object',
            required: ['id'],
            properties: {
              id: int64,
              share: { type: 'number', exclusiveMinimum: 0 },
              size: { type: 'integer', exclusiveMinimum: 0, exclusiveMaximum: 10 },
              point: { type: 'array', prefixItems: [{ type: 'number' }, { const: 'm' }] },
              shape: { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
              on: { type: 'boolean', enum: [true] },
              parent: { $ref: '#/components/schemas/Node' },
            },
          }),
        },
        responses: { 200: { description: 'Done.' } },
      },
    },
    '/files': {
      post: {
        operationId: 'sendFile',
        requestBody: {
          content: {
            'multipart/form-data': {
              schema: {
                type: 'object',
                properties: { file: { type: 'string', format: 'binary' } },
              },
            },
          },
        },
        responses: { 200: { description: 'Done.' } },
      },
    },
    ...Object.fromEntries(
      Array.from({ length: extra }, (_, id) => [
        `/extra/${id}`,
        { post: { operationId: `extra${id}`, responses: { 200: { description: 'Done.' } } } },
      ]),
    ),
  };
  const Node = { type: 'object', properties: { next: { $ref: '#/components/schemas/Node' } } };
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1' },
    servers: [{ url: 'https://api.example.com' }],
    paths,
    components: { schemas: { Node } },
  });
}
