import { delimiter, isAbsolute } from 'node:path';
import { shown, type Environment } from './environment.js';
import { isExcepted, type ProxyConfig } from './proxy-config.js';

/** Which files an argument may name, besides those that it holds as data. */
export interface FileConfig {
  /** Hosts of `https:` URLs, with the port where it is not 443. */
  readonly hosts: readonly string[];
  /** Absolute folders below which files may be read. */
  readonly roots: readonly string[];
  /** Whether paths are taken at all: only from a client on the same machine, which stdio stands for. */
  readonly paths: boolean;
  /** Size of the largest file in bytes, wherever it comes from. */
  readonly maxBytes: number;
}

/** Only files that are given as data. */
export const dataOnly: FileConfig = { hosts: [], roots: [], paths: false, maxBytes: 20_000_000 };

/** What the environment allows; every problem with it is told to `report`. */
export function readFileConfig(
  environment: Environment,
  transport: 'stdio' | 'http',
  proxy: ProxyConfig | undefined,
  report: (problem: string) => void,
): FileConfig {
  const hosts = environment.list('MCP_FILE_HOSTS').map((text) => {
    const host = hostOf(text);
    if (host === undefined) {
      report(`MCP_FILE_HOSTS lists ${shown(text)}; list host names, or host:port`);
    }
    return host ?? text;
  });
  for (const host of hosts.filter((each) => hostOf(each) && !isExcepted(each, proxy))) {
    report(
      `MCP_FILE_HOSTS lists ${shown(host)}, whose address cannot be checked behind a proxy; add it to NO_PROXY, so that its files are fetched directly, or take it out`,
    );
  }
  const roots = (environment.text('MCP_FILE_ROOTS') ?? '')
    .split(delimiter)
    .filter((root) => root !== '');
  for (const root of roots.filter((each) => !isAbsolute(each))) {
    report(
      `MCP_FILE_ROOTS lists ${shown(root)}; list absolute folders, separated by "${delimiter}"`,
    );
  }
  return {
    hosts,
    roots,
    paths: transport === 'stdio',
    maxBytes: environment.integer('MCP_MAX_FILE_BYTES', {
      fallback: dataOnly.maxBytes,
      min: 1_000,
      max: 500_000_000,
    }),
  };
}

function hostOf(text: string): string | undefined {
  const url = `https://${text}/`;
  if (/[/?#@\\]/.test(text) || !URL.canParse(url)) return undefined;
  return new URL(url).host;
}
