import { failure } from './failure.js';
import { secretOfUrl } from './secret.js';

/** MG142 or MG114 when one of these options, wherever it comes from, cannot be meant so. */
export function checkOptions(options: {
  readonly baseUrl?: string;
  readonly allowRemoteRefs?: readonly string[];
}): void {
  const { baseUrl, allowRemoteRefs = [] } = options;
  if (baseUrl !== undefined) checkBaseUrl(baseUrl);
  for (const host of allowRemoteRefs) {
    if (/^[\w.-]+(?::\d+)?$|^\[[\da-f:.]+\](?::\d+)?$/i.test(host)) continue;
    throw failure(
      'MG142',
      `\`${host}\` is no host.`,
      undefined,
      'Give the host alone: --allow-remote-refs specs.example.com',
    );
  }
}

function checkBaseUrl(baseUrl: string): void {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw failure(
      'MG142',
      `\`${baseUrl}\` is no http(s) URL.`,
      undefined,
      'Give the URL that all paths are appended to: --base-url https://api.example.com/v1',
    );
  }
  const secret = secretOfUrl(url);
  if (secret === undefined) return;
  throw failure(
    'MG114',
    `The base URL holds ${secret}, which would be written into the project.`,
    undefined,
    'Leave it out: the generated server reads credentials from its environment.',
  );
}
