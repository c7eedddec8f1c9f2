import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isLegacyRequest } from '../../templates/node_modules/@modelcontextprotocol/server/dist/index.mjs';
import { isLegacy } from '../../templates/rooms/core/src/runtime/serve/era.js';

const claim = { 'io.modelcontextprotocol/protocolVersion': '2026-07-28' };
const whole = {
  ...claim,
  'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {},
};
const call = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'add' } };

const messages: Readonly<Record<string, unknown>> = {
  'a call': call,
  'a call without parameters': { jsonrpc: '2.0', id: 'a', method: 'tools/list' },
  'a call with a progress token': { ...call, params: { _meta: { progressToken: 1 } } },
  'a call of 2026': { ...call, params: { _meta: whole } },
  'a call with half an envelope': { ...call, params: { _meta: claim } },
  'a call of a version that is no text': {
    ...call,
    params: { _meta: { 'io.modelcontextprotocol/protocolVersion': 7 } },
  },
  'a call with an envelope that is none': { ...call, params: { _meta: [] } },
  'a call with parameters that are none': { ...call, params: 'a' },
  'a call without a name': { jsonrpc: '2.0', id: 1 },
  'a call without an id': { ...call, id: null },
  'a call of another protocol': { ...call, jsonrpc: '1.0' },
  'a call that is a result too': { ...call, result: {} },
  'a call of 2026 that is a result too': { ...call, params: { _meta: whole }, result: {} },
  initialize: { ...call, method: 'initialize', params: { protocolVersion: '2025-11-25' } },
  'initialize of 2026': { ...call, method: 'initialize', params: { _meta: whole } },
  'initialize with half an envelope': { ...call, method: 'initialize', params: { _meta: claim } },
  discover: { ...call, method: 'server/discover', params: {} },
  'a notification': { jsonrpc: '2.0', method: 'notifications/initialized' },
  'a notification of 2026': { jsonrpc: '2.0', method: 'a', params: { _meta: claim } },
  'a result': { jsonrpc: '2.0', id: 1, result: {} },
  'an error': { jsonrpc: '2.0', id: 1, error: { code: 1, message: 'a' } },
  'a batch': [call, call],
  'a batch of 2026': [{ ...call, params: { _meta: whole } }],
  'an empty batch': [],
  nothing: null,
  'a text': 'a',
};

const versions = [
  '2024-10-07',
  '2025-11-25',
  ' 2025-11-25',
  '2025-01-01',
  '2026-07-28',
  '2027-01-01',
  '',
];

describe('the era of a message', () => {
  for (const [name, message] of Object.entries(messages)) {
    it(`is what the SDK says of ${name}`, async () => {
      for (const version of [undefined, ...versions]) {
        const headers = version === undefined ? {} : { 'mcp-protocol-version': version };
        const request = new Request('http://localhost/mcp', { method: 'POST', headers });
        const expected = await isLegacyRequest(request, message);
        assert.equal(await isLegacy(request, message), expected, version);
      }
    });
  }
});
