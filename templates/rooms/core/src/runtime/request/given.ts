import type { Arguments } from '../custom.js';
import type { BodyProperty, Parameter, RequestTemplate } from '../tool.js';
import type { Places } from './schema-places.js';
import { isStructured, wireValue, type WireValue } from './wire-value.js';

/** A parameter for which the caller gave a value. */
export interface Given {
  readonly parameter: Parameter;
  readonly value: WireValue;
}

/**
 * The parameters that are sent. Null and empty arrays and objects, which JSON can write but no style, are left out, or
 * empty where `allowEmptyValue` says so (OpenAPI 3.1, section 4.8.12.2).
 */
export function givenParameters(
  template: RequestTemplate,
  args: Arguments,
  places: Places,
): readonly Given[] {
  return (template.parameters ?? []).flatMap((parameter) => {
    const argument = argumentOf(parameter);
    const given = argumentValue(args, argument);
    if (given === undefined) return [];
    // Of a plain value as text, the schema says nothing that matters.
    const isPlain = parameter.contentType === undefined && !isStructured(given);
    const place = isPlain ? [] : places.property(places.root(), argument);
    const written = wireValue(parameter, given, places, place);
    const value = written ?? (parameter.allowEmptyValue ? '' : undefined);
    return value === undefined ? [] : [{ parameter, value }];
  });
}

/** The argument that holds a parameter's value. */
export function argumentOf(parameter: Parameter): string {
  return parameter.argument ?? parameter.name;
}

/** A body property's name, and the argument that holds its value. */
export function namesOf(property: BodyProperty): {
  readonly name: string;
  readonly argument: string;
} {
  return typeof property === 'string' ? { name: property, argument: property } : property;
}

/** An argument's value, or undefined; nothing inherited counts as given. */
export function argumentValue(args: Arguments, name: string): unknown {
  return Object.hasOwn(args, name) ? args[name] : undefined;
}
