import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerModel } from '../model/model.js';
import { envExample } from './env-example.js';
import { md } from './markdown.js';
import type { OutputFile } from './output-file.js';
import { readmeView } from './readme.js';
import { toolsView } from './tools-page.js';

/** Writes what a project says to people. */
export type Prose = (model: ServerModel) => readonly OutputFile[];

/**
 * Compiles the templates of `directory`; a text of the source reaches a page only through `md`, and none reaches what
 * Docker, Kubernetes or systemd reads: that gets the validated name of the server, and which rooms it has.
 */
export async function createProse(directory: string): Promise<Prose> {
  const { default: handlebars } = await import('handlebars');
  const instance = handlebars.create();
  instance.registerHelper('md', (text: unknown) => md(String(text)));
  const compile = async (file: string) =>
    instance.compile<object>(await readFile(join(directory, file), 'utf8'), {
      strict: true,
      noEscape: true,
      knownHelpersOnly: true,
      knownHelpers: { md: true },
    });
  const [readme, tools, dockerfile, compose, kubernetes, systemd] = await Promise.all([
    compile('readme.hbs'),
    compile('tools.hbs'),
    compile('dockerfile.hbs'),
    compile('compose.hbs'),
    compile('kubernetes.hbs'),
    compile('systemd.hbs'),
  ]);
  const deployment = ({ name, rooms }: ServerModel): readonly OutputFile[] => {
    const parts = {
      metrics: rooms.includes('metrics'),
      redis: rooms.includes('redis'),
      legacySse: rooms.includes('legacy-sse'),
    };
    const files = [
      {
        room: 'kubernetes',
        path: 'deploy/kubernetes.yaml',
        content: kubernetes({ name, ...parts }),
      },
      { room: 'systemd', path: `deploy/${name}-mcp.service`, content: systemd({ name }) },
    ] as const;
    return files
      .filter(({ room }) => rooms.includes(room))
      .map(({ path, content }) => ({ path, content, ownership: 'scaffold' }));
  };
  return (model) => [
    envExample(model),
    { path: 'Dockerfile', content: dockerfile({ name: model.name }), ownership: 'scaffold' },
    { path: 'compose.yaml', content: compose(composeView(model)), ownership: 'scaffold' },
    ...deployment(model),
    { path: 'README.md', content: readme(readmeView(model)), ownership: 'marked' },
    { path: 'docs/TOOLS.md', content: tools(toolsView(model)), ownership: 'generated' },
  ];
}

function composeView({ name, rooms }: ServerModel): object {
  return { name, redis: rooms.includes('redis') };
}
