import { section, type SettingSection } from '../setting-section.js';

export const tokenExchangeSettings: readonly SettingSection[] = [
  section('Credentials of each caller for the API', [
    [
      'MCP_TOKEN_EXCHANGE_URL',
      '',
      'Token endpoint that gives a token for the API in exchange for that of a caller (RFC 8693), with `MCP_AUTH=jwt` or `introspection` over HTTP; unset, all callers use the credentials above.',
    ],
    ['MCP_TOKEN_EXCHANGE_CLIENT_ID', '', 'Name by which this server may exchange tokens.'],
    ['MCP_TOKEN_EXCHANGE_CLIENT_SECRET', '', 'Secret by which this server may exchange tokens.'],
    [
      'MCP_TOKEN_EXCHANGE_AUDIENCE',
      '',
      'Name by which the authorization server knows the API, for `audience`.',
    ],
    ['MCP_TOKEN_EXCHANGE_RESOURCE', '', 'URL of the API, for `resource`.'],
    [
      'MCP_TOKEN_EXCHANGE_SCOPE',
      '',
      'Scopes to ask for, separated by spaces or commas; unset, the authorization server decides.',
    ],
  ]),
];
