import type { Call } from './call.js';
import { createActivities, type Activities } from './activity.js';
import { readConfig, type Config } from './config/config.js';
import { readEnvironment, type Environment } from './config/environment.js';
import type { Custom } from './custom.js';
import type { Logger } from './log.js';
import { createAudit } from './log/audit.js';
import { createLog, type Log } from './log/log.js';
import type { ConfiguredRoom, Room } from './room.js';
import type { ServerDefinition } from './tool.js';
import { redactorFor } from './upstream/caller-headers.js';
import { createSecrets, secretValues, type Secrets } from './upstream/secrets.js';

/** What every part of a running server works with. */
export interface Runtime {
  readonly definition: ServerDefinition;
  readonly custom: Custom;
  readonly config: Config;
  readonly environment: Environment;
  /** The environment as it is, for custom code. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  /** What happens while it runs. */
  readonly activities: Activities;
  /** The parts that only some projects have. */
  readonly rooms: readonly ConfiguredRoom[];
  readonly secrets: Secrets;
  /** Replaces the values of secrets in a text. */
  readonly redact: (text: string) => string;
  /** As `redact`; also replaces what the headers of the client's request hold, if they go on to the API. */
  readonly redactFor: (call: Call) => (text: string) => string;
  /** A log whose lines carry the id of the call, redacted as `redactFor` does. */
  readonly logFor: (call: Call) => Logger;
}

/** Thrown when variables are missing or wrong; each problem names one and says what to set. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** @throws ConfigError with every problem at once. */
export function createRuntime(
  definition: ServerDefinition,
  custom: Custom,
  env: Runtime['env'],
  rooms: readonly Room[] = [],
): Runtime {
  const problems: string[] = [];
  const report = (problem: string): void => {
    problems.push(problem);
  };
  const environment = readEnvironment(env, report);
  const config = readConfig(definition, environment, report);
  const configured = rooms.flatMap(
    (room) => room.configure({ definition, environment, config, report }) ?? [],
  );
  const { kind } = config.inbound;
  if (kind === 'introspection' && !rooms.some(({ name }) => name === kind)) {
    report(`MCP_AUTH is ${kind}, which this project lacks; generate it with --with ${kind}`);
  }
  const secrets = createSecrets([
    ...secretValues(definition, config, environment),
    ...configured.flatMap((room) => room.secrets ?? []),
  ]);
  const { redact } = secrets;
  const slips = environment.slips();
  if (problems.length > 0) throw new ConfigError([...problems, ...slips].map(redact));
  const log = createLog(config.log, redact);
  for (const slip of slips) log.warn(slip);
  const redactFor = (call: Call) => redactorFor(call, config, redact);
  const logFor = (call: Call) => log.child({ request: call.id }, redactFor(call));
  const activities = createActivities();
  if (config.log.audit) activities.watch(createAudit(config.log, log, redactFor));
  const parts = { definition, custom, config, environment, env, log, secrets, activities };
  return { ...parts, rooms: configured, redact, redactFor, logFor };
}
