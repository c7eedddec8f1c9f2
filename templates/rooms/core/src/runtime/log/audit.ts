import type { Call } from '../call.js';
import type { LogConfig } from '../config/log-config.js';
import { InputNeeded } from '../protocol/input-needed.js';
import type { Log } from './log.js';

/** What a call is of. */
export interface AuditSubject {
  readonly kind: 'tool' | 'resource';
  /** The tool's name, or the resource's URI or URI template. */
  readonly name: string;
  /** Only their names are ever written, and only if the operator wants them. */
  readonly arguments?: Readonly<Record<string, unknown>>;
}

/** What stands against a request: who asks, what for, how often, or from where. */
export type RefusalReason = 'auth' | 'access' | 'limits' | 'host' | 'origin';

/** A request that the server does not carry out. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly request: string;
  /** Absent if nobody knows who asks. */
  readonly caller?: string;
  readonly kind?: AuditSubject['kind'];
  readonly name?: string;
  /** HTTP status of the answer. */
  readonly status?: number;
}

/** The record of who did what. Each call is one line, and each refusal; with `MCP_AUDIT=0` nothing is. */
export interface Audit {
  /** Does `work` and records what came of it. The call that `work` gets tells the record about the API's answers. */
  readonly call: <T extends object>(
    subject: AuditSubject,
    call: Call,
    work: (call: Call) => Promise<T>,
  ) => Promise<T>;
  /** Within `call`, say `call.refused` instead: one line then tells both. */
  readonly refusal: (refusal: Refusal) => void;
}

const LONGEST_NAME = 200;
const MOST_ARGUMENTS = 50;

export function createAudit(
  { audit: enabled, auditArguments }: LogConfig,
  log: Log,
  redactFor: (call: Call) => (text: string) => string,
): Audit {
  if (!enabled) return { call: (_, call, work) => work(call), refusal: () => undefined };
  return {
    call: async (subject, call, work) => {
      const begin = performance.now();
      let status: number | undefined;
      let refused: RefusalReason | undefined;
      let outcome: 'ok' | 'asked' | 'failed' = 'failed';
      const followed: Call = {
        answered: (code) => (status = code),
        refused: (reason) => (refused = reason),
        ...call,
      };
      try {
        const result = await work(followed);
        if (!('isError' in result && result.isError === true)) outcome = 'ok';
        return result;
      } catch (error) {
        if (error instanceof InputNeeded) outcome = 'asked';
        throw error;
      } finally {
        // Names may be anything that a client says; a secret is seen in a whole one only.
        const redact = redactFor(call);
        const plain = (name: string): string => short(redact(name));
        const args = auditArguments ? subject.arguments : undefined;
        const fields = {
          audit: 'call',
          ...{ request: call.id, caller: plain(call.caller.id) },
          [subject.kind]: plain(subject.name),
          outcome:
            refused === undefined ? (call.signal.aborted ? 'cancelled' : outcome) : 'refused',
          ...(refused !== undefined && { reason: refused }),
          ...(status !== undefined && { status }),
          ms: Math.round(performance.now() - begin),
          ...(args && { arguments: Object.keys(args).slice(0, MOST_ARGUMENTS).map(plain) }),
        };
        log.record('call', fields, redact);
      }
    },
    refusal: ({ reason, request, caller, kind, name, status }) => {
      const fields = {
        audit: 'refusal',
        ...{ request, reason },
        ...(caller !== undefined && { caller: short(caller) }),
        ...(kind !== undefined && name !== undefined && { [kind]: short(name) }),
        ...(status !== undefined && { status }),
      };
      log.record('refused', fields);
    },
  };
}

function short(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}
