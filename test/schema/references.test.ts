import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSchemaTranslator } from '../../src/model/schema/translator.js';
import { at, assertAccepts, assertRefuses, compile, translate } from './support.js';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

test('a component is one object wherever it stands', () => {
  const { schema, translator } = translate(
    { type: 'object', properties: { a: ref('A'), list: { type: 'array', items: ref('A') } } },
    { A: { type: 'object', properties: { x: { type: 'string' } } } },
  );
  const [component] = translator.components();
  assert.ok(component);
  assert.equal(component.name, 'a');
  assert.equal(at(schema, '/properties/a'), component.schema);
  assert.equal(at(schema, '/properties/list/items'), component.schema);
});

test('component names are identifiers, unique case-insensitively', () => {
  const names = ['a.b', 'A-B', 'class', '1st', 'Pet', 'pet', '!'];
  const schemas = Object.fromEntries(
    names.map((name, index) => [name, { type: 'string', minLength: index + 1 }]),
  );
  const { translator } = translate({ allOf: [], anyOf: names.map(ref) }, schemas);
  assert.deepEqual(
    translator.components().map(({ name }) => name),
    ['aB', 'aB2', 'pet', 'pet2', 'schema', 'schema1st', 'schemaClass'],
  );
});

test('recursive components become definitions, others are inlined', () => {
  const tree = {
    type: 'object',
    properties: { children: { type: 'array', items: ref('Tree') }, label: ref('Label') },
    required: ['label'],
  };
  const { schema, translator } = translate(ref('Tree'), { Tree: tree, Label: { type: 'string' } });
  assert.deepEqual(schema, { $ref: '#/$defs/Tree' });
  assert.deepEqual(
    [...translator.definitions],
    [
      [
        'Tree',
        {
          type: 'object',
          properties: {
            children: { type: 'array', items: { $ref: '#/$defs/Tree' } },
            label: { type: 'string' },
          },
          required: ['label'],
        },
      ],
    ],
  );
  const validate = compile(schema, translator.definitions);
  assert.ok(validate({ label: 'a', children: [{ label: 'b', children: [] }] }));
  assert.ok(!validate({ label: 'a', children: [{}] }));
});

test('mutual recursion, and recursion through a read-only property, which is none', () => {
  const components = {
    A: { type: 'object', properties: { b: ref('B') } },
    B: { type: 'object', properties: { a: ref('A') } },
    C: {
      type: 'object',
      properties: { c: { readOnly: true, allOf: [ref('C')] }, d: { type: 'string' } },
    },
  };
  const { schema, translator } = translate(
    { type: 'array', prefixItems: [ref('A'), ref('C')] },
    components,
    '3.1.0',
  );
  assert.deepEqual([...translator.definitions.keys()].sort(), ['A', 'B']);
  assert.deepEqual(at(schema, '/prefixItems/1'), {
    type: 'object',
    properties: { d: { type: 'string' } },
  });
});

test('references to anything in the document', () => {
  const openapi = '3.0.3';
  const document = {
    openapi,
    paths: { '/a b': { get: { parameters: [{ schema: { type: 'integer' } }] } } },
    components: {
      schemas: {
        Deep: { type: 'object', properties: { 'x/y': { type: 'boolean' } } },
        Alias: ref('Deep'),
        Local: { definitions: { Own: { type: 'string' } }, allOf: [{ $ref: '#/definitions/Own' }] },
      },
      parameters: { limit: { schema: { type: 'number' } } },
    },
  };
  const refs: Readonly<Record<string, unknown>> = {
    '#/paths/~1a%20b/get/parameters/0/schema': { type: 'integer' },
    '#/components/parameters/limit/schema': { type: 'number' },
    '#/components/schemas/Deep/properties/x~1y': { type: 'boolean' },
    '#/components/schemas/Alias/properties/x~1y': { type: 'boolean' },
    '#/components/schemas/Local': { type: 'string' },
  };
  const findings: unknown[] = [];
  const translator = createSchemaTranslator(document, (finding) => findings.push(finding));
  for (const [$ref, expected] of Object.entries(refs)) {
    assert.deepEqual(translator.translate({ $ref }, '/paths/~1x'), expected, $ref);
  }
  assert.deepEqual(findings, []);
});

test('references that lead nowhere accept anything, and are reported once', () => {
  for (const $ref of [
    '#/components/schemas/Nope',
    'other.yaml',
    '#nope',
    '#/components/schemas/__proto__',
  ]) {
    const { schema, codes } = translate({ type: 'object', properties: { a: { $ref } } });
    assert.deepEqual(schema, { type: 'object', properties: { a: {} } });
    assert.deepEqual(codes, ['MG301'], $ref);
  }
});

test('references that only lead back to themselves accept anything', () => {
  const components = {
    A: ref('B'),
    B: ref('A'),
    C: { allOf: [ref('C'), { type: 'object', properties: { c: ref('C') } }] },
  };
  for (const [name, value] of [
    ['A', 1],
    ['C', { c: {} }],
  ] as const) {
    const { schema, codes, translator } = translate(
      { type: 'array', items: ref(name) },
      components,
    );
    const validate = compile(schema, translator.definitions);
    assert.ok(validate([value]));
    assert.ok(codes.includes('MG302'), name);
  }
});

test('siblings of a reference: what they mean in 3.0, all of them in 3.1', () => {
  const components = { A: { type: 'string', description: 'An A.' } };
  const source = { ...ref('A'), description: 'The A of B.', nullable: true, minLength: 3 };
  const described = { type: ['string', 'null'], description: 'The A of B.' };
  assert.deepEqual(translate(source, components).schema, described);
  assert.deepEqual(translate(source, components, '3.1.0').schema, { ...described, minLength: 3 });
});

test('allOf is merged where nothing is lost', () => {
  const components = {
    Base: {
      type: 'object',
      description: 'Base.',
      properties: { id: { type: 'string' } },
      required: ['id'],
    },
    Closed: { type: 'object', properties: { z: {} }, additionalProperties: false },
  };
  const own = { type: 'object', properties: { a: { type: 'integer' } }, required: ['a'] };
  assert.deepEqual(translate({ allOf: [ref('Base'), own] }, components).schema, {
    type: 'object',
    description: 'Base.',
    properties: { id: { type: 'string' }, a: { type: 'integer' } },
    required: ['id', 'a'],
  });
  assert.equal(translate({ allOf: [ref('Base')] }, components).schema['description'], 'Base.');
  const bounded = {
    allOf: [
      { type: 'string', minLength: 1 },
      { type: 'string', minLength: 3 },
    ],
  };
  const kept = translate(bounded).schema;
  assertAccepts(kept, ['abc']);
  assertRefuses(kept, ['a', 1]);
  const opened = translate({ allOf: [ref('Closed'), own] }, components);
  assertAccepts(opened.schema, [{ a: 1, z: 1 }]);
  assert.deepEqual(opened.codes, ['MG311']);
  const map = { type: 'object', additionalProperties: { type: 'integer' } };
  assertRefuses(translate({ allOf: [map, own] }).schema, [{ a: 1, b: 'x' }]);
});

test('a requirement of a property that another member makes read-only goes', () => {
  const components = {
    Base: { type: 'object', properties: { id: { type: 'string', readOnly: true } } },
    Named: { type: 'object', properties: { name: {} }, required: ['id', 'name'] },
  };
  const { schema } = translate({ allOf: [ref('Base'), ref('Named')] }, components);
  assert.deepEqual(schema, { type: 'object', properties: { name: {} }, required: ['name'] });
});

test('schemas nested without an end are cut, not followed', () => {
  let schema: unknown = { type: 'string' };
  for (let depth = 0; depth < 1000; depth++) schema = { type: 'array', items: schema };
  assert.deepEqual(translate(schema).codes, ['MG314']);
  const chain = Object.fromEntries(
    Array.from({ length: 5000 }, (_, index) => [
      `C${index}`,
      { properties: { next: ref(`C${index + 1}`) } },
    ]),
  );
  assert.deepEqual(translate(ref('C0'), { ...chain, C5000: ref('C4000') }).codes, ['MG314']);
});

test('bodies are flattened if they are plain objects', () => {
  const plain = {
    type: 'object',
    properties: { a: { type: 'string' }, b: {} },
    required: ['a', 'c'],
  };
  const required = { required: true };
  const names = (source: unknown, body = required) =>
    translate(source, { Plain: plain, Tree: { ...plain, properties: { t: ref('Tree') } } })
      .translator.flatten(source, '/components/schemas/Root', body)
      ?.properties.map((property) => `${property.name}${property.required ? '!' : ''}`);
  assert.deepEqual(names(plain), ['a!', 'b', 'c!']);
  assert.deepEqual(names(ref('Plain')), ['a!', 'b', 'c!']);
  assert.deepEqual(names({ allOf: [ref('Plain'), { type: 'object', properties: { d: {} } }] }), [
    'a!',
    'b',
    'd',
    'c!',
  ]);
  assert.deepEqual(names(ref('Tree')), ['t', 'a!', 'c!']);
  assert.deepEqual(names({ ...plain, additionalProperties: false }), ['a!', 'b', 'c!']);
  assert.equal(names(plain, { required: false }), undefined);
  assert.deepEqual(names({ ...plain, required: [] }, { required: false }), ['a', 'b']);
  for (const extra of [
    { nullable: true },
    { additionalProperties: true },
    { additionalProperties: { type: 'string' } },
    { oneOf: [{ required: ['a'] }, { required: ['b'] }] },
    { not: { required: ['a'] } },
    { patternProperties: { '^x': {} } },
  ]) {
    assert.equal(names({ ...plain, ...extra }), undefined, JSON.stringify(extra));
  }
  for (const other of [
    { type: 'object' },
    { type: 'array', items: plain },
    { type: 'string' },
    true,
  ]) {
    assert.equal(names(other), undefined, JSON.stringify(other));
  }
});
