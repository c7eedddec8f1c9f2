import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { get } from '../corpus/document.js';
import { kinds, type HttpServer, type Kind, type Variables } from '../runtime/process.js';
import { replyJson } from '../support/upstream.js';
import { connect, textOf, type Target } from './clients.js';
import { post } from './modern.js';
import { buildProtocolProject, type ProtocolProject } from './project.js';

const call = { name: 'delete_pet', arguments: { 'pet-id': '7' } };
const canAsk = { capabilities: { elicitation: {} } };
const accepted = { confirm: { action: 'accept', content: {} } };

describe('a call that the user has to confirm', () => {
  let project: ProtocolProject;
  let server: HttpServer;
  before(async () => {
    project = await buildProtocolProject((_, response) => {
      replyJson(response, { deleted: true });
    });
    server = await project.serve({ MCP_CONFIRM: 'destructive' });
  });
  after(async () => {
    await server[Symbol.asyncDispose]();
    await project[Symbol.asyncDispose]();
  });

  const sent = (): number => project.upstream.requests.length;
  const stdio = (more: Variables): Target => ({
    entry: project.entry,
    env: { ...project.env, ...more },
  });

  const asking: readonly (readonly [Kind, 'stdio' | 'HTTP'])[] = [
    ...kinds.map((kind) => [kind, 'stdio'] as const),
    ['v2 of 2026', 'HTTP'],
  ];
  for (const [kind, transport] of asking) {
    const target = () =>
      transport === 'HTTP' ? { url: server.url } : stdio({ MCP_CONFIRM: 'destructive' });

    it(`is made once the user of a ${kind} client over ${transport} accepts`, async () => {
      const asked: string[] = [];
      await using client = await connect(kind, target(), 'accept', asked);
      const before = sent();
      assert.match(textOf(await client.callTool(call)), /deleted/);
      assert.equal(sent(), before + 1);
      assert.equal(asked.length, 1);
      assert.match(asked[0] ?? '', /delete_pet[^]*"pet-id": "7"/);
    });

    it(`is not made if the user of a ${kind} client over ${transport} declines`, async () => {
      await using client = await connect(kind, target(), 'decline');
      const before = sent();
      const result = await client.callTool(call);
      assert.equal(result.isError, true);
      assert.match(textOf(result), /did not confirm delete_pet/);
      assert.equal(sent(), before);
    });

    it(`is refused to a ${kind} client over ${transport} that cannot ask`, async () => {
      await using client = await connect(kind, target());
      const before = sent();
      const result = await client.callTool(call);
      assert.equal(result.isError, true);
      assert.match(textOf(result), /elicitation/);
      assert.equal(sent(), before);
    });
  }

  it('is refused to clients of 2025 over HTTP without a session, whatever they can do', async () => {
    await using client = await connect('v1 SDK', { url: server.url }, 'accept');
    const before = sent();
    assert.match(textOf(await client.callTool(call)), /elicitation/);
    assert.equal(sent(), before);
  });

  it('goes ahead for clients that cannot ask, if the operator says so', async () => {
    const target = stdio({ MCP_CONFIRM: 'destructive', MCP_CONFIRM_FALLBACK: 'allow' });
    await using client = await connect('v1 SDK', target);
    assert.match(textOf(await client.callTool(call)), /deleted/);
  });

  const modes: readonly (readonly [mode: string, tool: string, asks: boolean])[] = [
    ['none', 'delete_pet', false],
    ['destructive', 'add_pet', false],
    ['destructive', 'get_pet', false],
    ['write', 'add_pet', true],
    ['write', 'get_pet', false],
  ];
  for (const [mode, name, asks] of modes) {
    it(`is ${asks ? '' : 'not '}that of ${name} with MCP_CONFIRM=${mode}`, async () => {
      const asked: string[] = [];
      await using client = await connect(
        'v2 of 2026',
        stdio({ MCP_CONFIRM: mode }),
        'accept',
        asked,
      );
      const args = name === 'add_pet' ? { name: 'Rex' } : { 'pet-id': '7' };
      await client.callTool({ name, arguments: args });
      assert.equal(asked.length, asks ? 1 : 0);
    });
  }

  it('is not asked about if its arguments are wrong', async () => {
    const wrong = { name: 'delete_pet', arguments: { pet: '7' } };
    const { result } = await post(server.url, 'tools/call', wrong, canAsk);
    assert.equal(get(result, 'isError'), true);
    assert.match(JSON.stringify(result), /pet-id/);
  });

  const ask = async (): Promise<unknown> => {
    const { result } = await post(server.url, 'tools/call', call, canAsk);
    assert.equal(get(result, 'resultType'), 'input_required');
    return get(result, 'requestState');
  };
  const answerWith = (requestState: unknown, changed: object = {}) =>
    post(
      server.url,
      'tools/call',
      { ...call, ...changed, inputResponses: accepted, requestState },
      canAsk,
    );

  it('is made once by one confirmation', async () => {
    const state = await ask();
    const before = sent();
    const first = await answerWith(state);
    assert.match(JSON.stringify(first.result), /deleted/);
    const second = await answerWith(state);
    assert.equal(get(second.result, 'resultType'), 'input_required');
    assert.equal(sent(), before + 1);
  });

  it('is made once by one confirmation that comes many times at once', async () => {
    const state = await ask();
    const before = sent();
    await Promise.all(Array.from({ length: 8 }, () => answerWith(state)));
    assert.equal(sent(), before + 1);
  });

  const misuses: readonly (readonly [string, (state: string) => Promise<unknown>])[] = [
    ['an answer without a question', () => answerWith(undefined)],
    [
      'the confirmation of other arguments',
      (state) => answerWith(state, { arguments: { 'pet-id': '8' } }),
    ],
    ['a forged confirmation', (state) => answerWith(`${state.slice(0, -4)}AAAA`)],
    ['a confirmation of nothing', () => answerWith('v1.e30.AAAA')],
    [
      'the state of another tool',
      async () => {
        const { result } = await post(server.url, 'tools/call', { name: 'ask_twice' }, canAsk);
        return answerWith(get(result, 'requestState'));
      },
    ],
  ];
  for (const [name, misuse] of misuses) {
    it(`is not made by ${name}`, async () => {
      const state = String(await ask());
      const before = sent();
      const answer = await misuse(state);
      const asksAgain = get(get(answer, 'result'), 'resultType') === 'input_required';
      assert.ok(asksAgain || get(get(answer, 'error'), 'code') === -32602);
      assert.equal(sent(), before);
    });
  }

  it('leaves alone a tool that asks by itself, whose state comes back signed', async () => {
    const first = await post(server.url, 'tools/call', { name: 'ask_twice' }, canAsk);
    const requestState = get(first.result, 'requestState');
    assert.doesNotMatch(String(requestState), /^my state/);
    const inputResponses = { name: { action: 'accept', content: {} } };
    const again = { name: 'ask_twice', inputResponses, requestState };
    const second = await post(server.url, 'tools/call', again, canAsk);
    assert.match(JSON.stringify(second.result), /my state accept/);
    const plain = { ...again, requestState: 'my state' };
    const forged = await post(server.url, 'tools/call', plain, canAsk);
    assert.equal(get(forged.error, 'code'), -32602);
  });
});
