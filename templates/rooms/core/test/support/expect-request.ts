import assert from 'node:assert/strict';
import type { ToolCase } from './cases.js';
import { expectedCredentials, withoutCredentials } from './credentials.js';
import type { Recorded } from './upstream.js';

/** Below which the tests have the API. */
const base = '/base';
/** What the HTTP client adds to every request. */
const ownHeaders = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'host',
  'transfer-encoding',
  'user-agent',
]);

/** Asserts that a case led to its request, that alone, with the credentials of its tool and no others. */
export function expectRequest(requests: readonly Recorded[], { called, request }: ToolCase): void {
  const [first, ...others] = requests;
  assert.ok(first, 'nothing was sent');
  assert.deepEqual(others, [], 'more than one request was sent');
  const { bare, credentials } = withoutCredentials(first);
  const { method, url, headers = {}, body = '' } = request;
  assert.deepEqual(
    { ...bare, headers: argumentHeaders(bare.headers) },
    { method, url: base + url, headers, body: typeof body === 'string' ? body : body.join('\r\n') },
  );
  assert.deepEqual([...credentials].sort(), expectedCredentials(called));
}

function argumentHeaders(headers: Recorded['headers']): Recorded['headers'] {
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name, value]) => !ownHeaders.has(name) && !(name === 'accept' && value === '*/*'),
    ),
  );
}
