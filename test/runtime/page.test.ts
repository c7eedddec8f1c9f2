import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { takePage } from '../../templates/rooms/core/src/runtime/page.js';

describe('a page', () => {
  const sources = Array.from({ length: 100 }, (_, index) => index);
  const make = (index: number) =>
    index % 10 === 0 ? undefined : { index, text: 'é'.repeat(50_000) };

  it('stays below 4 MiB, and the cursors lead through all entries', async () => {
    const found: number[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const { items, next } = await takePage(sources, cursor, make);
      assert.ok(Buffer.byteLength(JSON.stringify(items)) < 4 * 1024 * 1024);
      found.push(...items.map(({ index }) => index));
      cursor = next.nextCursor;
      pages += 1;
    } while (cursor !== undefined);
    assert.equal(pages, 3);
    assert.deepEqual(
      found,
      sources.filter((index) => index % 10 !== 0),
    );
  });

  it('holds an entry that is too large for any', async () => {
    const { items } = await takePage([0], undefined, () => 'x'.repeat(5 * 1024 * 1024));
    assert.equal(items.length, 1);
  });

  for (const cursor of ['', 'x', 'MA', 'MTAw', 'LTE', 'MS41', 'MQ==', '1e1']) {
    it(`refuses the cursor ${JSON.stringify(cursor)}`, async () => {
      await assert.rejects(takePage(sources, cursor, make), { code: -32602 });
    });
  }
});
