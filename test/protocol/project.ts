import { join } from 'node:path';
import { startHttp, type HttpServer, type Variables } from '../runtime/process.js';
import { buildSampleProject } from '../runtime/sample-project.js';
import { startUpstream, type Answer, type Upstream } from '../support/upstream.js';
import { createWorkspace } from '../support/workspace.js';

const custom = `
import { inputRequired, inputResponse } from '@modelcontextprotocol/server';
import type { Custom, CustomTool } from '../runtime/custom.js';

const words = ['red', 'Rose', 'blue'];
const many = Array.from({ length: 150 }, (_, index) => \`item-\${index}\`);
const late: CustomTool = { name: 'late', description: 'Comes later.', handler: () => 'here' };
let isLate = false;

const tools: readonly CustomTool[] = [
  {
    name: 'in_region',
    description: 'Mirrors an argument in a header.',
    inputSchema: { type: 'object', properties: { region: { type: 'string', 'x-mcp-header': 'Region' } } },
    handler: ({ region }) => \`in \${String(region)}\`,
  },
  {
    name: 'log_lines',
    description: 'Logs.',
    handler: (_, { log, env }) => {
      log.debug('a detail');
      log.info('a line', { token: env['PETSTORE_TOKEN'] });
      log.warn('a warning');
      return 'logged';
    },
  },
  {
    name: 'announce',
    description: 'Announces changes.',
    handler: (_, { notify }) => {
      isLate = true;
      notify.resourceUpdated('petstore://custom/other');
      notify.resourceUpdated('petstore://custom/watched');
      notify.toolsChanged();
      return 'announced';
    },
  },
  {
    name: 'ask_twice',
    description: 'Asks and keeps a state.',
    asksItself: true,
    handler: (_, { mcp: { mcpReq } }) => {
      const answer = inputResponse(mcpReq.inputResponses, 'name');
      if (answer.kind === 'elicit') return \`\${String(mcpReq.requestState())} \${answer.action}\`;
      const requestedSchema = { type: 'object' as const, properties: {} };
      return inputRequired({
        inputRequests: { name: inputRequired.elicit({ message: 'Your name?', requestedSchema }) },
        requestState: 'my state',
      });
    },
  },
];

export const custom: Custom = {
  get tools() {
    return isLate ? [...tools, late] : tools;
  },
  resources: [
    {
      uri: 'petstore://custom/{color}',
      name: 'color',
      complete: { color: (typed) => (typed === 'item' ? many : words) },
      read: ({ color }) => String(color),
    },
  ],
  hooks: {
    start: ({ log, notify }) => {
      notify.toolsChanged();
      log.info('custom code has started');
    },
  },
  prompts: [
    { name: 'paint', text: 'Paint it {color}.', arguments: [{ name: 'color', enum: words }, { name: 'size' }] },
    {
      name: 'indiscreet',
      arguments: [{ name: 'how' }],
      get: ({ how }, { env }) => {
        if (how === 'throwing') throw new Error('no ' + env['PETSTORE_TOKEN']);
        return { messages: [{ role: 'user', content: { type: 'text', text: 'yes ' + env['PETSTORE_TOKEN'] } }] };
      },
    },
  ],
};
`;

/** A built project with custom code that uses what the protocol offers, and an API that it may call. */
export interface ProtocolProject extends AsyncDisposable {
  readonly entry: string;
  readonly env: Variables;
  readonly upstream: Upstream;
  readonly serve: (env?: Variables) => Promise<HttpServer>;
}

export async function buildProtocolProject(answer: Answer): Promise<ProtocolProject> {
  const workspace = await createWorkspace();
  await buildSampleProject(workspace.directory, custom);
  const upstream = await startUpstream(answer);
  const entry = join(workspace.directory, 'dist/index.js');
  const env = {
    API_BASE_URL: upstream.url,
    PETSTORE_API_KEY: 'key',
    PETSTORE_HEADER_KEY: 'key',
    PETSTORE_USERNAME: 'user',
    PETSTORE_PASSWORD: 'password',
    PETSTORE_TOKEN: 'top-secret',
    LOG_LEVEL: 'debug',
  };
  return {
    entry,
    env,
    upstream,
    serve: (more = {}) => startHttp(entry, { ...env, ...more }),
    async [Symbol.asyncDispose]() {
      await upstream[Symbol.asyncDispose]();
      await workspace[Symbol.asyncDispose]();
    },
  };
}
