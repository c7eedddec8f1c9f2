import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ModelGroup, Tool } from '../../src/model/model.js';
import { buildIndex } from '../../src/search/build-index.js';
import { readThesaurus } from '../../src/search/thesaurus/thesaurus.js';
import { actionsIn } from '../../templates/rooms/core/src/runtime/search/action.js';
import { placesOf } from '../../templates/rooms/core/src/runtime/search/phrase.js';
import { openSayings } from '../../templates/rooms/core/src/runtime/search/sayings.js';
import { createSearch } from '../../templates/rooms/core/src/runtime/search/search.js';
import { stem } from '../../templates/rooms/core/src/runtime/search/stem.js';
import { openTerms } from '../../templates/rooms/core/src/runtime/search/terms.js';
import {
  compoundsOf,
  queryWordsOf,
  wordsOf,
} from '../../templates/rooms/core/src/runtime/search/words.js';

function tool(method: Tool['request']['method'], path: string, name: string, title: string): Tool {
  const hints = { readOnlyHint: method === 'GET', destructiveHint: method === 'DELETE' };
  return {
    name,
    title,
    description: `${title}.`,
    annotations: { ...hints, idempotentHint: false, openWorldHint: true },
    inputSchema: { type: 'object' },
    request: { method, path },
  };
}

const tools = [
  tool('GET', '/movies/{movie_id}/credits', 'movie_credits', 'Get the cast of a movie'),
  tool('GET', '/movies', 'list_movies', 'List movies'),
  tool('POST', '/movies', 'add_movie', 'Add a movie'),
  tool('DELETE', '/movies/{movie_id}', 'delete_movie', 'Delete a movie'),
  tool('GET', '/invoices', 'list_invoices', 'List invoices'),
  tool('POST', '/invoices', 'create_invoice', 'Create an invoice'),
  tool('GET', '/jobs', 'list_cron_job', 'list objects of kind CronJob'),
  ...Array.from({ length: 8 }, (_, number) =>
    tool('GET', `/zones/${number}/users`, `users_${number}`, 'List users'),
  ),
  tool('GET', '/zones/users/archive', 'archived_users', 'List archived users of zones'),
];
const groups: readonly ModelGroup[] = [{ file: 'all', title: 'All', tools }];
const index = buildIndex(groups);
const search = createSearch(index);
const names = (query: string): readonly (string | undefined)[] =>
  search(query).map((found) => tools[found.tool]?.name);

test('the same tools make the same index', () => {
  assert.equal(JSON.stringify(buildIndex(structuredClone(groups))), JSON.stringify(index));
});

for (const { query, first } of [
  { query: 'get this old film out of the list, rid of it', first: 'delete_movie' },
  { query: 'throw the second film away', first: 'delete_movie' },
  { query: 'who acted in it?', first: 'movie_credits' },
  { query: 'write a bill for "List movies"', first: 'create_invoice' },
  { query: 'get rid of a film', first: 'delete_movie' },
  { query: 'write a bill', first: 'create_invoice' },
  { query: 'which bills are there?', first: 'list_invoices' },
  { query: 'Delete a movie', first: 'delete_movie' },
  { query: 'cron job', first: 'list_cron_job' },
]) {
  test(`"${query}" finds ${first}`, () => {
    assert.equal(names(query)[0], first);
  });
}

test('what needs an identifier brings what finds it', () => {
  const found = names('cast');
  assert.deepEqual(found.slice(0, 2), ['movie_credits', 'list_movies']);
});

test('tools that read alike leave room for others', () => {
  assert.ok(names('users').indexOf('archived_users') < 5);
});

for (const query of [
  '',
  '?',
  'xyzzy plugh',
  'the of and',
  '__proto__',
  '\u0000',
  '42',
  '('.repeat(9),
]) {
  test(`nothing is found for ${JSON.stringify(query)}`, () => {
    assert.deepEqual(names(query), []);
  });
}

test('a query of a megabyte is answered', () => {
  assert.ok(names('movie '.repeat(200_000)).length > 0);
});

test('an index holds no saying that leads nowhere', () => {
  const terms = new Set(index.terms.map((line) => line.split(' ')[0]));
  const stems = index.senses.flatMap((sense) => sense.split(' '));
  assert.deepEqual(
    stems.filter((word) => word !== '-' && !terms.has(word)),
    [],
  );
  assert.ok(!index.senses.some((sense) => sense.includes('pod')));
  const numbers = index.sayings.flatMap((line) => line.match(/[0-9a-z.]+(?=,|$)/g) ?? []);
  for (const number of numbers.flatMap((each) => each.split('.'))) {
    assert.ok(index.senses[Number.parseInt(number, 36)] !== undefined, number);
  }
});

test('sayings are read as they are written', () => {
  const sayings = openSayings({
    ...index,
    senses: ['delet', 'list movi'],
    sayings: ['get rid 0,1.0'],
  });
  assert.deepEqual(sayings('get'), [
    { words: ['get', 'rid'], senses: [['delet']] },
    { words: ['get'], senses: [['list', 'movi'], ['delet']] },
  ]);
  assert.deepEqual(sayings('constructor'), []);
});

for (const { text, places } of [
  { text: 'bring up to date', places: [0, 1, 2, 3] },
  { text: 'bring the branch up to date', places: [0, 3, 4, 5] },
  { text: 'bring this one and only branch up to date', places: undefined },
  { text: 'bring up', places: undefined },
  { text: 'so bring up to date', places: undefined },
]) {
  test(`"bring up to date" in "${text}"`, () => {
    const phrase = ['bring', 'up', 'to', 'date'];
    assert.deepEqual(placesOf(phrase, text.split(' '), 0), places);
  });
}

for (const { query, actions } of [
  { query: 'take the label off again', actions: ['delete'] },
  { query: 'how many movies are there', actions: ['list'] },
  { query: 'blue', actions: [] },
]) {
  test(`"${query}" asks for ${actions.join(' or ') || 'nothing'}`, () => {
    assert.deepEqual(actionsIn(query.split(' ')), actions);
  });
}

test('what stands in quotation marks, and addresses, are values', () => {
  const quoted = queryWordsOf('remove "old login" from @bob and CronJob "x').filter(
    ({ isQuoted }) => isQuoted,
  );
  assert.deepEqual(
    quoted.map(({ word }) => word),
    ['old', 'login', 'bob', 'x'],
  );
});

test('every line of the thesaurus is a sense and its sayings, in words', () => {
  const wrong = readThesaurus().filter(({ sense, sayings }) =>
    [sense, ...sayings].some(
      (words) => words.length === 0 || words.some((word) => !/^[\p{Ll}\p{N}]+$/u.test(word)),
    ),
  );
  assert.deepEqual(wrong, []);
});

test('terms are read as they are written', () => {
  const term = openTerms(['a 1A', 'movie 1Zz0B'], 2000).find('movie');
  assert.deepEqual([...(term?.tools ?? [])], [0, 1260]);
  assert.deepEqual([...(term?.weights ?? [])], [25.5 / 26, 1.5 / 26].map(Math.fround));
});

for (const family of [
  ['movies', 'movie'],
  ['delete', 'deleted', 'deleting', 'deletes'],
  ['repositories', 'repository'],
  ['stopped', 'stop', 'stopping'],
  ['organisation', 'organization', 'organizations'],
]) {
  test(`${family.join(', ')} have one stem`, () => {
    assert.equal(new Set(family.map(stem)).size, 1);
  });
}

test('identifiers are words, and one word', () => {
  assert.deepEqual(wordsOf('getHTTPResponse2'), ['get', 'http', 'response', '2']);
  assert.deepEqual(compoundsOf('read CronJob of them'), ['cronjob']);
});
