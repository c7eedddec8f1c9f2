import type { CodeDescription } from '../code-description.js';
import { hostCodes } from './hosts/codes.js';
import { schemaCodes } from './schema/codes.js';

/** MG2xx: reading operations, servers and security; MG3xx: reading schemas. */
export const modelCodes = {
  MG201: {
    title: 'Not an object',
    cause: 'Something else stands where OpenAPI has an object; it is passed over.',
    fix: 'Put the object here that the OpenAPI specification describes.',
  },
  MG202: {
    title: 'Reference leads nowhere',
    cause: 'A `$ref` names nothing in the document, or leads back to itself; it is passed over.',
    fix: 'Correct the reference, or add the component it names.',
  },
  MG203: {
    title: 'Operation left out',
    cause: 'The path or the method of an operation cannot be requested.',
    fix: 'Correct the path (it starts with "/"), or leave the operation to custom code.',
  },
  MG204: {
    title: 'operationId used twice',
    cause: 'Two operations have the same operationId, which must be unique.',
    fix: 'Give each operation an operationId of its own, or name its tool by x-mcp.',
  },
  MG205: {
    title: 'Parameter left out',
    cause: 'A parameter has no usable name or location, so it cannot be sent.',
    fix: 'Give it a `name` and an `in` of path, query, header or cookie.',
  },
  MG206: {
    title: 'Parameter declared twice',
    cause: 'One list of parameters has two of the same name and location; the first counts.',
    fix: 'Remove one of them.',
  },
  MG207: {
    title: 'Path parameter not declared',
    cause: 'The path holds a variable that no parameter declares; a required string is assumed.',
    fix: 'Declare it in `parameters` with `in: path`.',
  },
  MG208: {
    title: 'Path parameter not used',
    cause: 'A parameter has `in: path`, but the path holds no variable of its name.',
    fix: 'Correct its name, or remove it.',
  },
  MG209: {
    title: 'Parameter is not an argument',
    cause:
      'A header that the HTTP client sets (OpenAPI ignores Accept, Content-Type and Authorization as parameters), or the credential of a security scheme: the model is not asked for it.',
    fix: 'Nothing to do; a credential comes from the environment.',
  },
  MG210: {
    title: 'Variable in the query of a path',
    cause:
      'A path ends in `?x={x}`, which OpenAPI has no place for; it is read as a query parameter.',
    fix: 'Take the query out of the path and declare the parameter with `in: query`.',
  },
  MG211: {
    title: 'Parameter without a schema',
    cause: 'A parameter has neither `schema` nor `content`.',
    fix: 'Give it a `schema`.',
  },
  MG212: {
    title: 'Style not known',
    cause:
      'A `style` is not one that OpenAPI has for the location of the parameter; the default is used.',
    fix: 'Use a style of the location, or none.',
  },
  MG213: {
    title: 'Path parameter not required',
    cause: 'A parameter with `in: path` is not marked `required: true`, which it always is.',
    fix: 'Add `required: true`.',
  },
  MG214: {
    title: 'Paths differ in nothing but names',
    cause: 'Two paths are the same once the names of their variables are left aside.',
    fix: 'Merge them, or exclude one.',
  },
  MG216: {
    title: 'Media type not usable',
    cause: 'A key of `content` is no media type, or a request body has no content.',
    fix: 'Use a media type such as `application/json`.',
  },
  MG217: {
    title: 'Request body left out',
    cause: 'The method cannot have a body.',
    fix: 'Remove the body, or use another method.',
  },
  MG218: {
    title: 'Read that writes',
    cause:
      'A GET or HEAD is named after a verb that changes something: it is not taken for read-only, is no resource, and `--read-only` leaves it out.',
    fix: 'If it changes nothing, set `x-mcp: { readOnly: true }` on the operation.',
  },
  MG219: {
    title: 'No server',
    cause: 'The description names no server with an absolute URL.',
    fix: 'Give `--base-url URL`, or set API_BASE_URL when the server starts.',
  },
  MG220: {
    title: 'Server not usable',
    cause: 'A server URL is malformed, not http or https, or holds a user name or password.',
    fix: 'Correct the URL; credentials come from the environment.',
  },
  MG221: {
    title: 'Server variable without a default',
    cause: 'A URL has a variable that is not declared or has no default.',
    fix: 'Declare it with a default, or set its environment variable.',
  },
  MG223: {
    title: 'Security scheme not declared',
    cause: 'A security requirement names a scheme that `components.securitySchemes` does not have.',
    fix: 'Declare the scheme, or correct its name.',
  },
  MG224: {
    title: 'Security scheme not supported',
    cause: 'Requests would have to be signed or authenticated in a way that no variable can hold.',
    fix: 'Sign requests in the `beforeRequest` hook of src/custom/index.ts, or set API_HEADER_AUTHORIZATION if the header is always the same.',
  },
  MG225: {
    title: 'Token URL not usable',
    cause:
      'A `tokenUrl`, `refreshUrl` or `openIdConnectUrl` is malformed, not http or https, or holds a user name or password.',
    fix: 'Correct it, or set the `…_TOKEN_URL` variable of the server.',
  },
  MG226: {
    title: 'Security scheme not used',
    cause:
      'A scheme is declared, but neither the root nor an operation requires it: it is never sent.',
    fix: 'Add a `security` requirement to the root or to the operations that need it.',
  },
  MG227: {
    title: 'Pattern matches nothing',
    cause:
      'A pattern of `--include`, `--exclude` or the config’s `tools` or `serve.access` matches no operation.',
    fix: 'Patterns match an operationId, `tag:name`, a path (`/pets/**`) or `GET /pets/*`.',
  },
  MG228: {
    title: 'x-mcp not understood',
    cause: 'A key of `x-mcp` is not known where it stands, or has a value of the wrong type.',
    fix: 'Use name, title, description, readOnly, destructive, idempotent, favourite, fields, contentType and maxResultChars (1000 to 100000000); or true or false.',
  },
  MG229: {
    title: 'Tool name not usable',
    cause: 'A name that `x-mcp` asks for is taken, or no name that every client accepts.',
    fix: 'Use 1 to 64 of the characters A-Z, a-z, 0-9, _ and -, once in the server.',
  },
  MG230: {
    title: 'Input schema simplified',
    cause:
      'In full it would exceed the budget of a tool, so its deepest optional parts accept anything.',
    fix: 'Nothing to do; the API still checks what it gets.',
  },
  MG231: {
    title: 'Operation is no resource',
    cause: 'Its URI could not be told from that of another resource.',
    fix: 'Use its tool.',
  },
  MG232: {
    title: 'Nothing to generate',
    cause: 'The description has no operation, or none is left.',
    fix: 'Check the source and the patterns.',
  },
  MG233: {
    title: 'Headers of a part not sent',
    cause:
      'The `encoding` of a multipart body declares headers of a part that have no fixed value; no argument gives them one.',
    fix: 'Give their schemas a `const` or a `default`; else send the request from custom code.',
  },
  MG234: {
    title: 'Media type not offered',
    cause:
      'The `contentType` of `x-mcp` or the config is none that the operation takes; the best of those is sent.',
    fix: 'Name one that the operation lists, or narrow the pattern.',
  },
  MG235: {
    title: 'Form with a file sent as multipart',
    cause:
      'A body of `application/x-www-form-urlencoded`, which holds no bytes, has a file among its fields.',
    fix: 'Declare it as `multipart/form-data`, or name the media type in `x-mcp` or the config.',
  },
  MG236: {
    title: 'No scopes in the description',
    cause:
      '`serve.scopesFromSpec` asks for the OAuth scopes of the description, but none of its operations needs any: it keeps nobody from anything.',
    fix: 'Name scopes, roles or callers in `serve.access`, or remove `serve.scopesFromSpec`.',
  },
  MG240: {
    title: 'Operation without a contract case',
    cause:
      'No arguments could be made that its input schema accepts and a request can carry: the tests of the project do not call it.',
    fix: 'Give its parameters and its body an `example` that their schemas accept.',
  },
  MG241: {
    title: 'The list of tools has too many tokens',
    cause: 'A model would read more than `--max-tokens` or `maxTokens` of the config allows.',
    fix: 'Choose operations with --include, --exclude or --read-only; `mcp-gen list --sort tokens` shows what each tool costs.',
  },
  ...hostCodes,
  ...schemaCodes,
} as const satisfies Readonly<Record<string, CodeDescription>>;
