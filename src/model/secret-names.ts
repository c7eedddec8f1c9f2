import type { EnvironmentNames } from './environment-names.js';
import type { SecurityScheme } from './model.js';
import type { SchemeKind } from './security-scheme.js';
import { splitWords } from './words.js';

/** A scheme that some tool needs. */
export interface UsedScheme {
  readonly name: string;
  readonly kind: SchemeKind;
}

/** A lone secret of its kind is called `<SERVER>_API_KEY`; of several, each has its scheme's name, with what it is unless that says it. */
export function nameSecrets(
  used: readonly UsedScheme[],
  environment: EnvironmentNames,
): Readonly<Record<string, SecurityScheme>> {
  const count = (suffix: string): number =>
    used.filter(({ kind }) => secretsOf(kind).includes(suffix)).length;
  const nameSecret = (scheme: string, suffix: string): string => {
    const subject = `scheme:${scheme}${suffix === 'PASSWORD' ? ':password' : ''}`;
    if (count(suffix) === 1) return environment.name(subject, suffix);
    const said = splitWords(scheme).at(-1) === splitWords(suffix).at(-1);
    return environment.name(subject, ...(said ? [scheme] : [scheme, suffix]));
  };
  return Object.fromEntries(
    used.map(({ name, kind }): readonly [string, SecurityScheme] => {
      switch (kind.type) {
        case 'apiKey':
          return [name, { ...kind, env: nameSecret(name, 'API_KEY') }];
        case 'bearer':
          return [name, { type: 'bearer', env: nameSecret(name, kind.secret) }];
        case 'basic':
          return [
            name,
            {
              type: 'basic',
              usernameEnv: nameSecret(name, 'USERNAME'),
              passwordEnv: nameSecret(name, 'PASSWORD'),
            },
          ];
        case 'unsupported':
          return [name, kind];
      }
    }),
  );
}

function secretsOf(kind: SchemeKind): readonly string[] {
  switch (kind.type) {
    case 'apiKey':
      return ['API_KEY'];
    case 'bearer':
      return [kind.secret];
    case 'basic':
      return ['USERNAME', 'PASSWORD'];
    case 'unsupported':
      return [];
  }
}
