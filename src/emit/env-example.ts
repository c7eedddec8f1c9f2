import type { ServerModel } from '../model/model.js';
import type { OutputFile } from './output-file.js';
import { projectEnvironment } from './settings.js';

/** `.env.example`: every variable, with no text of the source but validated names. */
export function envExample(model: ServerModel): OutputFile {
  const lines = [
    '# Copy to .env, fill in what you need, and start with: node --env-file=.env dist/index.js',
    '# README.md and docs/TOOLS.md say what each variable means.',
    '',
    '# The API',
    ...model.environment.map(({ name, required }) => (required ? `${name}=` : `# ${name}=`)),
    ...projectEnvironment(model).sections.flatMap(({ title, settings }) => [
      '',
      `# ${title}`,
      ...settings
        // Opening a server to everybody must never be a matter of deleting a `#`.
        .filter(({ name }) => name !== 'MCP_ALLOW_UNAUTHENTICATED')
        .map((setting) => `# ${setting.name}=${setting.default}`),
    ]),
  ];
  return { path: '.env.example', content: `${lines.join('\n')}\n`, ownership: 'generated' };
}
