import { section, type SettingSection } from './setting-section.js';

/** How a project reaches the API. */
export const upstreamSettings: readonly SettingSection[] = [
  section('Where requests go', [
    ['API_BASE_URL', '', 'URL of the API, in place of the one in its description.'],
    ['API_ALLOWED_ORIGINS', '', 'Further origins that requests may go to, separated by commas.'],
    [
      'API_HEADER_<NAME>',
      '',
      'A header of every request to the API, with `-` for `_`: `API_HEADER_X_TENANT=acme` sends `X-Tenant: acme`, over what a call gives.',
    ],
    [
      'UPSTREAM_HEADER_PASSTHROUGH',
      '',
      'Headers of a client’s HTTP request that go on to the API and stand in for your credentials, separated by commas, such as `X-Api-Key`.',
    ],
    [
      'HTTP_PROXY',
      '',
      'URL of the proxy for `http:` URLs, and for `https:` ones without `HTTPS_PROXY`.',
    ],
    ['HTTPS_PROXY', '', 'URL of the proxy for `https:` URLs.'],
    ['NO_PROXY', '', 'Hosts that are reached without a proxy, separated by commas; `*` for all.'],
  ]),
  section('TLS to the API', [
    ['API_CA_FILE', '', 'PEM file of authorities to trust besides the well-known ones.'],
    [
      'API_CLIENT_CERT_FILE',
      '',
      'PEM file of the client certificate to show to the API, and to nobody else.',
    ],
    ['API_CLIENT_KEY_FILE', '', 'PEM file of its private key.'],
    ['API_CLIENT_KEY_PASSPHRASE', '', 'What opens that file, if it is encrypted.'],
  ]),
  section('Limits on calls of the API', [
    ['API_TIMEOUT_MS', '30000', 'Milliseconds that one try of a request to the API may take.'],
    [
      'API_TOTAL_TIMEOUT_MS',
      '55000',
      'Milliseconds that a call may take with all its tries; not less than `API_TIMEOUT_MS` unless set.',
    ],
    [
      'API_MAX_RETRIES',
      '2',
      'Further tries after a failed connection, a timeout or 408, 429, 502, 503 or 504, where repeating does no harm.',
    ],
    [
      'API_BREAKER_FAILURES',
      '10',
      'Failures in a row (5xx, timeouts, connections) after which a host gets no requests for a while; 0 switches this off.',
    ],
    ['API_BREAKER_RESET_MS', '10000', 'Milliseconds of that while.'],
    ['API_MAX_CONCURRENCY', '16', 'Requests to the API at a time.'],
    [
      'API_MAX_QUEUE',
      '256',
      'Requests that may wait for others to end before further ones are refused.',
    ],
    [
      'MCP_MAX_UPSTREAM_BYTES',
      '10000000',
      'Bytes of an answer of the API, decompressed, beyond which it is not read.',
    ],
    [
      'MCP_MAX_RESULT_CHARS',
      '48000',
      'Characters of a result beyond which lists are shortened and texts cut.',
    ],
  ]),
  section('Files as arguments', [
    [
      'MCP_FILE_HOSTS',
      '',
      'Hosts, with a port where it is not 443, that files may be fetched from by `https:` URL, separated by commas; never at a private address.',
    ],
    [
      'MCP_FILE_ROOTS',
      '',
      'Absolute folders below which files may be read by path, separated as in `PATH`; over stdio only.',
    ],
    ['MCP_MAX_FILE_BYTES', '20000000', 'Bytes of a file beyond which it is not sent.'],
  ]),
];
