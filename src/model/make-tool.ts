import type { Report } from '../diagnostics.js';
import type { RateLimit } from '../rate-limit.js';
import type { Access } from './access.js';
import { argumentKey, nameArguments, type NamedInput } from './naming/argument-names.js';
import {
  describeOperation,
  describeParameter,
  titleOf,
  toolDescriptionLimit,
} from './description.js';
import type { ExampleReader } from './cases/read-examples.js';
import type { Directive } from './directive.js';
import { concreteType } from './media-type.js';
import type {
  ArgumentExamples,
  JsonSchema,
  RequestBody,
  RequestTemplate,
  Tool,
  ToolAnnotations,
} from './model.js';
import type { JsonObject } from './node.js';
import type { Operation } from './operation.js';
import { readParameters, type ParameterInput } from './request/parameters.js';
import type { Resolver } from './reference.js';
import { readRequestBody, type BodyInput } from './request/request-body.js';
import type { Readable, ReadArgument } from './resources.js';
import type { ReplySchemas } from './reply/reply-schema.js';
import { readReplyTypes, replyType } from './reply/responses.js';
import type { ReadReturns, Returns } from './reply/returns.js';
import { shapeArguments, shapeNames } from './reply/shape-arguments.js';
import { buildInputSchema, type Argument } from './schema/input-schema.js';
import type { SchemaTranslator } from './schema/translator.js';
import type { Security, SecurityRequirement } from './security/security.js';
import type { Servers } from './servers.js';
import { plainText } from './text.js';

/** What every tool is made with. */
export interface Workshop {
  readonly resolve: Resolver;
  readonly translator: SchemaTranslator;
  readonly servers: Servers;
  readonly security: Security;
  readonly access: Access;
  /** Bytes that an input schema may have; undefined: the default. */
  readonly schemaBudget: number | undefined;
  /** Absent: tools have no output schema. */
  readonly replySchemas: ReplySchemas | undefined;
  /** Whether the hosts that tools are to suit take an argument of this name. */
  readonly isArgumentName: (name: string) => boolean;
  readonly returnsOf: ReadReturns;
  /** Whether tools with large replies get arguments that choose from them. */
  readonly fields: boolean;
  readonly examples: ExampleReader;
}

/** What is already decided about a tool. */
export interface ToolOrder {
  readonly operation: Operation;
  readonly name: string;
  readonly directive: Directive;
  readonly annotations: ToolAnnotations;
  readonly rateLimit: RateLimit | undefined;
  /** Argument names of an earlier generation, by `argumentKey`. */
  readonly pinnedArguments: Readonly<Record<string, string>>;
}

export interface MadeTool extends Readable {
  readonly returns: Returns;
  /** Argument names by `argumentKey`. */
  readonly argumentPins: Readonly<Record<string, string>>;
  /** Listed even where tools are searched for. */
  readonly isFavourite: boolean;
  /** What the source shows as values of the arguments. */
  readonly examples: ArgumentExamples;
}

/** Makes the tool of an operation; whatever it leaves out or guesses is reported. */
export function makeTool(order: ToolOrder, workshop: Workshop, report: Report): MadeTool {
  const { operation, name } = order;
  const { resolve, translator, security } = workshop;
  const access = workshop.access.requirementsOf(operation, order.annotations);
  const requirement = security.requirementOf(operation);
  const schemes = [...new Set(requirement?.flat())].flatMap(
    (scheme) => security.kindOf(scheme) ?? [],
  );
  const parameters = readParameters(operation, schemes, resolve, report);
  const { contentType, maxResultChars } = order.directive;
  const body = readRequestBody(operation, { resolve, translator, report, contentType });
  const returns = workshop.returnsOf(operation);
  const shaping = { asked: order.directive.fields, general: workshop.fields };
  const shaped: readonly NamedInput[] = (shapeNames(returns, shaping) ?? []).map((name) => ({
    in: 'reply',
    name,
  }));
  const inputs = [...parameters, ...bodyInputs(body), ...shaped];
  const names = nameArguments(inputs, order.pinnedArguments, workshop.isArgumentName);
  const shape = shapeOf(shaped, names);
  const argumentsOfParameters = parameters.map((input) => ({
    input,
    name: nameOf(names, input),
    schema: parameterSchema(input, translator),
  }));
  const replyTypes = readReplyTypes(operation, resolve);
  const outputSchema = workshop.replySchemas?.schemaOf(operation);
  const description = describe(order);
  const title = order.directive.title ?? titleOf(operation, name, description);
  return {
    operation,
    tool: {
      name,
      ...(title !== undefined && { title: plainText(title, 200) }),
      description,
      annotations: order.annotations,
      inputSchema: inputSchema(
        [
          ...argumentsOf(argumentsOfParameters, body, names),
          ...(shape === undefined ? [] : shapeArguments(returns.outline, shape)),
        ],
        { operation, workshop, report },
      ),
      ...(outputSchema !== undefined && { outputSchema }),
      request: makeRequest(operation, workshop.servers, requirement, {
        parameters: argumentsOfParameters,
        body: body && makeBody(body, names),
        replyTypes,
      }),
      ...(maxResultChars !== undefined && { maxResultChars }),
      ...(shape !== undefined && { shape }),
      ...(returns.text !== undefined && { returns: returns.text }),
      ...(access.length > 0 && { access }),
      ...(order.rateLimit && { rateLimit: order.rateLimit }),
    },
    arguments: argumentsOfParameters,
    bodyRequired: body?.required ?? false,
    mimeType: replyType(replyTypes),
    argumentPins: Object.fromEntries(names),
    isFavourite: order.directive.favourite ?? false,
    returns,
    examples: readArguments(argumentsOfParameters, body, names, workshop.examples),
  };
}

function readArguments(
  parameters: readonly ReadArgument[],
  body: BodyInput | undefined,
  names: ReadonlyMap<string, string>,
  examples: ExampleReader,
): ArgumentExamples {
  const values = new Map<string, readonly unknown[]>();
  for (const { input, name } of parameters) {
    values.set(name, examples.ofParameter(input.node, input.schema.value));
  }
  const bodies = body === undefined ? [] : examples.ofMediaType(body.media);
  for (const input of bodyInputs(body)) {
    const isWhole = body?.properties === undefined;
    values.set(nameOf(names, input), isWhole ? bodies : examples.ofProperties(bodies, input.name));
  }
  return new Map([...values].filter(([, shown]) => shown.length > 0));
}

function describe({ operation, directive }: ToolOrder): string {
  return directive.description === undefined
    ? describeOperation(operation)
    : plainText(directive.description, toolDescriptionLimit);
}

function bodyInputs(body: BodyInput | undefined): readonly NamedInput[] {
  if (body === undefined) return [];
  const names = body.properties?.map(({ name }) => name) ?? [''];
  return names.map((name) => ({ in: 'body', name }));
}

function nameOf(names: ReadonlyMap<string, string>, input: NamedInput): string {
  return names.get(argumentKey(input)) ?? input.name;
}

/** The names of the arguments that are not sent. */
function shapeOf(
  inputs: readonly NamedInput[],
  names: ReadonlyMap<string, string>,
): Tool['shape'] | undefined {
  const [fields, table] = inputs.map((input) => nameOf(names, input));
  return fields === undefined ? undefined : { fields, ...(table !== undefined && { table }) };
}

/** Operations refer to the same parameters. */
const parameterSchemas = new WeakMap<SchemaTranslator, WeakMap<JsonObject, JsonSchema>>();

function parameterSchema(input: ParameterInput, translator: SchemaTranslator): JsonSchema {
  const known = parameterSchemas.get(translator) ?? new WeakMap<JsonObject, JsonSchema>();
  parameterSchemas.set(translator, known);
  const schema = known.get(input.node) ?? readParameterSchema(input, translator);
  known.set(input.node, schema);
  return schema;
}

/** The schema of a parameter's value; what the parameter says of itself comes before what its schema says. */
function readParameterSchema(input: ParameterInput, translator: SchemaTranslator): JsonSchema {
  const schema = translator.translate(input.schema.value, input.schema.pointer);
  const description = describeParameter(input.node);
  return description === '' || description === schema['description']
    ? schema
    : { ...schema, description };
}

/** What is sent. */
function argumentsOf(
  parameters: readonly ReadArgument[],
  body: BodyInput | undefined,
  names: ReadonlyMap<string, string>,
): readonly Argument[] {
  const args: Argument[] = parameters.map(({ input, name, schema }) => ({
    name,
    schema,
    required: input.required,
  }));
  for (const property of body?.properties ?? []) {
    const name = nameOf(names, { in: 'body', name: property.name });
    args.push({ name, schema: property.schema, required: property.required });
  }
  if (body !== undefined && body.properties === undefined) {
    const name = nameOf(names, { in: 'body', name: '' });
    args.push({ name, schema: body.schema, required: body.required });
  }
  return args;
}

function inputSchema(
  args: readonly Argument[],
  { operation, workshop, report }: { operation: Operation; workshop: Workshop; report: Report },
): Tool['inputSchema'] {
  const { definitions } = workshop.translator;
  const { inputSchema, collapsed } = buildInputSchema(args, definitions, workshop.schemaBudget);
  if (collapsed.length > 0) {
    const places = collapsed.length === 1 ? 'one place' : `${collapsed.length} places`;
    report({
      code: 'MG230',
      severity: 'info',
      message: `The input schema of ${operation.method} ${operation.path} is simplified in ${places} to stay within its budget.`,
      pointer: operation.pointer,
    });
  }
  return inputSchema;
}

function makeBody(body: BodyInput, names: ReadonlyMap<string, string>): RequestBody {
  const { contentType, encoding, required, properties } = body;
  const written = { contentType, ...(encoding && { encoding }) };
  if (properties === undefined)
    return { ...written, argument: nameOf(names, { in: 'body', name: '' }) };
  return {
    ...written,
    properties: properties.map(({ name }) => {
      const argument = nameOf(names, { in: 'body', name });
      return argument === name ? name : { name, argument };
    }),
    ...(required && { required }),
  };
}

function makeRequest(
  operation: Operation,
  servers: Servers,
  security: SecurityRequirement | undefined,
  sent: {
    readonly parameters: readonly ReadArgument[];
    readonly body: RequestBody | undefined;
    readonly replyTypes: readonly string[];
  },
): RequestTemplate {
  const server = servers.keyFor(operation);
  const parameters = sent.parameters.map(({ input, name }) => ({
    in: input.in,
    name: input.name,
    ...argumentUnless(input.name, name),
    ...input.serialisation,
  }));
  const accept = [...new Set(sent.replyTypes.map(acceptable))].join(', ');
  return {
    method: operation.method,
    path: operation.route.template,
    ...(server !== undefined && { server }),
    ...(parameters.length > 0 && { parameters }),
    ...(sent.body !== undefined && { body: sent.body }),
    ...(security !== undefined && { security }),
    ...(accept !== '' && { accept }),
  };
}

/** `Accept` takes any range as it is (RFC 9110, section 12.5.1), but only JSON's wildcard means JSON. */
function acceptable(type: string): string {
  return type.endsWith('+json') && type.includes('*') ? concreteType(type) : type;
}

function argumentUnless(name: string, argument: string): { readonly argument?: string } {
  return argument === name ? {} : { argument };
}
