import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { createAccepts } from '../../src/model/cases/validator.js';
import { argumentProblems } from '../../templates/rooms/core/src/runtime/arguments.js';

/** Texts and numbers around the borders of all formats. */
const values: readonly unknown[] = [
  ...['', 'a', 'a b', '%', '{', '{a}', '{a.b}', "it's", '[', '\\Z', 'é', '\ud800'],
  ...['a@b', 'a@b.c', '"a"@b.c', 'a@[127.0.0.1]', 'a.@b.c', 'A_1@b-c.de', 'пошта@укр.нет'],
  ...[
    'http://a',
    'http://a.b',
    'https://a.bc/d?e',
    'ftp://a.bc',
    'http://10.0.0.1',
    '//a',
    'a:b',
    '../a',
  ],
  ...['1.2.3.4', '01.2.3.4', '256.1.1.1', '1.2.3', '::1', '2001:db8::1', 'g::1'],
  ...[
    '2024-02-29',
    '2023-02-29',
    '24-01-01',
    '12:00:00Z',
    '12:00:00',
    '12:00:00+05',
    '23:59:60Z',
    '25:00:00Z',
  ],
  ...[
    '2024-01-31T12:00:00Z',
    '2024-01-31 12:00:00Z',
    '2024-01-31T12:00:00',
    '2024-13-01T00:00:00Z',
  ],
  ...[
    'P1D',
    'P',
    'PT1H',
    'P1Y1D',
    'P1W',
    'P1W1D',
    'c2FtcGxl',
    'c2FtcGx',
    'c2F\n',
    '/a/b',
    '/a~2',
    '#/a',
    '1/a',
    '1#',
  ],
  ...['497f6eca-6276-4993-bfeb-53cbbbba6f08', 'urn:uuid:497f6eca-6276-4993-bfeb-53cbbbba6f08'],
  ...[0, 1.5, 2 ** 31, -(2 ** 31), 2 ** 53, true, null],
];

for (const format of Object.keys(fullFormats)) {
  test(`what is taken for ${format} the server takes too`, () => {
    const schema = { format };
    const accepts = createAccepts({ format });
    const taken = values.filter(accepts);
    assert.notEqual(taken.length, 0);
    const refused = taken.filter(
      (value) =>
        argumentProblems({ type: 'object', properties: { value: schema } }, { value }).length > 0,
    );
    assert.deepEqual(refused, []);
  });
}
