/** OpenAPI 3.1, section 4.8.27: how a request proves who sends it, with the variables that hold the secret. */
export type SecurityScheme =
  | {
      readonly type: 'apiKey';
      readonly in: 'header' | 'query' | 'cookie';
      readonly name: string;
      readonly env: string;
    }
  | { readonly type: 'bearer'; readonly env: string }
  | { readonly type: 'basic'; readonly usernameEnv: string; readonly passwordEnv: string }
  | OAuth2Scheme
  /** The client certificate of API_CLIENT_CERT_FILE. */
  | { readonly type: 'mutualTLS' }
  /** Known, but nothing that this server can send by itself: `beforeRequest` in custom code can. */
  | { readonly type: 'unsupported'; readonly scheme: string };

/** OAuth 2 or OpenID Connect: a bearer token that is given, or that this server gets for itself. */
export interface OAuth2Scheme {
  readonly type: 'oauth2';
  /** A token made elsewhere; it is used before any other. */
  readonly accessTokenEnv: string;
  /** Absent if the description leaves this server no way to get a token. */
  readonly client?: OAuth2Client;
}

/** How this server gets tokens. RFC 6749, sections 2.3 and 3.3. */
export interface OAuth2Client {
  /** The first whose variables are set is used. */
  readonly grants: readonly TokenGrant[];
  /** Names the token endpoint, where `grants` do not. OpenID Connect Discovery 1.0, section 4. */
  readonly discoveryUrl?: string;
  /** Replaces the URLs of `grants` and of the discovery. */
  readonly tokenUrlEnv: string;
  readonly idEnv: string;
  readonly secretEnv: string;
  /** `header` or `body`: where the token endpoint wants `id` and `secret`. */
  readonly authEnv: string;
  /** Scopes in place of `scopes`. */
  readonly scopesEnv: string;
  readonly scopes: readonly string[];
}

/** RFC 6749, sections 6, 4.3 and 4.4. A relative `tokenUrl` is one below the root server. */
export type TokenGrant =
  | {
      readonly type: 'refresh_token';
      readonly tokenUrl?: string;
      readonly refreshTokenEnv: string;
    }
  | {
      readonly type: 'password';
      readonly tokenUrl?: string;
      readonly usernameEnv: string;
      readonly passwordEnv: string;
    }
  | { readonly type: 'client_credentials'; readonly tokenUrl?: string };
