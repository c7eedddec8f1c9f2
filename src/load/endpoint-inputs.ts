import { expandType, objectSchema, type ExpandedType } from './config-type.js';
import type { Endpoint } from './config.js';
import { escapeToken, type JsonObject } from './json.js';

/** One entry of `endpoints`, taken apart. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly details: Endpoint;
  /** In the config. */
  readonly pointer: string;
}

/** Tells what is wrong at a pointer into the config, and what to do. */
export type ReportFlaw = (message: string, pointer: string, help: string) => void;

/** `parameters` and `requestBody` (OpenAPI 3.1) of an endpoint. */
export function endpointInputs(route: Route, flaw: ReportFlaw): JsonObject {
  const { method, path, details, pointer } = route;
  const missing = new Set([...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name));
  const rest = /^(?:GET|HEAD|DELETE)$/.test(method) ? 'query' : 'body';
  const parameters: JsonObject[] = [];
  const properties = new Map<string, ExpandedType>();
  for (const [name, given] of Object.entries(details.params ?? {})) {
    const type = parameterType(given);
    const location = type.in ?? (missing.has(name) ? 'path' : rest);
    if ((location === 'path') !== missing.has(name)) {
      flaw(
        location === 'path' ? `The path has no {${name}}.` : `{${name}} is part of the path.`,
        `${pointer}/params/${escapeToken(name)}`,
        'Correct the path, or `in` of the parameter.',
      );
    }
    missing.delete(name);
    if (location === 'body') properties.set(name, type);
    else parameters.push(parameter(name, location, type));
  }
  const text = { schema: { type: 'string' }, required: true };
  for (const name of missing) parameters.push(parameter(name, 'path', text));
  return {
    ...(parameters.length === 0 ? {} : { parameters }),
    ...requestBody(details, properties, pointer, flaw),
  };
}

const formKeywords = ['type', 'enum', 'const', 'allOf', 'anyOf', 'oneOf', 'properties', 'items'];

interface ParameterType extends ExpandedType {
  readonly in?: string;
}

function parameterType(given: NonNullable<Endpoint['params']>[string]): ParameterType {
  if (typeof given === 'string') return expandType(given);
  const { in: location, required, ...schema } = given;
  const ofObject = typeof required === 'object' ? { required } : {};
  // Whoever describes a parameter without a word on its form means text.
  const text = formKeywords.some((keyword) => keyword in schema) ? {} : { type: 'string' };
  return {
    schema: expandType({ ...text, ...schema, ...ofObject }).schema,
    required: required === true,
    ...(location === undefined ? {} : { in: location }),
  };
}

function parameter(name: string, location: string, type: ExpandedType): JsonObject {
  const { description, ...schema } = type.schema;
  return {
    name,
    in: location,
    ...(description === undefined ? {} : { description }),
    ...(type.required || location === 'path' ? { required: true } : {}),
    schema,
  };
}

function requestBody(
  { body, bodySchema }: Endpoint,
  properties: Map<string, ExpandedType>,
  pointer: string,
  flaw: ReportFlaw,
): JsonObject {
  const whole = bodySchema ?? (typeof body === 'string' ? body : undefined);
  if (whole !== undefined) {
    if (properties.size > 0 || (bodySchema !== undefined && body !== undefined)) {
      flaw(
        'The body is given twice.',
        `${pointer}/${bodySchema === undefined ? 'body' : 'bodySchema'}`,
        'Give the whole body, or its properties; parameters can stand elsewhere by `in`.',
      );
    }
    const { schema, required } = expandType(whole);
    return jsonBody(schema, required || bodySchema !== undefined);
  }
  for (const [name, type] of Object.entries(typeof body === 'object' ? body : {})) {
    if (properties.has(name)) {
      const place = `${pointer}/body/${escapeToken(name)}`;
      flaw(`\`${name}\` is in \`params\` too.`, place, 'Remove one of the two.');
    }
    properties.set(name, expandType(type));
  }
  if (properties.size === 0) return {};
  const schema = objectSchema(properties);
  return jsonBody(schema, schema['required'] !== undefined);
}

function jsonBody(schema: JsonObject, required: boolean): JsonObject {
  return { requestBody: { required, content: { 'application/json': { schema } } } };
}
