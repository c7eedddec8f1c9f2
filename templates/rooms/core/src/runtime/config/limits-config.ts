import { BlockList, isIP } from 'node:net';
import type { RateLimit } from '../tool.js';
import type { Environment } from './environment.js';
import type { InboundConfig } from './inbound-config.js';

/** How much callers may ask for. */
export interface LimitsConfig {
  /** Requests of each caller over HTTP. */
  readonly perCaller?: RateLimit;
  /** Failed logins from each network over HTTP; absent: any number. */
  readonly authFailures?: RateLimit;
  /** Calls of each tool by each caller. */
  readonly perTool?: RateLimit;
  /** Calls at a time in all; 0: any number. */
  readonly maxCalls: number;
  /** Calls at a time of each caller; 0: any number. */
  readonly maxCallsPerCaller: number;
  /** Peers that are believed when they say in `X-Forwarded-For` whose request they pass on. */
  readonly isTrustedProxy: (address: string) => boolean;
}

/** The limits; every problem with them is told to `report`. */
export function readLimitsConfig(
  inbound: Pick<InboundConfig, 'kind'>,
  environment: Environment,
  report: (problem: string) => void,
): LimitsConfig {
  const perCaller = readRate('MCP_RATE_LIMIT', environment, report);
  const perTool = readRate('MCP_TOOL_RATE_LIMIT', environment, report);
  const authFailures = readFailures('MCP_AUTH_FAILURES', inbound, environment, report);
  const count = (name: string): number =>
    environment.integer(name, { fallback: 0, min: 0, max: 1_000_000 });
  return {
    ...(perCaller && { perCaller }),
    ...(perTool && { perTool }),
    ...(authFailures && { authFailures }),
    maxCalls: count('MCP_MAX_CONCURRENT_CALLS'),
    maxCallsPerCaller: count('MCP_MAX_CALLS_PER_CALLER'),
    isTrustedProxy: readProxies('MCP_TRUSTED_PROXIES', environment, report),
  };
}

const secondsOf = { s: 1, m: 60, h: 3_600 } as const;
const LONGEST_SECONDS = 86_400;

/** `600/60s`, `5/s`, `1000/1h`. */
function readRate(
  name: string,
  environment: Environment,
  report: (problem: string) => void,
): RateLimit | undefined {
  const text = environment.text(name);
  if (text === undefined) return undefined;
  const [, calls, count = '', unit] = /^(\d{1,9})\/(\d{0,5})([smh])$/.exec(text) ?? [];
  const seconds =
    Number(count || 1) * (unit === undefined ? 0 : secondsOf[unit as 's' | 'm' | 'h']);
  if (Number(calls) > 0 && seconds > 0 && seconds <= LONGEST_SECONDS) {
    return { calls: Number(calls), seconds };
  }
  report(
    `${name} is ${JSON.stringify(text)}; set it to a number and a time of at most a day, such as 600/60s, 5/s or 1000/1h`,
  );
  return undefined;
}

/** As a rate; 0 for any number. Passwords can be guessed, long random secrets and signed tokens cannot. */
function readFailures(
  name: string,
  { kind }: Pick<InboundConfig, 'kind'>,
  environment: Environment,
  report: (problem: string) => void,
): RateLimit | undefined {
  const text = environment.text(name);
  if (text === '0') return undefined;
  if (text !== undefined) return readRate(name, environment, report);
  return kind === 'basic' ? { calls: 30, seconds: 60 } : undefined;
}

function readProxies(
  name: string,
  environment: Environment,
  report: (problem: string) => void,
): (address: string) => boolean {
  const list = new BlockList();
  const proxies = environment.list(name);
  for (const text of proxies) {
    if (!addProxy(list, text)) {
      report(
        `${name} lists ${JSON.stringify(text)}; list addresses or networks, such as 10.0.0.0/8`,
      );
    }
  }
  if (proxies.length === 0) return () => false;
  return (address) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

function addProxy(list: BlockList, text: string): boolean {
  const [, address = '', bits] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(address);
  const most = version === 6 ? 128 : 32;
  if (version === 0 || Number(bits ?? most) > most) return false;
  list.addSubnet(address, Number(bits ?? most), version === 6 ? 'ipv6' : 'ipv4');
  return true;
}
