const text = { type: 'string' };
const list = { type: 'array', items: text };
const query = (name: string, parameter: object) => ({ name, in: 'query', ...parameter });
const body = (type: string, schema: object) => ({
  requestBody: { required: true, content: { [type]: { schema } } },
  responses: {},
});

/** An API that has something of every way to send a value. */
export const variedDocument = {
  openapi: '3.1.0',
  info: { title: 'Varied', version: '1.0.0' },
  servers: [{ url: 'https://api.example.com' }],
  security: [{ key: [] }],
  paths: {
    '/items/{id}': {
      get: {
        operationId: 'getItem',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: text },
          query('pipes', { schema: list, style: 'pipeDelimited', explode: false }),
          query('deep', {
            schema: { type: 'object', properties: { a: text } },
            style: 'deepObject',
          }),
          { name: 'X-Trace', in: 'header', schema: text },
          { name: 'session', in: 'cookie', schema: text },
        ],
        responses: { 200: { description: '', content: { 'application/json': {} } } },
      },
      put: {
        operationId: 'putItem',
        parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
        ...body('application/json', {
          type: 'object',
          properties: { number: { type: 'integer', format: 'int64' } },
        }),
      },
    },
    '/forms': {
      post: {
        operationId: 'sendForm',
        ...body('application/x-www-form-urlencoded', { type: 'object', properties: { a: text } }),
      },
    },
    '/files': {
      post: {
        operationId: 'sendFile',
        ...body('multipart/form-data', {
          type: 'object',
          required: ['file'],
          properties: { file: { type: 'string', format: 'binary' } },
        }),
      },
    },
  },
  components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Api-Key' } } },
};
