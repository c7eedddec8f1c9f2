import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { OAuthClientProvider } from '@modelcontextprotocol/client';

type Stored<K extends 'tokens' | 'clientInformation'> = Awaited<ReturnType<OAuthClientProvider[K]>>;

/** What an application keeps for the client, in memory. */
export class ApplicationState implements OAuthClientProvider {
  readonly redirectUrl = 'http://localhost:9/callback';
  readonly clientMetadata = {
    redirect_uris: [this.redirectUrl],
    token_endpoint_auth_method: 'none',
  };
  /** Where the user was sent last. */
  authorizationUrl: URL | undefined;
  #information: Stored<'clientInformation'>;
  #tokens: Stored<'tokens'>;
  #verifier = '';

  clientInformation = () => this.#information;
  saveClientInformation = (information: NonNullable<Stored<'clientInformation'>>): void => {
    this.#information = information;
  };
  /** Its next registration names more scopes: the authorization server keeps a client to those that it named. */
  forgetRegistration = (): void => {
    this.#information = undefined;
  };
  tokens = () => this.#tokens;
  saveTokens = (tokens: NonNullable<Stored<'tokens'>>): void => {
    this.#tokens = tokens;
  };
  redirectToAuthorization = (url: URL): void => {
    this.authorizationUrl = url;
  };
  codeVerifier = () => this.#verifier;
  saveCodeVerifier = (verifier: string): void => {
    this.#verifier = verifier;
  };
}

/** A port that nothing listens on: the server's URL must be known before it starts. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
