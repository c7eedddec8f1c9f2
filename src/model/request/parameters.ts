import type { Report } from '../../diagnostics.js';
import { readDeclaredParameters, type DeclaredParameter } from './declared-parameters.js';
import type { Parameter, ParameterLocation } from '../model.js';
import { flagField, objectField, textField, type JsonObject } from '../node.js';
import type { Operation } from '../operation.js';
import { readContent } from '../media-type.js';
import { pointerTo, type Located, type Resolver } from '../reference.js';
import type { SchemeKind } from '../security/security-scheme.js';

/** A parameter that a call may give, before its argument is named. */
export interface ParameterInput {
  readonly in: ParameterLocation;
  readonly name: string;
  readonly required: boolean;
  readonly node: JsonObject;
  readonly schema: Located;
  /** How it is written, as far as that differs from the default of its location. */
  readonly serialisation: Omit<Parameter, 'in' | 'name' | 'argument'>;
}

const styles = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
} as const satisfies Record<ParameterLocation, readonly Parameter['style'][]>;

/** What OpenAPI (3.1, section 4.8.12.2.1) says to ignore, and what belongs to the HTTP client. */
const ignoredHeaders = new Set(
  `accept authorization connection content-length content-type expect host keep-alive
  proxy-authorization te trailer transfer-encoding upgrade`.split(/\s+/),
);

/** Headers and queries that a signature is made of. */
const signatureParameter =
  /^x-amz-(algorithm|content-sha256|credential|date|expires|security-token|signature|signedheaders)$/i;

/** The parameters of an operation: path first, then query, header and cookie, as the description orders them. */
export function readParameters(
  operation: Operation,
  schemes: readonly SchemeKind[],
  resolve: Resolver,
  report: Report,
): readonly ParameterInput[] {
  const declared = readDeclaredParameters(operation, resolve, report);
  return (['path', 'query', 'header', 'cookie'] as const).flatMap((location) =>
    declared
      .filter((parameter) => parameter.in === location && isAsked(parameter, schemes, report))
      .map((parameter) => readInput(parameter, report)),
  );
}

/** Headers of the HTTP client and credentials are not the model's to give. */
function isAsked(
  parameter: DeclaredParameter,
  schemes: readonly SchemeKind[],
  report: Report,
): boolean {
  const ignore = (reason: string): false => {
    const message = `The ${parameter.in} parameter "${parameter.name}" is not an argument: ${reason}.`;
    report({ code: 'MG209', severity: 'info', message, pointer: parameter.pointer });
    return false;
  };
  const name = parameter.name.toLowerCase();
  if (parameter.in === 'header' && ignoredHeaders.has(name)) return ignore('the server sets it');
  for (const scheme of schemes) {
    const isKey = scheme.type === 'apiKey' && scheme.in === parameter.in;
    if (isKey && sameName(parameter.in, scheme.name, parameter.name)) {
      return ignore('it is the credential of a security scheme');
    }
    if (scheme.type === 'unsupported' && signatureParameter.test(name)) {
      return ignore('it is a part of the signature');
    }
  }
  return true;
}

function sameName(place: ParameterLocation, left: string, right: string): boolean {
  return place === 'header' ? left.toLowerCase() === right.toLowerCase() : left === right;
}

function readInput(parameter: DeclaredParameter, report: Report): ParameterInput {
  const { in: place, name, node, pointer } = parameter;
  const required = flagField(node, 'required') === true;
  if (place === 'path' && !required) {
    const message = `The path parameter "${name}" is not marked as required: it is nevertheless.`;
    report({ code: 'MG213', severity: 'info', message, pointer });
  }
  const content = readContent(objectField(node, 'content') ?? {})[0];
  return {
    in: place,
    name,
    required: required || place === 'path',
    node,
    schema:
      content === undefined
        ? readSchema(parameter, report)
        : {
            value: content.node['schema'] ?? {},
            pointer: pointerTo(pointer, 'content', content.key, 'schema'),
          },
    serialisation:
      content === undefined ? readStyle(parameter, report) : { contentType: content.name },
  };
}

/** Without a schema, as Swagger 2.0 has it: the keywords stand in the parameter itself. */
function readSchema({ name, node, pointer }: DeclaredParameter, report: Report): Located {
  if (Object.hasOwn(node, 'schema')) {
    return { value: node['schema'], pointer: pointerTo(pointer, 'schema') };
  }
  const message = `The parameter "${name}" has no schema: ${textField(node, 'type') ?? 'a string'} is assumed.`;
  report({ code: 'MG211', severity: 'warning', message, pointer });
  const keywords = ['type', 'format', 'enum', 'items', 'default', 'minimum', 'maximum', 'pattern'];
  const entries = Object.entries(node).filter(([key]) => keywords.includes(key));
  const value = Object.hasOwn(node, 'type') ? Object.fromEntries(entries) : { type: 'string' };
  return { value, pointer };
}

/** How a value is written: what differs from the default of its place. OpenAPI 3.1, section 4.8.12.2. */
export function readStyle(
  { in: place, name, node, pointer }: DeclaredParameter,
  report: Report,
): ParameterInput['serialisation'] {
  const allowed = styles[place];
  const wanted = textField(node, 'style');
  const style = allowed.find((known) => known === wanted);
  if (wanted !== undefined && style === undefined) {
    const message = `The style ${JSON.stringify(wanted)} is not known for the ${place} parameter "${name}": ${allowed[0]} is used.`;
    report({ code: 'MG212', severity: 'warning', message, pointer: pointerTo(pointer, 'style') });
  }
  const effective = style ?? allowed[0];
  const explode = flagField(node, 'explode');
  const isQuery = place === 'query';
  return {
    ...(effective !== allowed[0] && { style: effective }),
    ...(explode !== undefined &&
      effective !== 'deepObject' &&
      explode !== (effective === 'form') && { explode }),
    ...(isQuery && flagField(node, 'allowReserved') === true && { allowReserved: true as const }),
    ...(isQuery &&
      flagField(node, 'allowEmptyValue') === true && { allowEmptyValue: true as const }),
  };
}
