import { z } from 'zod';
import { hostNames } from '../model/hosts/host.js';
import { resultCharsRange } from '../options.js';
import { readRateLimit, rateLimitForm } from '../rate-limit.js';
import { jsonSchema, valueType } from './config-type.js';
import { serve } from './serve-config.js';

const text = z.string().min(1);
const texts = z.array(text).readonly();

const auth = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('apiKey'),
      in: z.enum(['header', 'query', 'cookie']),
      name: z
        .string()
        .regex(/^[\w!#$%&'*+.^`|~-]+$/)
        .describe('Name of the header, query parameter or cookie.'),
    }),
    z.strictObject({ type: z.literal('bearer') }),
    z.strictObject({ type: z.literal('basic') }),
  ])
  .readonly()
  .describe('How the API is told who calls. The secret itself comes from the environment.');

const parameter = z
  .union([
    valueType,
    jsonSchema
      .extend({
        in: z
          .enum(['path', 'query', 'header', 'cookie', 'body'])
          .exactOptional()
          .describe('Default: path if the path has it, query for GET, HEAD and DELETE, else body.'),
        required: z.union([z.boolean(), texts]).exactOptional(),
      })
      .readonly(),
  ])
  .describe('`TYPE`, `TYPE[]`, with a trailing `!` if required; or a JSON Schema.');

const endpoint = z
  .strictObject({
    tool: z
      .string()
      .regex(/^[a-z0-9_]{1,64}$/)
      .exactOptional()
      .describe('Name of the tool; default: from method and path.'),
    title: text.exactOptional(),
    description: text.exactOptional().describe('What the model reads.'),
    params: z.record(text, parameter).readonly().exactOptional(),
    body: z
      .union([valueType, z.record(text, z.union([valueType, jsonSchema.readonly()])).readonly()])
      .exactOptional()
      .describe('The properties of the JSON body, or the type of the whole body.'),
    bodySchema: jsonSchema.readonly().exactOptional().describe('JSON Schema of the whole body.'),
    readOnly: z.boolean().exactOptional().describe('Whether a call changes nothing.'),
    auth: z.literal('none').exactOptional().describe('The endpoint is public.'),
  })
  .readonly();

const toolSetting = z
  .strictObject({
    maxResultChars: z
      .int()
      .min(resultCharsRange.minimum, { error: `is below ${resultCharsRange.minimum}` })
      .max(resultCharsRange.maximum, { error: `is above ${resultCharsRange.maximum}` })
      .exactOptional()
      .describe('Longest text of a result in characters, instead of MCP_MAX_RESULT_CHARS.'),
    contentType: z
      .string()
      .regex(/^[\w.+-]+\/[\w.+-]+(\s*;.*)?$/, { error: 'is no media type' })
      .exactOptional()
      .describe('Media type of the body, of those that the operation takes.'),
    favourite: z.boolean().exactOptional().describe('Listed even where tools are searched for.'),
    fields: z
      .boolean()
      .exactOptional()
      .describe('Whether the tool has arguments that choose from its replies.'),
    rateLimit: z
      .string()
      .regex(rateLimitForm, { error: 'is no rate; write it as 10/60s, 5/s or 100/1h', abort: true })
      .refine((text) => readRateLimit(text) !== undefined, {
        error: 'must let a call through and be for at most a day',
      })
      .exactOptional()
      .describe('Calls by each caller, such as 10/60s, instead of MCP_TOOL_RATE_LIMIT.'),
  })
  .readonly();

/** The config file: every key, its form, and what editors show about it. */
export const configSchema = z
  .strictObject({
    $schema: z.string().exactOptional(),
    source: text
      .exactOptional()
      .describe('Path relative to this file, or URL, of the description.'),
    output: text.exactOptional().describe('Folder of the project, relative to this file.'),
    name: text.exactOptional().describe('Name of the server.'),
    description: text.exactOptional().describe('What the API is for (with `endpoints`).'),
    version: text.exactOptional().describe('Version of the API (with `endpoints`).'),
    baseUrl: z
      .url({ protocol: /^https?$/ })
      .exactOptional()
      .describe('URL of the API.'),
    resources: z.enum(['both', 'tools-only', 'resources-only']).exactOptional(),
    include: texts.exactOptional().describe('Patterns of the operations to keep.'),
    exclude: texts.exactOptional().describe('Patterns of the operations to leave out.'),
    readOnly: z.boolean().exactOptional().describe('Only operations that change nothing.'),
    strict: z.boolean().exactOptional().describe('Every warning is an error.'),
    allowRemoteRefs: texts.exactOptional().describe('Hosts that $refs may be fetched from.'),
    refRoot: text.exactOptional().describe('Folder, relative to this file, that $refs may reach.'),
    outputSchema: z.boolean().exactOptional().describe('Tools tell what their results look like.'),
    fields: z
      .boolean()
      .exactOptional()
      .describe('Tools with large replies have arguments that choose from them.'),
    maxTokens: z
      .int()
      .positive({ error: 'is below 1' })
      .exactOptional()
      .describe('Tokens that tools/list may have, counted by o200k_base; more is an error.'),
    surfaceThreshold: z
      .int()
      .nonnegative({ error: 'is below 0' })
      .exactOptional()
      .describe('Callers who may use more tools than this search for them. Default: 60.'),

    profiles: z
      .array(z.enum(hostNames))
      .readonly()
      .exactOptional()
      .describe('Hosts that the tools are to suit.'),
    tools: z
      .record(text, toolSetting)
      .readonly()
      .exactOptional()
      .describe('By pattern of operations, as in `include`: what holds for their tools.'),
    serve: serve.exactOptional(),
    acceptOrigins: texts.exactOptional().describe('Origins that may newly get credentials.'),
    sourceHeaders: texts
      .exactOptional()
      .describe('`Name: $VARIABLE`, sent when fetching the source.'),
    auth: auth.exactOptional(),
    endpoints: z
      .array(z.union([text, z.record(text, endpoint.nullable()).readonly()]))
      .min(1)
      .readonly()
      .exactOptional()
      .describe('`METHOD /path`, or that with its details, instead of a source.'),
  })
  .refine(({ source, endpoints }) => source === undefined || endpoints === undefined, {
    error: 'names both `source` and `endpoints`',
  })
  .readonly();

export type Config = z.infer<typeof configSchema>;
export type Endpoint = z.infer<typeof endpoint>;

/** The JSON Schema of the config file, for editors. */
export function configJsonSchema(): object {
  return z.toJSONSchema(configSchema, {
    io: 'input',
    reused: 'ref',
    // To editors it means that the user may not write there; here it is TypeScript's readonly.
    override: ({ jsonSchema: schema }) => {
      delete schema.readOnly;
    },
  });
}
