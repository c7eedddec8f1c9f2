import { relative } from 'node:path';
import { diagnosticCodes, type Diagnostic, type DiagnosticCode } from '../diagnostics.js';
import type { GenerateResult } from '../generate.js';
import type { ToolListSize } from '../model/tool-list.js';
import { hostNames } from '../model/hosts/host.js';
import { hosts } from '../model/hosts/hosts.js';
import { shellWord } from '../shell-word.js';
import { count } from './count.js';
import type { Style } from './style.js';
import { visibleText } from './visible-text.js';

/** What a run did and what to type next, for people. */
export function summaryText(result: GenerateResult, cwd: string, style: Style): string {
  const { model } = result;
  const { tools, resources } = model.counts;
  const head = `${style.bold(`${model.name}-mcp`)}: ${count(tools, 'tool')}, ${count(resources, 'resource')} from ${visibleText(result.source.label)}`;
  const rows = [
    ['tools/list', toolListText(result)],
    ...leftOutRows(result),
    ['files', filesText(result)],
    ...plannedRows(result),
  ];
  const table = rows.map(([label, text]) => `  ${style.dim(label.padEnd(13))}${text}\n`).join('');
  const advice = hostAdvice(result).map((line) => `${style.yellow('!')} ${line}\n`);
  return [`${head}\n`, table, ...advice, nextSteps(result, cwd, style)].join('');
}

function toolListText({ shown, toolList }: GenerateResult): string {
  if (shown.surface === 'all') return sizeText(shown);
  return `${sizeText(shown)}, to search for tools; all of them: ${sizeText(toolList)}`;
}

function sizeText({ bytes, tokens, pages }: ToolListSize): string {
  const inPages = pages > 1 ? `, ${pages} pages` : '';
  return `${bytes.toLocaleString('en')} bytes, about ${tokens.toLocaleString('en')} tokens${inPages}`;
}

function leftOutRows(result: GenerateResult): readonly (readonly [string, string])[] {
  const { excluded, skipped, approximated } = result.model.counts;
  const rows: (readonly [string, string])[] = [];
  if (excluded > 0)
    rows.push(['excluded', `${count(excluded, 'operation')} by pattern, x-mcp or --read-only`]);
  if (skipped > 0) rows.push(['skipped', count(skipped, 'operation')]);
  if (approximated > 0) rows.push(['approximated', count(approximated, 'operation')]);
  for (const [code, number] of countByCode(result.diagnostics)) {
    rows.push(['', `${number} × ${code} ${diagnosticCodes[code].title}`]);
  }
  return rows;
}

function countByCode(
  diagnostics: readonly Diagnostic[],
): readonly (readonly [DiagnosticCode, number])[] {
  const counts = new Map<DiagnosticCode, number>();
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

function filesText({ changes, unchanged, written }: GenerateResult): string {
  if (changes.length === 0) return `nothing changed (${unchanged} files)`;
  const done = { create: 'new', update: 'changed', delete: 'deleted' } as const;
  const parts = (['create', 'update', 'delete'] as const)
    .map((action) => ({
      action,
      number: changes.filter((change) => change.action === action).length,
    }))
    .filter(({ number }) => number > 0)
    .map(({ action, number }) => `${number} ${done[action]}`);
  const text = [...parts, `${unchanged} unchanged`].join(', ');
  return written ? text : `${text}; nothing was written`;
}

/** What --dry-run would have written. */
function plannedRows({ changes, written }: GenerateResult): readonly (readonly [string, string])[] {
  if (written) return [];
  return changes.map(({ action, path, reason }) => ['', `${action} ${path}: ${reason}`]);
}

/** What hosts do with so many tools and pages. */
function hostAdvice({ model, shown }: GenerateResult): readonly string[] {
  if (shown.surface === 'search') return [];
  const { tools } = model.counts;
  const takers = hostNames.flatMap((name) => {
    const { title, toolCount } = hosts[name];
    return toolCount !== undefined && tools > toolCount.value
      ? [`${title} ${toolCount.value}`]
      : [];
  });
  if (takers.length === 0) return [];
  const narrow = `narrow it: --include 'tag:…', --include 'GET /…', --exclude '…' or --read-only`;
  const pages =
    shown.pages > 1
      ? [
          `The list takes ${shown.pages} pages: hosts that read only the first (Copilot CLI, Droid) miss the rest.`,
        ]
      : [];
  return [
    `${count(tools, 'tool')} are more than some hosts take (${takers.join(', ')}); ${narrow}.`,
    ...pages,
  ];
}

function nextSteps(result: GenerateResult, cwd: string, style: Style): string {
  if (!result.written) return '';
  const { model, directory } = result;
  const folder = shortPath(cwd, directory);
  const lockIsOld = result.diagnostics.some(({ code }) => code === 'MG414');
  const env = Object.fromEntries(
    model.environment.filter(({ required }) => required).map(({ name }) => [name, '…']),
  );
  const server = {
    command: 'node',
    args: [`${directory}/dist/index.js`],
    ...(Object.keys(env).length > 0 && { env }),
  };
  const snippet = JSON.stringify({ mcpServers: { [model.name]: server } }, null, 2);
  const oneLineLists = snippet.replaceAll(/\[\s+("(?:[^"\\]|\\.)*")\s+\]/g, '[$1]');
  return [
    `\n${style.bold('Next')}\n`,
    ...(folder === '' ? [] : [`  cd ${shellWord(folder)}\n`]),
    `  ${lockIsOld ? 'npm install' : 'npm ci'} && npm run build && npm test\n`,
    `  npm start                          ${style.dim('# stdio')}\n`,
    `  MCP_TRANSPORT=http npm start       ${style.dim('# http://127.0.0.1:3000/mcp')}\n`,
    `\nFor Claude Desktop, Cursor and others (README.md has Claude Code and VS Code):\n`,
    `${oneLineLists}\n`,
  ].join('');
}

/** Relative where that is shorter to type; empty if one is there. */
function shortPath(cwd: string, directory: string): string {
  const path = relative(cwd, directory);
  return path.startsWith('..') ? directory : path;
}
