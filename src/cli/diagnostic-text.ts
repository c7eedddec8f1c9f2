import type { Diagnostic, Origin, Severity } from '../diagnostics.js';
import type { Style } from './style.js';
import { visibleText } from './visible-text.js';

const shown = 100;

/** The diagnostics as lines for people: the first 100 in full, the rest counted by severity. */
export function diagnosticText(diagnostics: readonly Diagnostic[], style: Style): string {
  const lines = diagnostics.slice(0, shown).map((diagnostic) => oneDiagnostic(diagnostic, style));
  const rest = diagnostics.slice(shown);
  if (rest.length > 0) {
    lines.push(`… and ${rest.length} more: ${countText(rest)}. --json lists them all.\n`);
  }
  return lines.join('');
}

function oneDiagnostic(diagnostic: Diagnostic, style: Style): string {
  const paint = {
    error: style.red,
    warning: style.yellow,
    info: style.dim,
  } satisfies Record<Severity, (text: string) => string>;
  const { origin, severity, code, message, help } = diagnostic;
  const place = origin === undefined ? '' : `${placeText(origin)} `;
  const pointer = origin?.pointer ? style.dim(` (#${visibleText(origin.pointer)})`) : '';
  const head = `${place}${paint[severity](`${severity} ${code}`)}: ${indented(message)}${pointer}\n`;
  return help === undefined ? head : `${head}  help: ${indented(help)}\n`;
}

/** Further lines are indented by more than any other, so that no text passes for a diagnostic of its own. */
function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => visibleText(line.trim()))
    .join('\n    ');
}

function placeText({ file, line, column }: Origin): string {
  const name = visibleText(file);
  if (line === undefined) return name;
  return column === undefined ? `${name}:${line}` : `${name}:${line}:${column}`;
}

function countText(diagnostics: readonly Diagnostic[]): string {
  const severities: readonly Severity[] = ['error', 'warning', 'info'];
  return severities
    .map((severity) => ({
      severity,
      count: diagnostics.filter((diagnostic) => diagnostic.severity === severity).length,
    }))
    .filter(({ count }) => count > 0)
    .map(
      ({ severity, count }) =>
        `${count} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`,
    )
    .join(', ');
}
