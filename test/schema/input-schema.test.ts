import assert from 'node:assert/strict';
import { test } from 'node:test';
import { objectField } from '../../src/model/node.js';
import { buildInputSchema, type Argument } from '../../src/model/schema/input-schema.js';
import { at, compile, translate } from './support.js';

const none = new Map();
const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

/** An object schema with `width` properties on each of `depth` levels. */
function nested(depth: number, width: number): Record<string, unknown> {
  const names = Array.from({ length: width }, (_, index) => `field${index}`);
  const below =
    depth === 0
      ? { type: 'string', description: 'Längere Beschreibung. '.repeat(20) }
      : nested(depth - 1, width);
  return {
    type: 'object',
    description: `Level ${depth}.`,
    properties: Object.fromEntries(names.map((name) => [name, below])),
    required: names.slice(0, 1),
  };
}

test('within the budget nothing changes', () => {
  const schema = { type: 'object', properties: { x: { type: 'string' } } };
  const { inputSchema, collapsed } = buildInputSchema(
    [{ name: 'a', schema, required: true }],
    none,
  );
  assert.deepEqual(inputSchema, {
    type: 'object',
    properties: { a: schema },
    required: ['a'],
    additionalProperties: false,
  });
  assert.equal(at(inputSchema, '/properties/a'), schema);
  assert.deepEqual(collapsed, []);
});

test('a title that repeats the name of the argument goes', () => {
  const args = [{ name: 'pet_id', schema: { title: 'Pet Id', type: 'string' }, required: false }];
  assert.deepEqual(buildInputSchema(args, none).inputSchema.properties, {
    pet_id: { type: 'string' },
  });
});

test('arguments may have any name', () => {
  const args = ['__proto__', 'constructor', 'a.b'].map((name) => ({
    name,
    schema: { type: 'string' },
    required: true,
  }));
  const { inputSchema } = buildInputSchema(args, none);
  assert.deepEqual(Object.keys(inputSchema.properties ?? {}), ['__proto__', 'constructor', 'a.b']);
});

test('beyond the budget the deepest optional parts become open, and say so', () => {
  const { schema } = translate(nested(4, 5));
  const args: readonly Argument[] = [
    { name: 'needed', schema, required: true },
    { name: 'spare', schema, required: false },
  ];
  for (const budget of [20_000, 8192, 4000, 1500]) {
    const { inputSchema, collapsed } = buildInputSchema(args, none, budget);
    assert.ok(bytes(inputSchema) <= budget, `${bytes(inputSchema)} of ${budget}`);
    assert.ok(collapsed.length > 0);
    for (const pointer of collapsed) {
      const description = at(inputSchema, `${pointer}/description`);
      assert.match(String(description), /Simplified/, pointer);
    }
    assert.deepEqual(buildInputSchema(args, none, budget), { inputSchema, collapsed });
  }
  const { collapsed } = buildInputSchema(args, none, 4000);
  assert.ok(collapsed.some((pointer) => pointer.startsWith('/properties/spare')));
  assert.ok(!collapsed.includes('/properties/needed/properties/field0/properties/field0'));
});

test('a simplified schema accepts whatever the schema accepts', () => {
  const { schema } = translate({
    type: 'object',
    properties: {
      one: {
        oneOf: [
          nested(2, 4),
          { type: 'array', items: nested(2, 4) },
          { type: 'string', enum: ['a'] },
        ],
      },
      list: { type: 'array', items: nested(2, 4), nullable: true },
      map: { type: 'object', additionalProperties: nested(2, 4) },
      choice: { type: 'string', enum: Array.from({ length: 900 }, (_, index) => `value-${index}`) },
      never: { not: nested(2, 4) },
    },
  });
  const level0 = { field0: 'x' };
  const level2 = { field0: { field0: level0 } };
  const values = [
    { one: level2 },
    { one: [level2] },
    { one: 'a' },
    { list: [level2] },
    { list: null },
    { map: { any: level2 } },
    { choice: 'value-77' },
    { never: 'text' },
  ];
  for (const budget of [100_000, 8000, 3000, 1000, 300]) {
    const { inputSchema } = buildInputSchema(
      [{ name: 'body', schema, required: true }],
      none,
      budget,
    );
    assert.ok(bytes(inputSchema) <= budget, `${bytes(inputSchema)} of ${budget}`);
    const validate = compile(inputSchema);
    for (const value of values) {
      assert.ok(
        validate({ body: value }),
        `${budget}: ${JSON.stringify(value)} ${JSON.stringify(validate.errors)}`,
      );
    }
  }
});

test('schemas that would be exponentially large cost nothing', () => {
  const components = Object.fromEntries(
    Array.from({ length: 60 }, (_, level) => [
      `L${level}`,
      {
        type: 'object',
        properties: {
          a: { $ref: `#/components/schemas/L${level + 1}` },
          b: { $ref: `#/components/schemas/L${level + 1}` },
        },
      },
    ]),
  );
  const { schema } = translate(
    { $ref: '#/components/schemas/L0' },
    { ...components, L60: { type: 'string' } },
  );
  const { inputSchema, collapsed } = buildInputSchema(
    [{ name: 'a', schema, required: true }],
    none,
  );
  assert.ok(bytes(inputSchema) <= 8192);
  assert.ok(collapsed.length > 10);
});

test('definitions are written only if they are reached, within the budget too', () => {
  const node = (index: number) => ({
    type: 'object',
    description: 'A node of the graph. '.repeat(10),
    properties: Object.fromEntries(
      [1, 2, 3].map((step) => [
        `next${step}`,
        { $ref: `#/components/schemas/N${(index * 3 + step) % 40}` },
      ]),
    ),
  });
  const components = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`N${index}`, node(index)]),
  );
  const { schema, translator } = translate({ $ref: '#/components/schemas/N0' }, components);
  for (const budget of [100_000, 8192, 2000, 400]) {
    const { inputSchema } = buildInputSchema(
      [{ name: 'graph', schema, required: true }],
      translator.definitions,
      budget,
    );
    const text = JSON.stringify(inputSchema);
    assert.ok(bytes(inputSchema) <= budget, `${bytes(inputSchema)} of ${budget}`);
    const definitions = Object.entries(objectField(inputSchema, '$defs') ?? {});
    for (const [name] of definitions) {
      assert.ok(text.includes(`"#/$defs/${name}"`), name);
    }
    const validate = compile(inputSchema, definitions);
    assert.ok(validate({ graph: { next1: { next2: {} } } }));
  }
});

test('arguments are never left out, however many', () => {
  const schema = { type: 'string', description: 'A long text about the argument. '.repeat(10) };
  const args = Array.from({ length: 300 }, (_, index) => ({
    name: `argument${index}`,
    schema,
    required: index < 5,
  }));
  const { inputSchema } = buildInputSchema(args, none);
  assert.equal(Object.keys(inputSchema.properties ?? {}).length, 300);
  assert.ok(bytes(inputSchema) < 16_000);
});
