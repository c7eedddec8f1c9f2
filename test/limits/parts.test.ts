import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { describe, it } from 'node:test';
import { readAccessConfig } from '../../templates/rooms/core/src/runtime/config/access-config.js';
import { readEnvironment } from '../../templates/rooms/core/src/runtime/config/environment.js';
import { readLimitsConfig } from '../../templates/rooms/core/src/runtime/config/limits-config.js';
import { createKeys } from '../../templates/rooms/core/src/runtime/limits/bounded-keys.js';
import {
  networkOf,
  remoteAddress,
} from '../../templates/rooms/core/src/runtime/limits/remote-address.js';

/** What is wrong with variables. */
function problemsOf(variables: Readonly<Record<string, string>>): readonly string[] {
  const problems: string[] = [];
  const report = (problem: string): void => void problems.push(problem);
  const environment = readEnvironment(variables, report);
  readLimitsConfig({ kind: 'none' }, environment, report);
  readAccessConfig(undefined, environment, report);
  return problems;
}

const refuse = (problem: string): void => {
  throw new Error(problem);
};

describe('the configuration of limits and access', () => {
  const wrong: readonly (readonly [string, string])[] = [
    ['MCP_RATE_LIMIT', '600'],
    ['MCP_RATE_LIMIT', '0/60s'],
    ['MCP_RATE_LIMIT', '10/0s'],
    ['MCP_RATE_LIMIT', '10/25h'],
    ['MCP_RATE_LIMIT', '-1/s'],
    ['MCP_TOOL_RATE_LIMIT', '10 per minute'],
    ['MCP_AUTH_FAILURES', '30'],
    ['MCP_MAX_CONCURRENT_CALLS', '-1'],
    ['MCP_MAX_CALLS_PER_CALLER', 'many'],
    ['MCP_TRUSTED_PROXIES', 'proxy.test'],
    ['MCP_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['MCP_TRUSTED_PROXIES', '::1/129'],
    ['MCP_READ_ONLY', 'yes'],
    ['MCP_CALLER_SCOPES', 'ci'],
    ['MCP_CALLER_ROLES', 'ci=a,=b'],
  ];
  for (const [name, value] of wrong) {
    it(`reports ${name}=${value} by name, with what to set`, () => {
      const problems = problemsOf({ [name]: value });
      assert.equal(problems.length, 1);
      assert.match(problems[0] ?? '', new RegExp(`^${name} .*(set it to|list|write each)`));
    });
  }

  const rates: readonly (readonly [string, number, number])[] = [
    ['600/60s', 600, 60],
    ['5/s', 5, 1],
    ['60/1m', 60, 60],
    ['1000/24h', 1_000, 86_400],
  ];
  for (const [text, calls, seconds] of rates) {
    it(`reads ${text}`, () => {
      const environment = readEnvironment({ MCP_RATE_LIMIT: text }, refuse);
      assert.deepEqual(readLimitsConfig({ kind: 'none' }, environment, refuse).perCaller, {
        calls,
        seconds,
      });
    });
  }

  it('lets the environment replace what the config grants a caller', () => {
    const none = { read: [], write: [], destructive: [] };
    const rules = { custom: none, callers: { ci: { scopes: ['a'], roles: ['r'] } } };
    const environment = readEnvironment({ MCP_CALLER_SCOPES: 'ci=b c, x=d' }, refuse);
    assert.deepEqual(
      [...readAccessConfig(rules, environment, refuse).grants],
      [
        ['ci', { scopes: ['b', 'c'], roles: ['r'] }],
        ['x', { scopes: ['d'] }],
      ],
    );
  });
});

describe('the address of a client', () => {
  const proxies = readLimitsConfig(
    { kind: 'none' },
    readEnvironment({ MCP_TRUSTED_PROXIES: '10.0.0.0/8 fd00::/8' }, refuse),
    refuse,
  );
  const cases: readonly (readonly [peer: string, forwarded: string, address: string])[] = [
    ['8.8.8.8', '1.1.1.1', '8.8.8.8'],
    ['::ffff:8.8.8.8', '', '8.8.8.8'],
    ['::ffff:10.0.0.1', '1.1.1.1', '1.1.1.1'],
    ['10.0.0.1', '1.1.1.1, 2.2.2.2', '2.2.2.2'],
    ['10.0.0.1', '1.1.1.1, 2.2.2.2,10.0.0.2', '2.2.2.2'],
    ['10.0.0.1', '1.1.1.1, unknown', '10.0.0.1'],
    ['10.0.0.1', '', '10.0.0.1'],
    ['10.0.0.1', '10.0.0.2', '10.0.0.2'],
    ['10.0.0.1', '1.1.1.1:4711', '1.1.1.1'],
    ['fd00::1', '[2001:db8::1]:443', '2001:db8::1'],
    ['fe80::1%eth0', '1.1.1.1', 'fe80::1'],
  ];
  for (const [peer, forwarded, address] of cases) {
    it(`is ${address} for ${peer} with "${forwarded}"`, () => {
      const incoming = {
        socket: { remoteAddress: peer },
        headers: forwarded === '' ? {} : { 'x-forwarded-for': forwarded },
      } as unknown as IncomingMessage;
      assert.equal(remoteAddress(incoming, proxies.isTrustedProxy), address);
    });
  }

  for (const [address, network] of [
    ['1.2.3.4', '1.2.3.4'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['', ''],
  ] as const) {
    it(`of "${address}" is counted as "${network}"`, () => {
      assert.equal(networkOf(address), network);
    });
  }
});

describe('the keys of a limiter', () => {
  it('are bounded in number in a period, and those that were first stay their own', () => {
    const keyFor = createKeys(1_000);
    assert.equal(keyFor('first', 0), 'own:first');
    const keys = new Set(Array.from({ length: 200_000 }, (_, index) => keyFor(`${index}`, 1)));
    assert.ok(keys.size < 52_000, String(keys.size));
    assert.equal(keyFor('first', 2), 'own:first');
    assert.match(keyFor('late', 999), /^shared:\d+$/);
    assert.equal(keyFor('late', 1_000), 'own:late');
  });
});
