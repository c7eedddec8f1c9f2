import { join } from 'node:path';
import { installPackages } from '../corpus/inputs.js';
import { repository } from '../support/workspace.js';

/** Everything that the conformance run installs and writes; ignored by git. */
export const conformanceDirectory = join(repository, '.cache/conformance');

/** What is run against the generated server, and the Node that it needs, which is newer than the server's. */
const tools = {
  node: `node-${process.platform}-${process.arch}@24.21.0`,
  stable: '@modelcontextprotocol/conformance@0.1.16',
  next: '@modelcontextprotocol/conformance@0.2.0-alpha.12',
  inspector: '@modelcontextprotocol/inspector@2.12.0',
} as const;

export type Suite = 'stable' | 'next';

/** Installs each tool, pinned, into a folder of its own, unless it is there. */
export async function installTools(): Promise<void> {
  for (const [folder, specifier] of Object.entries(tools)) {
    await installPackages(join(conformanceDirectory, folder), [specifier]);
  }
}

export const newerNode = join(packageOf('node'), 'bin/node');

/** The program of a suite. */
export function suiteProgram(suite: Suite): string {
  return join(packageOf(suite), 'dist/index.js');
}

export const inspectorProgram = join(packageOf('inspector'), 'clients/launcher/build/index.js');

function packageOf(tool: keyof typeof tools): string {
  const specifier = tools[tool];
  const name = specifier.slice(0, specifier.lastIndexOf('@'));
  return join(conformanceDirectory, tool, 'node_modules', name);
}
