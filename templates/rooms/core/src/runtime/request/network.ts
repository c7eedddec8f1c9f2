import { lookup as resolveName } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { ToolError } from '../tool-error.js';
import { isPublicAddress } from './public-address.js';

/** How hosts are found and trusted. */
export interface Network {
  readonly resolve: (
    host: string,
  ) => Promise<readonly { readonly address: string; readonly family: number }[]>;
  /** Whether a connection to an IP address may be opened. */
  readonly allows: (address: string) => boolean;
  /** Certificates of authorities, PEM, in place of Node's. */
  readonly ca?: string;
}

/** The system's resolver, and no private address. */
export const publicInternet: Network = {
  resolve: (host) => resolveName(host, { all: true }),
  allows: isPublicAddress,
};

/** Resolves names to allowed addresses only. What is connected to is what was checked. */
export function lookupWith({ resolve, allows }: Network): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (found) => {
        const addresses = found.filter(({ address }) => allows(address));
        const [first] = addresses;
        if (first === undefined) callback(notPublic(host), '', 0);
        else if (options.all === true) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)), '', 0);
      },
    );
  };
}

/** Told of a host that may not be connected to. */
export function notPublic(host: string): ToolError {
  return new ToolError(`Nothing can be fetched from ${host}: it has no public address.`);
}
