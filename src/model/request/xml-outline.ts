import { field, flagField, objectField, textField, type JsonObject } from '../node.js';
import type { Located } from '../reference.js';

const mostParts = 12;

/**
 * How the XML of a schema begins and what is directly in it, on one line: `<Pet id="…"><name/></Pet>`; '' if the
 * schema has no name for its root element. OpenAPI 3.1, section 4.8.26.
 */
export function xmlOutline({ value: schema, pointer }: Located<JsonObject>): string {
  const component = /^\/components\/schemas\/([^/]+)$/.exec(pointer)?.[1];
  const root = elementName(schema, component ?? '');
  if (root === undefined) return '';
  const parts = Object.entries(objectField(schema, 'properties') ?? {})
    .filter(([, part]) => flagField(part, 'readOnly') !== true)
    .flatMap(([name, part]) => {
      const element = elementName(part, name);
      const isAttribute = flagField(objectField(part, 'xml'), 'attribute') === true;
      return element === undefined ? [] : [{ element, isAttribute }];
    });
  const attributes = parts
    .filter(({ isAttribute }) => isAttribute)
    .map(({ element }) => ` ${element}="…"`);
  const children = parts
    .filter(({ isAttribute }) => !isAttribute)
    .map(({ element }) => `<${element}/>`);
  const start = `${root}${namespace(schema)}${attributes.slice(0, mostParts).join('')}`;
  const more = children.length > mostParts || children.length === 0 ? '…' : '';
  return `<${start}>${children.slice(0, mostParts).join('')}${more}</${root}>`;
}

function elementName(schema: unknown, fallback: string): string | undefined {
  const xml = objectField(schema, 'xml');
  const prefix = textField(xml, 'prefix');
  const name = textField(xml, 'name') ?? fallback;
  const qualified = prefix === undefined ? name : `${prefix}:${name}`;
  return /^[A-Za-z_][\w.-]{0,63}(:[A-Za-z_][\w.-]{0,63})?$/.test(qualified) ? qualified : undefined;
}

function namespace(schema: JsonObject): string {
  const xml = objectField(schema, 'xml');
  const uri = textField(xml, 'namespace');
  if (uri === undefined || !/^[\w:/.#?=~+-]{1,100}$/.test(uri)) return '';
  const prefix = field(xml, 'prefix') === undefined ? '' : `:${textField(xml, 'prefix') ?? ''}`;
  return ` xmlns${prefix}="${uri}"`;
}
