import type { JsonSchema } from '../model.js';
import { arrayField, isObject, objectField } from '../node.js';
import { arrayLeaf, isFile, isOfType, numberOf, scalarLeaf } from './leaf.js';

const mostNodes = 1_000;
const mostDepth = 12;
/** Down to here an object that requires nothing gets a property: an empty one would show nothing in a request. */
const shallow = 2;

type Names = readonly unknown[];

/**
 * What must be given of a schema, as a finite tree: references followed, optional properties and all alternatives
 * but one left out, and constants for whatever openapi-sampler has no valid sample of. Where the schema is too large
 * it is cut, and what is sampled from it is not valid.
 */
export function skeleton(schema: JsonSchema, definitions: unknown): JsonSchema {
  let nodes = 0;

  const visit = (part: JsonSchema, depth: number, copies: number, asked: Names): JsonSchema => {
    nodes += copies;
    if (nodes > mostNodes || depth > mostDepth) return { const: null };
    const target = referenced(part, definitions);
    if (target !== undefined) return visit(target, depth + 1, copies, asked);
    if (isFile(part)) return scalarLeaf(part);
    const known = ['const', 'enum', 'default', 'examples'].find((key) => part[key] !== undefined);
    if (known !== undefined) return { [known]: part[known] };
    const members = membersOf(part);
    const required = [part, ...members].flatMap((member) => arrayField(member, 'required'));
    const names = [...asked, ...required];
    const structure = {
      ...(members.length > 0 && {
        allOf: members.map((member) => visit(member, depth + 1, copies, names)),
      }),
      ...properties(part, names, depth, copies),
    };
    if (Object.keys(structure).length > 0) {
      return { ...(isOfType(part, 'object') && { type: 'object' }), ...structure };
    }
    if (!isOfType(part, 'array')) return scalarLeaf(part);
    // Two items show what stands between them.
    return arrayLeaf(part, depth === 0 ? 2 : 1, (item, count) =>
      value(item, depth + 1, count * copies),
    );
  };

  const value = (part: unknown, depth: number, copies: number): JsonSchema => {
    const result = isObject(part) ? visit(part, depth, copies, []) : {};
    return Object.keys(result).length > 0 ? result : { const: 'sample' };
  };

  const properties = (part: JsonSchema, names: Names, depth: number, copies: number) => {
    const declared = Object.entries(objectField(part, 'properties') ?? {});
    const map = objectField(part, 'additionalProperties');
    if (declared.length === 0) {
      return map && { additionalProperties: value(map, depth + 1, 2 * copies) };
    }
    const asked = declared.filter(([name]) => names.includes(name));
    const least = Math.max(numberOf(part, 'minProperties'), depth > shallow ? 0 : 1);
    const others = declared.filter(([name]) => !names.includes(name));
    const given = [...asked, ...others.slice(0, Math.max(0, least - asked.length))];
    const values = given.map(([name, own]) => [name, value(own, depth + 1, copies)] as const);
    return { properties: Object.fromEntries(values) };
  };

  return value(schema, 0, 1);
}

/** The target of a reference with what stands beside it. */
function referenced(schema: JsonSchema, definitions: unknown): JsonSchema | undefined {
  const { $ref: reference, ...siblings } = schema;
  if (typeof reference !== 'string') return undefined;
  const target = objectField(definitions, reference.replace(/^#\/\$defs\//, ''));
  return { ...target, ...siblings };
}

/** Every member of `allOf`, and of other alternatives the first that is more than null. */
function membersOf(schema: JsonSchema): readonly JsonSchema[] {
  const chosen = ['anyOf', 'oneOf'].map((keyword) => {
    const choices = arrayField(schema, keyword);
    return choices.find((choice) => !isOfType(choice, 'null')) ?? choices[0];
  });
  return [...arrayField(schema, 'allOf'), ...chosen].filter(isObject);
}
