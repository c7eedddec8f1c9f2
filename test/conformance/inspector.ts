import { startHttp } from '../runtime/process.js';
import { run } from '../support/run.js';
import { conformanceDirectory, inspectorProgram, newerNode } from './install.js';

/** A call of the inspector's command line, and what its answer must hold. */
interface Inspection {
  readonly args: readonly string[];
  readonly expected: string;
}

const inspections: readonly Inspection[] = [
  { args: ['--method', 'tools/list', '--strict'], expected: '"test_simple_text"' },
  {
    args: ['--method', 'tools/call', '--tool-name', 'test_simple_text'],
    expected: 'This is a simple text response for testing.',
  },
  {
    args: ['--method', 'tools/call', '--tool-name', 'get_document', '--tool-arg', 'kind=short'],
    expected: 'short',
  },
  { args: ['--method', 'resources/list'], expected: 'test://static-text' },
  {
    args: ['--method', 'resources/read', '--uri', 'test://static-text'],
    expected: 'This is the content of the static text resource.',
  },
  { args: ['--method', 'prompts/list'], expected: 'test_simple_prompt' },
];

/** What the official inspector fails to do over stdio and over HTTP; empty if nothing. */
export async function inspect(entry: string, api: string): Promise<readonly string[]> {
  const environment = { API_BASE_URL: api };
  await using server = await startHttp(entry, environment);
  const targets: Readonly<Record<string, readonly string[]>> = {
    stdio: ['-e', `API_BASE_URL=${api}`, process.execPath, entry],
    HTTP: [server.url, '--transport', 'http'],
  };
  const problems: string[] = [];
  for (const [name, target] of Object.entries(targets)) {
    for (const { args, expected } of inspections) {
      const command = [inspectorProgram, '--cli', ...target, ...args];
      const { code, stdout, stderr } = await run(newerNode, command, {
        cwd: conformanceDirectory,
        // It keeps a catalogue there.
        env: { HOME: conformanceDirectory },
      });
      const isRight = code === 0 && stdout.includes(expected);
      process.stdout.write(`${isRight ? 'ok' : 'NOT OK'} inspector, ${name}: ${args.join(' ')}\n`);
      if (!isRight) problems.push(`${name}: ${args.join(' ')}: ${stdout}${stderr}`);
    }
  }
  return problems;
}
