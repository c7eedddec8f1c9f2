import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import type { ServeSettings } from '../../src/model/access.js';
import { build } from '../model/build.js';

const oauth = { type: 'oauth2', flows: { implicit: { authorizationUrl: 'https://a.test' } } };
const components = {
  securitySchemes: {
    oauth,
    also: oauth,
    key: { type: 'apiKey', in: 'header', name: 'X-Key' },
  },
};

/** What the tools of a small API need by the settings, by name. */
function needs(serve: ServeSettings, security?: unknown, root: object = {}) {
  const { tools, findings, model } = build(
    {
      components,
      paths: {
        '/a': {
          get: { tags: ['x'], ...(security !== undefined && { security }) },
          post: { tags: ['x'] },
          delete: {},
        },
      },
      ...root,
    },
    { serve },
  );
  const access = Object.fromEntries(Object.values(tools).map((tool) => [tool.name, tool.access]));
  return { access, codes: findings.map(({ code }) => code), rules: model.access };
}

const roles = ['r'];
const none = { get_a: undefined, post_a: undefined, delete_a: undefined };

describe('a rule', () => {
  const cases: readonly (readonly [string, ServeSettings, object])[] = [
    [
      'for all',
      { access: [{ roles }] },
      { get_a: [{ roles }], post_a: [{ roles }], delete_a: [{ roles }] },
    ],
    ['for reads', { access: [{ class: 'read', roles }] }, { ...none, get_a: [{ roles }] }],
    [
      'for writes, which destroying is too',
      { access: [{ class: 'write', roles }] },
      { ...none, post_a: [{ roles }], delete_a: [{ roles }] },
    ],
    [
      'for what destroys',
      { access: [{ class: 'destructive', roles }] },
      { ...none, delete_a: [{ roles }] },
    ],
    [
      'by tag and class',
      { access: [{ tools: 'tag:x', class: 'write', scopes: ['s', 't'] }] },
      { ...none, post_a: [{ scopes: [['s', 't']] }] },
    ],
    [
      'beside others, each of which must be met',
      {
        access: [
          { tools: ['GET /a', 'DELETE /a'], callers: ['c'] },
          { class: 'read', roles },
          { class: 'read', roles },
        ],
      },
      { get_a: [{ callers: ['c'] }, { roles }], post_a: undefined, delete_a: [{ callers: ['c'] }] },
    ],
  ];
  for (const [name, serve, expected] of cases) {
    it(name, () => {
      const { access, codes } = needs(serve);
      assert.deepEqual({ ...none, ...access }, expected);
      assert.ok(!codes.includes('MG227'));
    });
  }

  it('that matches no operation is a warning', () => {
    assert.ok(needs({ access: [{ tools: 'tag:y', roles }] }).codes.includes('MG227'));
  });

  it('without patterns holds for custom tools of its class', () => {
    const { rules } = needs({
      access: [
        { class: 'write', roles },
        { class: 'destructive', callers: ['c'] },
        { tools: 'tag:x', scopes: ['s'] },
      ],
    });
    assert.deepEqual(rules?.custom, {
      read: [],
      write: [{ roles }],
      destructive: [{ roles }, { callers: ['c'] }],
    });
  });
});

describe('scopes of the description', () => {
  const cases: readonly (readonly [string, unknown, unknown])[] = [
    ['one', [{ oauth: ['a'] }], [['a']]],
    ['several at once', [{ oauth: ['b', 'a', 'a'] }], [['a', 'b']]],
    ['of two schemes', [{ oauth: ['a'], also: ['b'] }], [['a', 'b']]],
    ['alternatives', [{ oauth: ['b'] }, { oauth: ['a'] }, { also: ['a'] }], [['a'], ['b']]],
    [
      'or a key, which callers of this server do not have',
      [{ oauth: ['a'] }, { key: [] }],
      [['a']],
    ],
    ['or none', [{ oauth: ['a'] }, { oauth: [] }], undefined],
    ['or nothing at all', [{ oauth: ['a'] }, {}], undefined],
    ['of a key, which are roles of something else', [{ key: ['a'] }], undefined],
    ['of no declared scheme', [{ other: ['a'] }], undefined],
    ['that are none', [{ oauth: ['a b', '"', 7, null, 'c'] }], [['c']]],
    ['in no list', { oauth: 'a' }, [['a']]],
  ];
  for (const [name, security, scopes] of cases) {
    it(name, () => {
      const { access } = needs({ scopesFromSpec: true }, security);
      assert.deepEqual(access['get_a'], scopes === undefined ? undefined : [{ scopes }]);
    });
  }

  it('come from the root where the operation says nothing', () => {
    const { access } = needs({ scopesFromSpec: true }, undefined, { security: [{ oauth: ['a'] }] });
    assert.deepEqual(access['delete_a'], [{ scopes: [['a']] }]);
  });

  it('count only when asked for', () => {
    const { access, rules } = needs({}, [{ oauth: ['a'] }]);
    assert.deepEqual([access['get_a'], rules], [undefined, undefined]);
  });

  it('that are nowhere are a warning', () => {
    assert.ok(needs({ scopesFromSpec: true }).codes.includes('MG236'));
  });
});

test('a rate limit of the config stands in the tools that its pattern matches', () => {
  const { tools } = build(
    { paths: { '/a': { get: {}, post: {} } } },
    { tools: { 'GET /a': { rateLimit: '10/2m' } } },
  );
  assert.deepEqual(tools['get_a']?.rateLimit, { calls: 10, seconds: 120 });
  assert.equal(tools['post_a']?.rateLimit, undefined);
});
