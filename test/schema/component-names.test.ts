import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identifiersFor } from '../../src/model/schema/component-names.js';

test('long names keep whole words, and do not depend on each other', () => {
  const words = 'System.Collections.Generic.IEnumerable.Of.Some.Company.Interfaces.Order';
  const [one, two] = [`${words}.Public.Model.One`, `${words}.Public.Model.Two`];
  const identifiers = identifiersFor([one, two, 'Order']);
  assert.equal(identifiers.get('Order'), 'order');
  assert.equal(new Set(identifiers.values()).size, 3);
  for (const name of [one, two]) {
    const identifier = identifiers.get(name) ?? '';
    assert.match(identifier, /^systemCollectionsGenericIEnumerableOfSomeCompany[\dA-F][\da-f]{5}$/);
    assert.equal(identifiersFor([name]).get(name), identifier);
  }
});
