import { checkPrivateUrl } from '../config/bearer-config.js';
import type { RoomSetting } from '../room.js';
import type { TokenClient } from '../upstream/oauth/token-request.js';
import { takesToken } from '../upstream/takes-token.js';

/** How the token of a caller is exchanged. */
export interface ExchangeConfig {
  /** The token endpoint. */
  readonly url: string;
  readonly client: TokenClient & { readonly id: string; readonly secret: string };
  /** What is asked for besides (RFC 8693, section 2.1): `audience`, `resource`, `scope`. */
  readonly wanted: Readonly<Record<string, string>>;
}

const URL_NAME = 'MCP_TOKEN_EXCHANGE_URL';
const ID = 'MCP_TOKEN_EXCHANGE_CLIENT_ID';
const SECRET = 'MCP_TOKEN_EXCHANGE_CLIENT_SECRET';
const AUDIENCE = 'MCP_TOKEN_EXCHANGE_AUDIENCE';
const RESOURCE = 'MCP_TOKEN_EXCHANGE_RESOURCE';
const SCOPE = 'MCP_TOKEN_EXCHANGE_SCOPE';

/**
 * What MCP_TOKEN_EXCHANGE_… say; every problem with them is told to the setting's `report`. Undefined if nothing is
 * exchanged: over stdio, where there is no caller but whoever has set the environment, and where nothing is set.
 */
export function readExchangeConfig(setting: RoomSetting): ExchangeConfig | undefined {
  const { config, environment, report } = setting;
  const url = environment.text(URL_NAME);
  const names = [ID, SECRET, AUDIENCE, RESOURCE, SCOPE];
  const [id, secret, audience, resource] = names.map((name) => environment.text(name));
  const scope = environment.list(SCOPE).join(' ');
  if (config.transport === 'stdio') return undefined;
  if (url === undefined) {
    // Set in vain, they may stand for callers that are kept apart and are not.
    for (const name of names.filter((each) => environment.text(each) !== undefined)) {
      report(`${name} is set, which means nothing without ${URL_NAME}; set that, or unset it`);
    }
    return undefined;
  }
  checkPrivateUrl(URL_NAME, url, report);
  checkUse(setting);
  if (id === undefined) report(`${ID} is not set; ${URL_NAME} needs a client`);
  if (secret === undefined) report(`${SECRET} is not set; ${URL_NAME} needs a client`);
  if (resource !== undefined && (!URL.canParse(resource) || resource.includes('#'))) {
    report(`${RESOURCE} must be a URL without a fragment`);
  }
  return {
    url,
    client: { id: id ?? '', secret: secret ?? '', auth: 'auto', variables: names },
    wanted: {
      ...(audience !== undefined && { audience }),
      ...(resource !== undefined && { resource }),
      ...(scope !== '' && { scope }),
    },
  };
}

/** Else callers would share what they are believed not to. */
function checkUse({ config, definition, report }: RoomSetting): void {
  const { inbound } = config;
  if (!('resource' in inbound)) {
    report(
      `${URL_NAME} is set, but with MCP_AUTH=${inbound.kind} callers have no token to exchange; ` +
        'set MCP_AUTH to jwt or introspection, or unset it',
    );
  }
  if (!Object.values(definition.securitySchemes).some(takesToken)) {
    report(`${URL_NAME} is set, but the API takes no bearer tokens by its description; unset it`);
  }
}
