import type { Activity, CallActivity, RefusalActivity } from '../activity.js';
import type { Call } from '../call.js';
import type { LogConfig } from '../config/log-config.js';
import type { Log } from './log.js';

const LONGEST_NAME = 200;
const MOST_ARGUMENTS = 50;

/** Keeps the record of who did what: a line for each call, and one for each refusal. */
export function createAudit(
  { auditArguments }: Pick<LogConfig, 'auditArguments'>,
  log: Pick<Log, 'record'>,
  redactFor: (call: Call) => (text: string) => string,
): (activity: Activity) => void {
  const recordCall = ({ subject, call, outcome, reason, status, ms }: CallActivity): void => {
    // Names may be anything that a client says; a secret is seen in a whole one only.
    const redact = redactFor(call);
    const plain = (name: string): string => short(redact(name));
    const args = auditArguments ? subject.arguments : undefined;
    const fields = {
      audit: 'call',
      request: call.id,
      caller: plain(call.caller.id),
      [subject.kind]: plain(subject.name),
      outcome,
      ...(reason !== undefined && { reason }),
      ...(status !== undefined && { status }),
      ms: Math.round(ms),
      ...(args && { arguments: Object.keys(args).slice(0, MOST_ARGUMENTS).map(plain) }),
    };
    log.record('call', fields, redact);
  };

  const recordRefusal = ({ reason, detail, request, status }: RefusalActivity): void => {
    const fields = { request, reason, ...(detail !== undefined && { detail }), status };
    log.record('refused', { audit: 'refusal', ...fields });
  };

  return (activity) => {
    if (activity.kind === 'call') recordCall(activity);
    if (activity.kind === 'refusal') recordRefusal(activity);
  };
}

function short(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}
