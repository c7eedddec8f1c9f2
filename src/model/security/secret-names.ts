import type { EnvironmentNames } from '../naming/environment-names.js';
import type { OAuth2Client, SecurityScheme, TokenGrant } from '../model.js';
import type { GrantKind } from './oauth-flows.js';
import type { SchemeKind } from './security-scheme.js';
import { splitWords } from '../naming/words.js';

/** A scheme that some tool needs. */
export interface UsedScheme {
  readonly name: string;
  readonly kind: SchemeKind;
  /** The scopes that tools need. Sorted. */
  readonly scopes: readonly string[];
}

/** What schemes are often named after. */
const secrets: ReadonlySet<string> = new Set([
  'API_KEY',
  'TOKEN',
  'ACCESS_TOKEN',
  'USERNAME',
  'PASSWORD',
]);

/** Names a variable of the scheme at hand by what it holds, e.g. `API_KEY`. */
type NameVariable = (suffix: string) => string;

/**
 * A lone secret of its kind is called `<SERVER>_API_KEY`; of several, each has its scheme's name, with what it is
 * unless that says it. The variables of one scheme all have its name, or none.
 */
export function nameSecrets(
  used: readonly UsedScheme[],
  environment: EnvironmentNames,
): Readonly<Record<string, SecurityScheme>> {
  const suffixes = used.flatMap(({ kind }) => suffixesOf(kind));
  const isUnique = (suffix: string) => suffixes.filter((other) => other === suffix).length === 1;
  const nameVariable = (scheme: UsedScheme, suffix: string): string => {
    const subject = subjectOf(scheme, suffix);
    if (suffixesOf(scheme.kind).every(isUnique)) {
      return environment.name(subject, suffix);
    }
    const said = secrets.has(suffix) && lastWord(scheme.name) === lastWord(suffix);
    return environment.name(subject, ...(said ? [scheme.name] : [scheme.name, suffix]));
  };
  return Object.fromEntries(
    used.map((scheme) => [
      scheme.name,
      nameScheme(scheme, (suffix) => nameVariable(scheme, suffix)),
    ]),
  );
}

function nameScheme({ kind, scopes }: UsedScheme, name: NameVariable): SecurityScheme {
  switch (kind.type) {
    case 'apiKey':
      return { ...kind, env: name('API_KEY') };
    case 'bearer':
      return { type: 'bearer', env: name('TOKEN') };
    case 'basic':
      return { type: 'basic', usernameEnv: name('USERNAME'), passwordEnv: name('PASSWORD') };
    case 'oauth2': {
      const { type, grants, discoveryUrl } = kind;
      const accessTokenEnv = name('ACCESS_TOKEN');
      if (grants.length === 0) return { type, accessTokenEnv };
      return { type, accessTokenEnv, client: nameClient({ grants, discoveryUrl, scopes }, name) };
    }
    case 'mutualTLS':
    case 'unsupported':
      return kind;
  }
}

function nameClient(
  client: {
    readonly grants: readonly GrantKind[];
    readonly discoveryUrl: string | undefined;
    readonly scopes: readonly string[];
  },
  name: NameVariable,
): OAuth2Client {
  return {
    grants: client.grants.map((grant) => nameGrant(grant, name)),
    ...(client.discoveryUrl !== undefined && { discoveryUrl: client.discoveryUrl }),
    tokenUrlEnv: name('TOKEN_URL'),
    idEnv: name('CLIENT_ID'),
    secretEnv: name('CLIENT_SECRET'),
    authEnv: name('CLIENT_AUTH'),
    scopesEnv: name('SCOPES'),
    scopes: client.scopes,
  };
}

function nameGrant({ type, tokenUrl }: GrantKind, name: NameVariable): TokenGrant {
  const url = tokenUrl === undefined ? {} : { tokenUrl };
  switch (type) {
    case 'refresh_token':
      return { type, ...url, refreshTokenEnv: name('REFRESH_TOKEN') };
    case 'password':
      return { type, ...url, usernameEnv: name('USERNAME'), passwordEnv: name('PASSWORD') };
    case 'client_credentials':
      return { type, ...url };
  }
}

/** The suffixes of all variables of a scheme, in the order in which they are named. */
function suffixesOf(kind: SchemeKind): readonly string[] {
  const suffixes: string[] = [];
  nameScheme({ name: '', kind, scopes: [] }, (suffix) => {
    suffixes.push(suffix);
    return suffix;
  });
  return suffixes;
}

/** What the pin of a variable is kept by: the first of a scheme by the scheme alone. */
function subjectOf({ name, kind }: UsedScheme, suffix: string): string {
  const subject = `scheme:${name.replace(/[%:]/g, encodeURIComponent)}`;
  return suffix === suffixesOf(kind)[0] ? subject : `${subject}:${suffix.toLowerCase()}`;
}

function lastWord(text: string): string | undefined {
  return splitWords(text).at(-1);
}
