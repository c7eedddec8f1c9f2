import type { DiagnosticCode, Finding } from '../../diagnostics.js';
import type { Tool } from '../model.js';
import type { Fact, HostName } from './host.js';

/** What a limit is about, and the diagnostic that says so. */
const objectionCodes = {
  'tool name': 'MG250',
  'number of tools': 'MG251',
  'argument name': 'MG252',
  'refused schema': 'MG253',
  'ignored schema': 'MG254',
  description: 'MG255',
  result: 'MG256',
} as const satisfies Readonly<Record<string, DiagnosticCode>>;

export type ObjectionKind = keyof typeof objectionCodes;

/** What a client lists of a tool. */
export type CheckedTool = Pick<Tool, 'name' | 'description' | 'inputSchema' | 'maxResultChars'>;

/** A list of tools as clients of a server get it. */
export interface Surface {
  /** What lists these tools, for people. */
  readonly name: string;
  /** The name of the server. */
  readonly server: string;
  readonly tools: readonly CheckedTool[];
}

/** What a host refuses, leaves out or cuts of a surface. */
export interface Objection {
  readonly host: HostName;
  readonly kind: ObjectionKind;
  /** Not severe: the host reads less, and nothing goes wrong. */
  readonly severe: boolean;
  /** For people, with how many tools it is about and the names of the first. */
  readonly message: string;
  readonly help: string;
  /** The names of the tools that it is about. */
  readonly tools: readonly string[];
}

/** What one check finds, before it is said of a host. */
export interface Found {
  readonly kind: ObjectionKind;
  readonly severe: boolean;
  /** Follows the name of the host. */
  readonly says: string;
  readonly help: string;
  readonly fact: Fact<unknown>;
  readonly tools: readonly CheckedTool[];
}

/** A figure for people. */
export function figure(value: number): string {
  return value.toLocaleString('en');
}

/** Objections as diagnostics: those that are severe are warnings. */
export function objectionFindings(objections: readonly Objection[]): readonly Finding[] {
  return objections.map(({ kind, severe, message, help }) => ({
    code: objectionCodes[kind],
    severity: severe ? 'warning' : 'info',
    message,
    help,
  }));
}
