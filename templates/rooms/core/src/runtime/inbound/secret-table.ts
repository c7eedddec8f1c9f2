import { timingSafeEqual } from 'node:crypto';
import { secretsFileVariable, type SecretsConfig } from '../config/inbound-config.js';
import { digestOf, fileVersion, readSecretsFile } from '../config/named-secrets.js';
import type { Runtime } from '../runtime.js';
import { namedSecretForms } from '../upstream/secrets.js';
import type { Credential } from './credential.js';

/** The name of the secret that a client has shown; undefined if there is no such secret. */
type Find = (credential: Credential) => string | undefined;

/** How long a change of the file may go unnoticed. */
const LOOK_EVERY_MS = 1_000;

/**
 * The secrets of the environment and of the file, each as long to compare as any other. A new version of the file
 * counts from the first request that comes a second later; if it is broken, the log says so and the last one stays.
 */
export function createSecretTable(
  config: SecretsConfig,
  { log, secrets }: Pick<Runtime, 'log' | 'secrets'>,
): Find {
  const form = config.kind === 'basic' ? 'password' : 'word';
  let { file } = config;
  let lookAgainAt = 0;

  const look = (): void => {
    if (file === undefined || performance.now() < lookAgainAt) return;
    lookAgainAt = performance.now() + LOOK_EVERY_MS;
    if (fileVersion(file.path) === file.version) return;
    const next = readSecretsFile(secretsFileVariable, file.path, form);
    if (next.problems.length > 0) {
      log.error(`${secretsFileVariable} has changed and is not used`, { problems: next.problems });
      file = { ...file, version: next.version };
      return;
    }
    secrets.renew(namedSecretForms(next.secrets));
    log.info(`${secretsFileVariable} has changed`, { secrets: next.secrets.length });
    file = next;
  };

  if (file !== undefined) secrets.renew(namedSecretForms(file.secrets));
  return ({ user, secret }) => {
    look();
    const digest = digestOf(secret);
    // `filter` goes through them all, so that time tells nothing about which one matches.
    const matches = [...config.secrets, ...(file?.secrets ?? [])].filter((known) =>
      timingSafeEqual(known.digest, digest),
    );
    return matches.find(({ name }) => user === undefined || user === name)?.name;
  };
}
