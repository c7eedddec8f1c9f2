import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { checkLimits } from '../../src/model/hosts/check-limits.js';
import { hostNames, type HostName, type SchemaForm } from '../../src/model/hosts/host.js';
import { hosts } from '../../src/model/hosts/hosts.js';
import type { CheckedTool, ObjectionKind } from '../../src/model/hosts/objection.js';
import { createSchemaRewriter } from '../../src/model/hosts/rewrite-schema.js';
import { schemaFeatures } from '../../src/model/hosts/schema-forms.js';
import { fullName, strictest } from '../../src/model/hosts/strictest.js';
import type { InputSchema, JsonSchema } from '../../src/model/model.js';
import { schemaValues } from '../../templates/rooms/core/src/runtime/protocol/completions.js';
import { validate } from '../../templates/rooms/core/src/runtime/validation/validate.js';

const server = 'shop';

function tool(change: Partial<CheckedTool> = {}): CheckedTool {
  const inputSchema: InputSchema = { type: 'object', properties: { id: { type: 'string' } } };
  return { name: 'get_pet', description: 'Gets a pet.', inputSchema, ...change };
}

function withArgument(name: string, schema: JsonSchema): Partial<CheckedTool> {
  return { inputSchema: { type: 'object', properties: { [name]: schema } } };
}

/** A schema of each form that a host may refuse or leave out. */
const examples: Readonly<Record<SchemaForm, Partial<CheckedTool>>> = {
  'root combinators': { inputSchema: { type: 'object', anyOf: [{}] } },
  'other root keywords': { inputSchema: { type: 'object', additionalProperties: false } },
  const: withArgument('a', { items: { const: 1 } }),
  'exclusive bounds': withArgument('a', { type: 'number', exclusiveMinimum: 1 }),
  'type lists': withArgument('a', { type: ['string', 'null'] }),
  'arrays without items': withArgument('a', { type: 'array', prefixItems: [{}] }),
  'enums beyond texts and numbers': withArgument('a', { enum: [true] }),
  references: withArgument('a', { $ref: '#/$defs/A' }),
};

/** What breaks each limit of a host by one, and what the objection is about. */
function breaches(name: HostName): readonly (readonly [ObjectionKind, readonly CheckedTool[]])[] {
  const { toolName, fullName: full, argumentName, ...host } = hosts[name];
  const one = (kind: ObjectionKind, change: Partial<CheckedTool>) =>
    [kind, [tool(change)]] as const;
  const room = full && full.value.longest - fullName(full.value, server, '').length;
  const gaps = (kind: ObjectionKind, fact: (typeof hosts)[HostName]['refused']) => [
    ...(fact?.value.forms ?? []).map((form) => one(kind, examples[form])),
    ...(fact?.value.keywords ?? []).map((keyword) =>
      one(kind, withArgument('a', { [keyword]: 'x' })),
    ),
  ];
  return [
    ...(toolName ? [one('tool name', { name: 'get pet' })] : []),
    ...(toolName ? [one('tool name', { name: 'a'.repeat(toolName.value.longest + 1) })] : []),
    ...(room === undefined ? [] : [one('tool name', { name: 'a'.repeat(room + 1) })]),
    ...(argumentName
      ? [
          one('argument name', withArgument('a'.repeat(argumentName.value.longest + 1), {})),
          one('argument name', withArgument('$filter', {})),
        ]
      : []),
    ...(host.toolCount
      ? [
          [
            'number of tools',
            Array.from({ length: host.toolCount.value + 1 }, (_, id) =>
              tool({ name: `get_${id}` }),
            ),
          ] as const,
        ]
      : []),
    ...(host.description
      ? [one('description', { description: 'é'.repeat(host.description.value + 1) })]
      : []),
    ...(host.result
      ? [
          one('result', {
            maxResultChars: (host.result.value.announced ?? host.result.value.characters) + 1,
          }),
        ]
      : []),
    ...gaps('refused schema', host.refused),
    ...gaps('ignored schema', host.ignored),
  ];
}

describe('what hosts refuse', () => {
  for (const name of hostNames) {
    it(`is found for ${name}, limit by limit`, () => {
      const found = breaches(name);
      assert.ok(found.length >= 2);
      for (const [kind, tools] of found) {
        const objections = checkLimits({ name: 'tools/list', server, tools }, [name]);
        const about = objections.filter((objection) => objection.kind === kind);
        assert.ok(about.length > 0, `${name}: ${kind}`);
        assert.ok(about.every((each) => each.help.includes('https://')));
      }
    });
  }

  it('is nothing where nothing is wrong', () => {
    assert.deepEqual(checkLimits({ name: 'tools/list', server, tools: [tool()] }, hostNames), []);
  });

  it('names the surface, the count, and the first tools', () => {
    const tools = ['d', 'a', 'b', 'c', 'e'].map((each) => tool({ name: each.repeat(61) }));
    const [found] = checkLimits({ name: 'the whole list', server, tools }, ['cursor']);
    const listed = ['d', 'a', 'b'].map((each) => each.repeat(61)).join(', ');
    assert.ok(found?.message.endsWith(`: 5 of 5 tools of the whole list (${listed} and 2 more).`));
    assert.match(found?.message ?? '', /^Cursor calls them shop:… and leaves out .* 60 characters/);
  });

  it('gives facts with sources', () => {
    const text = JSON.stringify(hosts);
    const sources = text.match(/"sources":\[[^\]]*\]/g) ?? [];
    assert.equal(sources.length, text.match(/"basis":/g)?.length);
    for (const source of sources) assert.match(source, /\["https:\/\/[^"]+"/);
  });
});

describe('the strictest of hosts', () => {
  const cases: readonly (readonly [readonly HostName[], string, number])[] = [
    [[], 'petstore', 64],
    [['openai'], 'petstore', 64],
    [['cursor'], 'petstore', 60 - 'petstore:'.length],
    [['claude-code'], 'petstore', 64 - 'mcp__petstore__'.length],
    [['vscode'], 'petstore', 64 - 'mcp_petstore_'.length],
    [['vscode'], 'a-long-name-of-a-server', 64 - 18],
    [['gemini', 'cursor'], 'petstore', 63 - 'mcp_petstore_'.length],
    [['claude-code'], 'x'.repeat(40), 17],
  ];
  for (const [names, name, longest] of cases) {
    it(`leaves ${longest} characters for names of ${name} to ${names.join() || 'nobody'}`, () => {
      assert.equal(strictest(names, name).longestToolName, longest);
    });
  }

  it('takes what all take of arguments and results', () => {
    const { isArgumentName, resultCharacters, forms } = strictest(['claude', 'gemini'], server);
    assert.deepEqual(['a_b', '_1', '1', 'a.b', 'a-b'].map(isArgumentName), [
      true,
      true,
      false,
      false,
      false,
    ]);
    assert.equal(resultCharacters, 40_000);
    assert.ok(forms.has('root combinators') && forms.has('const'));
  });
});

const all: ReadonlySet<SchemaForm> = new Set(Object.keys(examples) as readonly SchemaForm[]);
const file = {
  type: ['string', 'object'],
  format: 'binary',
  properties: { data: { type: 'string' } },
  required: ['data'],
  additionalProperties: false,
};

/** Schemas, and the forms that remain because nothing says the same without them. */
const rewritten: readonly (readonly [JsonSchema, readonly SchemaForm[]])[] = [
  [{ const: 'a', description: 'A.' }, []],
  [{ const: 'a', enum: ['a', 'b'] }, ['const']],
  [{ const: null }, ['enums beyond texts and numbers']],
  [{ type: 'integer', exclusiveMinimum: 1, exclusiveMaximum: 4 }, []],
  [{ type: 'integer', exclusiveMinimum: 1.5, minimum: 3 }, []],
  [{ type: 'integer', exclusiveMaximum: 4, maximum: 2 }, []],
  [{ type: 'number', exclusiveMinimum: 1 }, ['exclusive bounds']],
  [{ type: 'integer', exclusiveMaximum: 1e300 }, ['exclusive bounds']],
  [{ type: ['string', 'null'], minLength: 2, default: null }, []],
  [{ type: ['string', 'null'], enum: ['a', null] }, []],
  [{ type: ['integer', 'string'], format: 'int64', pattern: '^-?\\d+$', minimum: 2 }, []],
  [{ type: ['integer', 'null'], exclusiveMinimum: 1 }, []],
  [{ type: ['boolean', 'string'], enum: ['a'] }, []],
  [{ type: ['array', 'null'], prefixItems: [{ type: 'string' }] }, []],
  [{ type: ['object', 'null'], properties: { a: { const: 1 } }, required: ['a'] }, []],
  [{ type: ['object', 'null'], anyOf: [{ required: ['a'] }, { type: 'null' }] }, ['type lists']],
  [{ type: 'array', prefixItems: [{ type: 'integer' }, { const: 'a' }] }, []],
  [
    { anyOf: [{ type: 'array', prefixItems: [{ const: 1 }] }], unevaluatedItems: false },
    ['arrays without items'],
  ],
  [{ prefixItems: [{}], unevaluatedItems: { type: 'string' } }, ['arrays without items']],
  [{ not: { const: 'a' } }, []],
  [{ oneOf: [{ const: 1 }, { type: ['integer', 'null'], exclusiveMinimum: 1 }] }, []],
  [{ type: 'object', additionalProperties: { type: ['integer', 'null'] } }, []],
  [file, []],
];

const values: readonly unknown[] = [
  ...[null, true, false, 0, 1, 1.5, 2, 3, 4, 5, -1, 1e300, '', 'a', 'ab', 'b', '12', '-7'],
  ...[[], ['a'], [1], [1, 'a'], [1, 'b'], ['a', 'b'], [null], [1, 2, 3]],
  ...[{}, { a: 1 }, { a: 2 }, { a: null }, { data: 'x' }, { data: 1 }, { a: 'x', data: 'x' }],
];

describe('a rewritten schema', () => {
  for (const [schema, remaining] of rewritten) {
    it(`accepts what it accepted: ${JSON.stringify(schema)}`, () => {
      const input: InputSchema = { type: 'object', properties: { value: schema } };
      const output = createSchemaRewriter(all).inputSchema(input);
      const left = [...schemaFeatures(output)].filter((form) => all.has(form as SchemaForm));
      assert.deepEqual(left.toSorted(), [...remaining].toSorted());
      const ajv = new Ajv2020({ strict: false, validateFormats: false });
      const [before, after] = [ajv.compile(input), ajv.compile(output)];
      for (const value of values) {
        const text = JSON.stringify(value);
        assert.equal(after({ value }), before({ value }), text);
        const problems = [input, output].map((each) => [...validate(each, { value })].length > 0);
        assert.equal(problems[0], problems[1], `as the server validates: ${text}`);
      }
    });
  }

  it('is one object where the parts were, and the part itself where nothing changes', () => {
    const rewriter = createSchemaRewriter(all);
    const part: JsonSchema = { properties: { a: { const: 1 } } };
    const plain: JsonSchema = { type: 'array', items: { type: 'string' } };
    const { properties } = rewriter.inputSchema({
      type: 'object',
      properties: { a: part, b: { items: part }, c: plain },
    });
    assert.equal(properties?.['a'], rewriter.part(part));
    assert.equal(properties['b']?.['items'], rewriter.part(part));
    assert.equal(properties['c'], plain);
  });

  it('offers the values that it offered', () => {
    const input: InputSchema = {
      type: 'object',
      properties: {
        kind: { type: ['string', 'null'], enum: ['a', 'b', null] },
        on: { type: ['boolean', 'null'] },
        text: { type: ['string', 'null'] },
      },
    };
    const output = createSchemaRewriter(all).inputSchema(input);
    assert.deepEqual(schemaValues(output, 'kind'), schemaValues(input, 'kind'));
    assert.deepEqual(schemaValues(output, 'on'), ['true', 'false']);
    assert.equal(schemaValues(output, 'text'), undefined);
  });

  it('keeps forms that no host refuses, and reaches definitions', () => {
    const { forms } = strictest(['openai'], server);
    const A = { properties: { a: { $ref: '#/$defs/A' }, b: { prefixItems: [{ const: 1 }] } } };
    const output = createSchemaRewriter(forms).inputSchema({
      type: 'object',
      properties: { a: { $ref: '#/$defs/A' } },
      $defs: { A },
    });
    const b = { prefixItems: [{ const: 1 }], items: {} };
    assert.deepEqual(output['$defs'], { A: { properties: { a: { $ref: '#/$defs/A' }, b } } });
  });
});
