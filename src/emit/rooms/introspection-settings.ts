import { section, type SettingSection } from '../setting-section.js';

export const introspectionSettings: readonly SettingSection[] = [
  section('Tokens that the authorization server explains', [
    [
      'MCP_INTROSPECTION_ISSUER',
      '',
      'URL of the authorization server that gives out the tokens of `MCP_AUTH=introspection`; clients are sent there.',
    ],
    [
      'MCP_INTROSPECTION_URL',
      '',
      'URL at which it tells of tokens (RFC 7662); unset, its metadata say where that is.',
    ],
    ['MCP_INTROSPECTION_CLIENT_ID', '', 'Name by which this server may ask it.'],
    ['MCP_INTROSPECTION_CLIENT_SECRET', '', 'Secret by which this server may ask it.'],
    [
      'MCP_INTROSPECTION_AUDIENCE',
      '',
      'What tokens have in `aud` in place of `MCP_RESOURCE_URL`, with an authorization server that knows no resource URLs (RFC 8707).',
    ],
    [
      'MCP_INTROSPECTION_CACHE_SECONDS',
      '60',
      'Seconds for which a token counts as active without being asked about again: so long a withdrawn one may work. 0: each request asks.',
    ],
    [
      'MCP_INTROSPECTION_CLOCK_TOLERANCE_SECONDS',
      '30',
      'Seconds by which the clock of the authorization server may be off.',
    ],
  ]),
];
