import type { EnvironmentVariable } from '../model/model.js';
import type { PreparedServer } from '../serve.js';
import { count } from './count.js';
import type { Style } from './style.js';
import { visibleText } from './visible-text.js';

/** What is served, and what the API wants of the environment; no value of a variable is shown. */
export function servingText(
  { name, source, counts, environment, rooms }: PreparedServer,
  style: Style,
  variables: NodeJS.ProcessEnv,
): string {
  const { tools, resources } = counts;
  const width = Math.max(...environment.map((variable) => variable.name.length));
  const rows = environment.map((variable) => {
    const state = stateOf(variable, variables).padEnd('missing'.length);
    const shown = state === 'missing' ? style.yellow(state) : state;
    return `  ${variable.name.padEnd(width)}  ${shown}  ${describe(variable)}`;
  });
  return [
    `${style.bold(name)}: ${count(tools, 'tool')}, ${count(resources, 'resource')} from ${visibleText(source.label)}`,
    'To try it out, not for production: mcp-gen without serve writes a project.',
    ...(rooms.length > 0 ? [`Only a project has what the config names: ${rooms.join(', ')}.`] : []),
    'What the API wants of the environment:',
    ...rows,
    '',
  ].join('\n');
}

/** An empty variable counts as not set. */
function stateOf({ name, required }: EnvironmentVariable, variables: NodeJS.ProcessEnv): string {
  if (variables[name]?.trim()) return 'set';
  return required ? 'missing' : 'not set';
}

function describe({ description, default: fallback }: EnvironmentVariable): string {
  const text = fallback === undefined ? description : `${description} Default: ${fallback}`;
  return visibleText(text);
}
