import type { Arguments } from '../custom.js';
import type { BodyProperty, Parameter, RequestTemplate } from '../tool.js';

/** A parameter for which the caller gave a value. */
export interface Given {
  readonly parameter: Parameter;
  readonly value: unknown;
}

/** The parameters that are sent: what is not given, or null, which no style can write, is left out. */
export function givenParameters(template: RequestTemplate, args: Arguments): readonly Given[] {
  return (template.parameters ?? [])
    .map((parameter) => ({ parameter, value: argumentValue(args, argumentOf(parameter)) }))
    .filter(({ value }) => value !== undefined && value !== null);
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
