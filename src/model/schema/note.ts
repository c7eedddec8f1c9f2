import type { Report } from '../../diagnostics.js';
import type { schemaCodes } from './codes.js';

type SchemaCode = keyof typeof schemaCodes;

/** Reports a finding about one schema, or about a keyword of it. */
export interface Note {
  readonly pointer: string;
  readonly warn: (code: SchemaCode, message: string) => void;
  readonly info: (code: SchemaCode, message: string) => void;
}

export function createNote(report: Report, pointer: string): Note {
  return {
    pointer,
    warn: (code, message) => {
      report({ code, severity: 'warning', message, pointer });
    },
    info: (code, message) => {
      report({ code, severity: 'info', message, pointer });
    },
  };
}

/** A value as it reads in a message: JSON, shortened. */
export function show(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
