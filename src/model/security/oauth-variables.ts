import type { EnvironmentVariable, SecurityScheme, TokenGrant } from '../model.js';

type OAuth2Scheme = Extract<SecurityScheme, { readonly type: 'oauth2' }>;
type OAuth2Client = NonNullable<OAuth2Scheme['client']>;

/**
 * The variables of an OAuth 2 scheme. Of what is `required`, the client's own credentials come before a token, which
 * soon expires. `source` names the scheme.
 */
export function oauthVariables(
  { accessTokenEnv, client }: OAuth2Scheme,
  source: string,
  required: boolean,
): readonly EnvironmentVariable[] {
  const own = client?.grants.some(({ type }) => type === 'client_credentials') === true;
  const other = client === undefined ? '' : '; with it, none is asked for';
  return [
    {
      name: accessTokenEnv,
      description: `Access token made elsewhere, sent as a bearer token${other} ${source}.`,
      secret: true,
      required: required && !own,
    },
    ...(client === undefined ? [] : clientVariables(client, source, required && own)),
  ];
}

function clientVariables(
  client: OAuth2Client,
  source: string,
  required: boolean,
): readonly EnvironmentVariable[] {
  const { tokenUrlEnv, idEnv, secretEnv, authEnv, scopesEnv } = client;
  const tokenUrl = client.grants.find((grant) => grant.tokenUrl !== undefined)?.tokenUrl;
  const variable = (
    name: string,
    description: string,
    more: Partial<EnvironmentVariable> = {},
  ) => ({
    ...{ name, description: `${description} ${source}.`, secret: false, required: false },
    ...more,
  });
  const scopes = client.scopes.join(' ');
  return [
    variable(idEnv, 'Client id, sent to the token URL', { required }),
    variable(secretEnv, 'Client secret, sent to the token URL', { secret: true, required }),
    variable(authEnv, 'Where the token URL takes id and secret: header, body, or auto for either', {
      default: 'auto',
      enum: ['auto', 'header', 'body'],
    }),
    variable(tokenUrlEnv, 'URL that access tokens come from', {
      ...(tokenUrl !== undefined && { default: tokenUrl }),
    }),
    variable(scopesEnv, 'Scopes to ask for, separated by spaces', {
      ...(scopes !== '' && { default: scopes }),
    }),
    ...client.grants.flatMap((grant) => grantVariables(grant, variable)),
  ];
}

function grantVariables(
  grant: TokenGrant,
  variable: (
    name: string,
    description: string,
    more?: Partial<EnvironmentVariable>,
  ) => EnvironmentVariable,
): readonly EnvironmentVariable[] {
  switch (grant.type) {
    case 'refresh_token':
      return [
        variable(grant.refreshTokenEnv, 'Refresh token, sent to the token URL with the client id', {
          secret: true,
        }),
      ];
    case 'password':
      return [
        variable(grant.usernameEnv, 'User name, sent to the token URL'),
        variable(grant.passwordEnv, 'Password, sent to the token URL', { secret: true }),
      ];
    case 'client_credentials':
      return [];
  }
}
