import { STATUS_CODES } from 'node:http';
import type { UpstreamResponse } from '../custom.js';

/** E.g. `404 Not Found`. */
export function statusLine({ status }: UpstreamResponse): string {
  return [status, STATUS_CODES[status]].filter((part) => part !== undefined).join(' ');
}

/** RFC 9110, section 15.3. */
export function isSuccess({ status }: UpstreamResponse): boolean {
  return status >= 200 && status < 300;
}
