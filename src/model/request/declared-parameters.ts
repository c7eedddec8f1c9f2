import type { Report } from '../../diagnostics.js';
import type { ParameterLocation } from '../model.js';
import { arrayField, textField, type JsonObject } from '../node.js';
import type { Operation } from '../operation.js';
import { pointerTo, type Located, type Resolver } from '../reference.js';
import { isToken } from '../security/security-scheme.js';

const locations = ['path', 'query', 'header', 'cookie'] as const;

/** A parameter with a usable name and location. */
export interface DeclaredParameter {
  readonly in: ParameterLocation;
  readonly name: string;
  readonly node: JsonObject;
  readonly pointer: string;
}

/** The parameters of an operation in the description's order, made to agree with the variables of its path. */
export function readDeclaredParameters(
  operation: Operation,
  resolve: Resolver,
  report: Report,
): readonly DeclaredParameter[] {
  return placeByPath(operation, readLists(operation, resolve, report), report);
}

/** Those of the path item and of the operation, which override them by location and name. */
function readLists(
  operation: Operation,
  resolve: Resolver,
  report: Report,
): readonly DeclaredParameter[] {
  const declared = new Map<string, DeclaredParameter>();
  for (const [owner, ownerPointer] of [
    [operation.pathItem, operation.pathItemPointer],
    [operation.node, operation.pointer],
  ] as const) {
    const own = new Set<string>();
    for (const [index, node] of arrayField(owner, 'parameters').entries()) {
      const located = resolve(node, pointerTo(ownerPointer, 'parameters', index));
      const parameter = located && readPlace(located, report);
      if (parameter === undefined) continue;
      const key = `${parameter.in}:${parameter.name}`;
      if (own.has(key)) {
        const message = `The ${parameter.in} parameter "${parameter.name}" is declared twice; the first counts.`;
        report({ code: 'MG206', severity: 'warning', message, pointer: parameter.pointer });
        continue;
      }
      own.add(key);
      declared.set(key, parameter);
    }
  }
  return [...declared.values()];
}

function readPlace(
  { value: node, pointer }: Located<JsonObject>,
  report: Report,
): DeclaredParameter | undefined {
  const name = textField(node, 'name');
  const place = locations.find((location) => location === node['in']);
  const isHeader = place === 'header' || place === 'cookie';
  if (name !== undefined && place !== undefined && !(isHeader && !isToken(name.trim()))) {
    return { in: place, name: place === 'header' ? name.trim() : name, node, pointer };
  }
  const reason =
    name === undefined
      ? 'it has no name'
      : place === undefined
        ? `its "in" is none of ${locations.join(', ')}`
        : `its name is not valid in a ${place}`;
  const message = `The parameter ${JSON.stringify(name ?? '')} is left out: ${reason}.`;
  report({ code: 'MG205', severity: 'warning', message, pointer });
  return undefined;
}

/** Makes the declared path parameters and the variables of the path agree; the path is right. */
function placeByPath(
  operation: Operation,
  declared: readonly DeclaredParameter[],
  report: Report,
): readonly DeclaredParameter[] {
  const { variables, queryVariables } = operation.route;
  const placed = declared.flatMap((parameter): readonly DeclaredParameter[] => {
    if (parameter.in !== 'path' || variables.includes(parameter.name)) return [parameter];
    if (queryVariables.some(({ variable }) => variable === parameter.name)) return [];
    const message = `${operation.path} has no {${parameter.name}}: the path parameter is left out.`;
    report({ code: 'MG208', severity: 'warning', message, pointer: parameter.pointer });
    return [];
  });
  const missing = variables.filter((name) => !isDeclared(placed, 'path', name));
  for (const name of missing) {
    const message = `The path parameter {${name}} is not declared: a required string is assumed.`;
    report({ code: 'MG207', severity: 'warning', message, pointer: operation.pointer });
  }
  return [
    ...placed,
    ...missing.map((name) => assumed('path', name, operation)),
    ...queryVariables
      .filter(({ name }) => !isDeclared(placed, 'query', name))
      .map(({ name, variable }) => {
        const message = `"${name}={${variable}}" in the path is read as the query parameter "${name}".`;
        report({ code: 'MG210', severity: 'info', message, pointer: operation.pointer });
        const source = declared.find((parameter) => parameter.name === variable);
        return source === undefined
          ? assumed('query', name, operation)
          : { ...source, in: 'query' as const, name };
      }),
  ];
}

function isDeclared(
  parameters: readonly DeclaredParameter[],
  place: ParameterLocation,
  name: string,
): boolean {
  return parameters.some((parameter) => parameter.in === place && parameter.name === name);
}

function assumed(
  place: ParameterLocation,
  name: string,
  { pointer }: Operation,
): DeclaredParameter {
  return { in: place, name, node: { required: true, schema: { type: 'string' } }, pointer };
}
