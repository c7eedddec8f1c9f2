import { asArray, at, deref, get, isObject, membersOf, type Place } from './document.js';

/** What a description says of one operation. */
export interface SourceOperation {
  /** Upper case. */
  readonly method: string;
  readonly path: string;
  readonly pointer: string;
  readonly parameters: readonly SourceParameter[];
  readonly body?: SourceBody;
}

export interface SourceParameter {
  readonly in: string;
  readonly name: string;
  readonly required: boolean;
  readonly pointer: string;
  readonly schema: Place;
}

export interface SourceBody {
  readonly required: boolean;
  /** Schemas by the key of `content`. */
  readonly content: ReadonlyMap<string, Place>;
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Every operation of a raw OpenAPI 3.x document. */
export function sourceOperations(document: unknown): readonly SourceOperation[] {
  return ['paths', 'x-ms-paths'].flatMap((table) =>
    membersOf(at({ value: document, pointer: '' }, table))
      .filter(([path]) => !path.startsWith('x-'))
      .flatMap(([path, entry]) => operationsOf(document, path, deref(document, entry))),
  );
}

function operationsOf(document: unknown, path: string, item: Place): readonly SourceOperation[] {
  return methods
    .map((method) => [method, at(item, method)] as const)
    .filter(([, { value }]) => isObject(value))
    .map(([method, operation]) => {
      const body = at(operation, 'requestBody');
      return {
        method: method.toUpperCase(),
        path,
        pointer: operation.pointer,
        parameters: parametersOf(document, item, operation),
        ...(isObject(body.value) && { body: bodyOf(document, deref(document, body)) }),
      };
    });
}

/** Those of the operation, then those of the path that it does not replace. */
function parametersOf(
  document: unknown,
  item: Place,
  operation: Place,
): readonly SourceParameter[] {
  const found = new Map<string, SourceParameter>();
  for (const holder of [operation, item]) {
    for (const [, entry] of membersOf(at(holder, 'parameters'))) {
      const parameter = deref(document, entry);
      const [name, location] = [get(parameter.value, 'name'), get(parameter.value, 'in')];
      if (typeof name !== 'string' || typeof location !== 'string') continue;
      const key = `${location} ${name}`;
      if (found.has(key)) continue;
      found.set(key, {
        in: location,
        name,
        required: get(parameter.value, 'required') === true || location === 'path',
        pointer: parameter.pointer,
        schema: schemaOf(parameter),
      });
    }
  }
  return [...found.values()];
}

function schemaOf(parameter: Place): Place {
  const [content] = membersOf(at(parameter, 'content'));
  return at(content?.[1] ?? parameter, 'schema');
}

function bodyOf(document: unknown, body: Place): SourceBody {
  return {
    required: get(body.value, 'required') === true,
    content: new Map(
      membersOf(at(body, 'content')).map(([type, media]) => [
        type,
        at(deref(document, media), 'schema'),
      ]),
    ),
  };
}

/** Names of the `required` list that are text. */
export function requiredNames(schema: unknown): readonly string[] {
  return asArray(get(schema, 'required')).filter((name) => typeof name === 'string');
}
