import { isOwnHeader } from '../request/own-headers.js';
import type { Environment } from './environment.js';

/** A header of every request to the API's own origins. */
export interface ExtraHeader {
  readonly in: 'header';
  /** In lower case. */
  readonly name: string;
  readonly value: string;
}

const prefix = 'API_HEADER_';

/**
 * The headers that API_HEADER_… set, with `-` for `_`: they stand in for what an argument says, since the operator's
 * word is the last, but not for the credential of a scheme. What is wrong with one is told to `report`.
 */
export function readExtraHeaders(
  environment: Environment,
  report: (problem: string) => void,
): readonly ExtraHeader[] {
  return environment.startingWith(prefix).flatMap(([variable, value]) => {
    const name = variable.slice(prefix.length).toLowerCase().replaceAll('_', '-');
    if (!/^[a-z0-9-]+$/.test(name) || isMessageHeader(name)) {
      report(`${variable} sets a header that cannot be set; unset it`);
      return [];
    }
    if (/[^\t\x20-\x7e\x80-\xff]/.test(value)) {
      report(`${variable} holds characters that no header can carry`);
      return [];
    }
    return [{ in: 'header', name, value }];
  });
}

/** Headers that say how one message is written or sent, which another message cannot. */
export function isMessageHeader(name: string): boolean {
  return isOwnHeader(name) || name.startsWith('content-') || name === 'accept-encoding';
}

/** Whether the value of a header is likely to be a secret. */
export function isSecretHeader(name: string): boolean {
  return /auth|cookie|key|token|secret|signature|pass|credential|session|jwt/.test(name);
}
