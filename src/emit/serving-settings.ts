import { section, type SettingSection } from './setting-section.js';

/** How a project serves its clients. */
export const servingSettings: readonly SettingSection[] = [
  section('Who may call this server over HTTP', [
    [
      'MCP_AUTH',
      '',
      '`token`, `api-key`, `basic`, `jwt`, `introspection` (with the room of that name) or `none`; unset, it is `token` where tokens are set, else `none`.',
    ],
    [
      'MCP_AUTH_TOKEN',
      '',
      'The one secret that clients must send, verbatim, as bearer token or API key: a long random value.',
    ],
    [
      'MCP_AUTH_TOKENS',
      '',
      'Secrets as `name=secret`, separated by commas; the name stands in logs and limits, and is the user of `basic`. A long random secret may be given as `sha256:` and the hexadecimal digest that `printf %s "$SECRET" \\| sha256sum` prints.',
    ],
    [
      'MCP_AUTH_TOKENS_FILE',
      '',
      'File with one `name=secret` a line, and `#` before comments; a change counts within a second or so, without a restart.',
    ],
    ['MCP_API_KEY_HEADER', 'X-API-Key', 'Header that carries the secret with `MCP_AUTH=api-key`.'],
    [
      'MCP_JWT_ISSUER',
      '',
      'URL of the authorization server that signs the access tokens of `MCP_AUTH=jwt`, as in their `iss`.',
    ],
    [
      'MCP_RESOURCE_URL',
      '',
      'URL at which clients reach this server, such as `https://mcp.example.com/mcp`: what tokens have in `aud`.',
    ],
    [
      'MCP_JWT_AUDIENCE',
      '',
      'What tokens have in `aud` instead, with an authorization server that knows no resource URLs (RFC 8707).',
    ],
    [
      'MCP_JWT_JWKS_URL',
      '',
      'URL of the public keys of the authorization server; unset, its metadata say where they are.',
    ],
    [
      'MCP_JWT_ALGORITHMS',
      '',
      'Algorithms of signatures, separated by commas; unset, any of RS, PS and ES with 256, 384 or 512 bits, and EdDSA.',
    ],
    [
      'MCP_JWT_CLOCK_TOLERANCE_SECONDS',
      '30',
      'Seconds by which the clock of the authorization server may be off.',
    ],
    ['MCP_REQUIRED_SCOPES', '', 'Scopes without which no token is let in, separated by commas.'],
    [
      'MCP_AUTH_FAILURES',
      '',
      'Failed logins that an address, of IPv6 a /64 network, may make, such as `30/60s`, which `basic` has if nothing else is said; further requests from it get 429 unread. 0: any number. Behind a proxy it needs `MCP_TRUSTED_PROXIES`.',
    ],
    [
      'MCP_ALLOW_UNAUTHENTICATED',
      '0',
      '`1`: anyone who reaches the port may use the API with your credentials.',
    ],
  ]),
  section('How clients reach this server', [
    ['MCP_TRANSPORT', 'stdio', '`stdio` or `http`.'],
    [
      'HOST',
      '127.0.0.1',
      'Address that HTTP listens on. Any but a loopback address needs `MCP_ALLOWED_HOSTS`, and a way to authenticate clients.',
    ],
    ['PORT', '3000', 'Port that HTTP listens on; 0 takes any free one.'],
    ['MCP_PATH', '/mcp', 'Path that HTTP clients find MCP at.'],
    [
      'MCP_ALLOWED_HOSTS',
      '',
      'Host names that HTTP clients may use to reach the server, separated by commas.',
    ],
    [
      'MCP_ALLOWED_ORIGINS',
      '',
      'Origins of web pages that may call the server over HTTP, separated by commas; a host name stands for any scheme and port.',
    ],
    [
      'MCP_TRUSTED_PROXIES',
      '',
      'Addresses or networks, such as `10.0.0.0/8`, of proxies that are believed when they say in `X-Forwarded-For` whose request they pass on, separated by commas.',
    ],
    [
      'MCP_SESSIONS',
      'none',
      '`memory`: keeps sessions for HTTP clients of 2025, who cannot cancel or be asked without one; a client must then always reach the same process.',
    ],
    [
      'MCP_SESSION_NODE',
      '',
      'Name of this replica: ids of sessions begin with it and `-`, so that a load balancer can send a client to where its session is kept.',
    ],
    [
      'MCP_LIST_TTL_MS',
      '300000',
      'Milliseconds for which clients may keep the lists of tools, resources and prompts.',
    ],
  ]),
  section('What clients see of the tools', [
    [
      'MCP_SURFACE',
      'auto',
      '`all` lists every tool; `search` lists tools that find, describe and call the others; `auto` does that for callers who may use more than `MCP_SURFACE_THRESHOLD`.',
    ],
    [
      'MCP_SURFACE_THRESHOLD',
      '',
      'Tools that are listed at most with `MCP_SURFACE=auto`; unset, as many as mcp-gen was told, by default 60.',
    ],
  ]),
  section('Logs', [
    ['LOG_LEVEL', 'info', '`debug`, `info`, `warn`, `error` or `silent`; logs go to stderr.'],
    [
      'LOG_FORMAT',
      '',
      '`json`, an object a line, or `text`, for people; the latter by default on a terminal, in colours without `NO_COLOR`.',
    ],
    [
      'MCP_AUDIT',
      '',
      '`1`: each call and each refusal is a line of the log, whatever the level, with caller, tool, outcome, status and milliseconds, but no argument; by default over HTTP only.',
    ],
    ['MCP_AUDIT_ARGUMENTS', 'none', '`names`: those lines also name the arguments of tools.'],
    [
      'API_REQUEST_ID_HEADER',
      '',
      'Header that tells the API the id by which the log names a request, such as `X-Request-Id`; that of the client’s own request is kept.',
    ],
    ['NO_COLOR', '', 'Anything: no colours on a terminal.'],
  ]),
  section('What callers may do', [
    [
      'MCP_READ_ONLY',
      '0',
      '`1`: tools that change anything are hidden, and calls of them refused.',
    ],
    [
      'MCP_CALLER_SCOPES',
      '',
      'Scopes of callers besides those of their tokens, by the name of the token or key, or `anonymous`: `ci=pets:read pets:write,bot=pets:read`.',
    ],
    ['MCP_CALLER_ROLES', '', 'Roles of callers, written alike.'],
    [
      'MCP_RATE_LIMIT',
      '',
      'HTTP requests that each caller may send, such as `600/60s`, a batch counting as many as it holds: further ones get 429. Callers without a name are told apart by address.',
    ],
    [
      'MCP_TOOL_RATE_LIMIT',
      '',
      'How often each caller may use each tool, such as `60/1m`; the result of a further call says when to try again.',
    ],
    ['MCP_MAX_CONCURRENT_CALLS', '0', 'Calls at a time in all; 0: any number.'],
    ['MCP_MAX_CALLS_PER_CALLER', '0', 'Calls at a time of each caller; 0: any number.'],
  ]),
  section('Limits on what reaches this server over HTTP', [
    [
      'MCP_MAX_REQUESTS',
      '1000',
      'Requests that are answered at a time; further ones get 503 and are not read.',
    ],
    ['MCP_MAX_REQUEST_BYTES', '4194304', 'Bytes of a request beyond which it is refused.'],
    ['MCP_MAX_CONNECTIONS', '4000', 'Connections at a time, those of listening clients included.'],
    ['MCP_RECEIVE_TIMEOUT_MS', '30000', 'Milliseconds that a request may take to arrive.'],
    [
      'MCP_MAX_SESSIONS',
      '1000',
      'Sessions at a time; for a further one, the one that has been idle longest ends.',
    ],
    ['MCP_SESSION_IDLE_MS', '1800000', 'Milliseconds after which an idle session ends.'],
  ]),
  section('Health and shutdown', [
    [
      'MCP_READY_CHECK_UPSTREAM',
      '0',
      '`1`: `GET /ready` answers 503 also while the API, asked for its base URL without credentials, does not answer.',
    ],
    [
      'MCP_SHUTDOWN_DELAY_MS',
      '100',
      'Milliseconds after SIGTERM in which `GET /ready` answers 503 and HTTP requests are still taken, for load balancers to turn away.',
    ],
    [
      'MCP_SHUTDOWN_DEADLINE_MS',
      '8000',
      'Milliseconds that requests may then still take before they are cut off.',
    ],
  ]),
  section('Confirmation by the user', [
    [
      'MCP_CONFIRM',
      'none',
      '`destructive`: the client’s user is asked before every call of a tool that changes or deletes; `write`: of every tool that is not read-only.',
    ],
    [
      'MCP_CONFIRM_FALLBACK',
      'refuse',
      'What becomes of such a call where the client cannot ask its user, as 2025 clients over HTTP without sessions cannot: `refuse`, or `allow` to let it go ahead.',
    ],
    [
      'MCP_STATE_KEY',
      '',
      'Signs what clients carry from one round of a request to the next, such as confirmations: 32 random characters or more, the same for all replicas; by default a key of this process.',
    ],
  ]),
];
