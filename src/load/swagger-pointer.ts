import { child, formatPointer, isObject, parsePointer } from './json.js';

const sections: Readonly<Record<string, string>> = {
  schemas: 'definitions',
  parameters: 'parameters',
  responses: 'responses',
  securitySchemes: 'securityDefinitions',
};

/** Where in a Swagger 2.0 document something in its conversion comes from; at least an ancestor of it. */
export function pointerBeforeConversion(
  swagger: unknown,
  converted: unknown,
): (pointer: string) => string {
  return (pointer) => {
    const tokens = parsePointer(pointer);
    const [first, second, third, fourth, fifth] = tokens;
    if (first === 'components' && second !== undefined) {
      const section = sections[second];
      if (section === undefined) return '';
      const name = originalName(child(swagger, section), third ?? '');
      return formatPointer([section, name, ...tokens.slice(3)]);
    }
    if (first === 'servers') return child(swagger, 'host') === undefined ? '/basePath' : '/host';
    if (first !== 'paths' || second === undefined || third === undefined) return pointer;
    const path = child(child(swagger, first), second);
    const after = child(child(converted, first), second);
    if (third === 'parameters' && fourth !== undefined) {
      const index = indexOfSame(child(path, third), child(child(after, third), fourth));
      return formatPointer([first, second, third, index, ...tokens.slice(4)]);
    }
    const operation = child(path, third);
    if (fourth === 'parameters' && fifth !== undefined) {
      const parameter = child(child(child(after, third), fourth), fifth);
      const index = indexOfSame(child(operation, fourth), parameter);
      return formatPointer([first, second, third, fourth, index, ...tokens.slice(5)]);
    }
    if (fourth === 'requestBody') {
      const parameters = child(operation, 'parameters');
      const property = tokens[tokens.indexOf('properties') + 1];
      const index = indexOfBody(parameters, property);
      const isForm = child(child(parameters, index), 'in') === 'formData';
      const rest = isForm ? [] : tokens.slice(tokens.includes('content') ? 6 : 4);
      return formatPointer([first, second, third, 'parameters', index, ...rest]);
    }
    return pointer;
  };
}

/** Names lost what is not allowed in a component's name. */
function originalName(section: unknown, name: string): string {
  if (!isObject(section) || Object.hasOwn(section, name)) return name;
  const sanitised = (key: string): string => key.replace(/[^A-Za-z0-9_\-.]+|\s+/g, '_');
  return Object.keys(section).find((key) => sanitised(key) === name) ?? name;
}

function indexOfSame(parameters: unknown, parameter: unknown): string {
  const same = (candidate: unknown): boolean =>
    child(parameter, '$ref') === undefined
      ? child(candidate, 'name') === child(parameter, 'name') &&
        child(candidate, 'in') === child(parameter, 'in')
      : lastToken(child(candidate, '$ref')) === lastToken(child(parameter, '$ref'));
  return indexWhere(parameters, same);
}

function indexOfBody(parameters: unknown, name: string | undefined): string {
  return indexWhere(parameters, (candidate) => {
    const location = child(candidate, 'in');
    return location === 'body' || (location === 'formData' && child(candidate, 'name') === name);
  });
}

function indexWhere(list: unknown, test: (item: unknown) => boolean): string {
  return String(Array.isArray(list) ? list.findIndex(test) : -1);
}

function lastToken(ref: unknown): string | undefined {
  return typeof ref === 'string' ? parsePointer(ref).at(-1) : undefined;
}
