import type { CodeDescription } from '../code-description.js';

/** MG1xx: reading the source, the config and the options. */
export const loadCodes = {
  MG101: {
    title: 'Source cannot be read',
    cause: 'The file does not exist, is a folder, or may not be read.',
    fix: 'Check the path; it is relative to the working folder, a $ref to the file that holds it.',
  },
  MG102: {
    title: 'Source too large',
    cause: 'A file of the source is larger than 64 MiB, or the source has more than 2,000 files.',
    fix: 'Split the description, or remove what no operation needs.',
  },
  MG103: {
    title: 'Source is not UTF-8 text',
    cause: 'The file is UTF-16, UTF-32, compressed or binary.',
    fix: 'Save it as UTF-8.',
  },
  MG104: {
    title: 'Source is empty',
    cause: 'The file holds nothing but white space or comments.',
    fix: 'Check that the source was written completely.',
  },
  MG105: {
    title: 'Syntax error',
    cause: 'The text is neither JSON nor YAML.',
    fix: 'Correct the place that the message names.',
  },
  MG106: {
    title: 'Duplicate key',
    cause: 'One mapping has the same key twice, so one of the two values would be lost.',
    fix: 'Rename or merge the two.',
  },
  MG107: {
    title: 'Nested too deeply',
    cause: 'Objects and lists stand more than 256 levels inside each other.',
    fix: 'Replace the nesting by $ref.',
  },
  MG108: {
    title: 'YAML aliases expand without bound',
    cause:
      'An alias contains itself, or the aliases together stand for more than 5 million values.',
    fix: 'Use $ref instead of YAML aliases.',
  },
  MG109: {
    title: 'Not an API description',
    cause: 'The file is something else: a web page, a Postman collection, a GraphQL schema, ….',
    fix: 'Give an OpenAPI 3.x or Swagger 2.0 description, or an mcp-gen config.',
  },
  MG110: {
    title: 'Unsupported version',
    cause: 'Only OpenAPI 3.0 to 3.2 and Swagger 2.0 can be read.',
    fix: 'Convert the description to OpenAPI 3.1.',
  },
  MG111: {
    title: 'Version flaw',
    cause:
      'A version is not written as the specification asks, or is newer than what is fully read.',
    fix: 'Write versions as strings; what OpenAPI 3.2 adds may be ignored.',
  },
  MG112: {
    title: 'Download failed',
    cause: 'The server did not answer in 30 seconds, or answered with an error.',
    fix: 'Check the URL, the network and `--source-header`; or download the file yourself.',
  },
  MG113: {
    title: 'Redirect refused',
    cause: 'The download was redirected more than 5 times, or to a place it must not go to.',
    fix: 'Give the final URL, or allow its host with `--allow-remote-refs`.',
  },
  MG114: {
    title: 'Secret in a URL',
    cause:
      'The URL of the source holds a user name, a password, or a query parameter named like a secret.',
    fix: "Pass it as a header: `--source-header 'Authorization: $TOKEN'`.",
  },
  MG115: {
    title: 'Source header refused',
    cause: 'A source header is malformed, holds a literal value, or names an unset variable.',
    fix: "Write `--source-header 'Name: $VARIABLE'` and set the variable.",
  },
  MG116: {
    title: '$ref to another host refused',
    cause:
      'A $ref leads to a host that was not allowed, or to something other than a file or http(s).',
    fix: 'Allow the host with `--allow-remote-refs HOST` if you trust it, or bundle the description first.',
  },
  MG117: {
    title: '$ref out of the folder refused',
    cause: "A $ref leads, by real path, out of the source's folder.",
    fix: 'Name the folder that holds all files with `--ref-root DIR`.',
  },
  MG119: {
    title: 'Swagger 2.0 flaw',
    cause: 'Something in the Swagger 2.0 description has no equivalent in OpenAPI 3.',
    fix: 'Check the operation, or convert the description by hand.',
  },
  MG120: {
    title: 'Swagger 2.0 cannot be converted',
    cause: 'The description is too damaged for the converter.',
    fix: 'Correct what the message names, or convert the description to OpenAPI 3 by hand.',
  },
  MG121: {
    title: 'Value that JSON does not have',
    cause: 'YAML can write values, such as `.nan` or a binary, that a description cannot hold.',
    fix: 'Quote the value.',
  },
  MG130: {
    title: 'Config error',
    cause: 'The config file has an unknown key or a value of the wrong form.',
    fix: 'Correct the place that the message names; the JSON Schema of the config lists all keys.',
  },
  MG131: {
    title: 'Secret in the config',
    cause: 'A literal credential stands where the name of an environment variable belongs.',
    fix: 'Put the secret into the environment and refer to it as `$NAME`.',
  },
  MG132: {
    title: 'Endpoint error',
    cause: 'An endpoint of the config contradicts itself or another one.',
    fix: 'Correct the place that the message names.',
  },
  MG140: {
    title: 'No source',
    cause: 'No source was given, and neither the folder nor its config names one.',
    fix: 'Run `mcp-gen openapi.yaml`, or write `mcp-gen.config.yaml`.',
  },
  MG141: {
    title: 'Generation cannot be repeated',
    cause: 'The project was generated from standard input, which is gone.',
    fix: 'Give the source again: `mcp-gen - < openapi.yaml`, or `mcp-gen openapi.yaml`.',
  },
  MG142: {
    title: 'Option refused',
    cause: 'An option has a value that it cannot have.',
    fix: 'See `mcp-gen --help`.',
  },
  MG143: {
    title: 'Config gone',
    cause: 'The project was generated with a config that is no longer where it was.',
    fix: 'Put it back, or remove `config` from `mcp-gen.json` if what it says is to end.',
  },
  MG144: {
    title: 'Standard input is the client’s',
    cause: 'A source was to be read from standard input, where a server over stdio has its client.',
    fix: 'Serve over HTTP: `mcp-gen serve - --http`, or give a file or a URL.',
  },
} as const satisfies Readonly<Record<string, CodeDescription>>;
