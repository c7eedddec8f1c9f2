import {
  isInputRequiredResult,
  ProtocolError,
  ProtocolErrorCode,
  type ListPromptsResult,
} from '@modelcontextprotocol/server';
import type { Call } from './call.js';
import type { CustomPrompt, PromptAnswer, PromptFunction } from './custom.js';
import type { Caller } from './inbound/caller.js';
import { takePage } from './page.js';
import { offering, ownCompleter, type Completer } from './protocol/completions.js';
import { redactPrompt } from './reply/redact-result.js';
import type { Services } from './services.js';
import type { PromptArgument } from './tool.js';

/** What the server does with prompts. */
export interface Prompts {
  /** How many there are now. */
  readonly count: () => number;
  /** Those that the caller may use. */
  readonly list: (cursor: string | undefined, caller: Caller) => Promise<ListPromptsResult>;
  /** @throws ProtocolError -32602 if the prompt is unknown or an argument is missing. */
  readonly get: (
    name: string,
    args: Readonly<Record<string, string>>,
    call: Call,
  ) => Promise<PromptAnswer>;
  /** Of a prompt's arguments; undefined if the caller has no such prompt. */
  readonly completer: (name: string, caller: Caller) => Completer | undefined;
}

export function createPrompts({ runtime, access, changes, states, loadCalls }: Services): Prompts {
  const { definition, custom } = runtime;
  const read = (): ReadonlyMap<string, CustomPrompt> =>
    new Map([...definition.prompts, ...(custom.prompts ?? [])].map((each) => [each.name, each]));
  let prompts = read();
  changes.bus.subscribe(({ kind }) => {
    if (kind === 'prompts_list_changed') prompts = read();
  });

  const getCustom = async (
    prompt: PromptFunction,
    args: Readonly<Record<string, string>>,
    call: Call,
  ): Promise<PromptAnswer> => {
    const redact = runtime.redactFor(call);
    try {
      const { customContext } = await loadCalls();
      const answer = await prompt.get(args, customContext(call));
      if (isInputRequiredResult(answer)) return await states.seal(answer, call.mcp);
      return redactPrompt(answer, redact);
    } catch (error) {
      if (error instanceof ProtocolError) throw error;
      const message = redact(error instanceof Error ? error.message : String(error));
      runtime.logFor(call).error('a prompt failed', { prompt: prompt.name, message });
      throw new ProtocolError(ProtocolErrorCode.InternalError, message);
    }
  };

  return {
    count: () => prompts.size,
    completer: (name, caller) => {
      const prompt = prompts.get(name);
      if (prompt === undefined || !access.allows(caller, prompt)) return undefined;
      return (argument) => {
        const { enum: values } = prompt.arguments?.find((each) => each.name === argument) ?? {};
        return ownCompleter(prompt.complete, argument) ?? (values && offering(values));
      };
    },
    list: async (cursor, caller) => {
      const page = await takePage([...prompts.values()], cursor, (prompt) =>
        access.allows(caller, prompt) ? listed(prompt) : undefined,
      );
      return { prompts: page.items, ...page.next };
    },
    get: async (name, args, call) => {
      const prompt = prompts.get(name);
      if (prompt === undefined || !access.allows(call.caller, prompt)) {
        if (prompt !== undefined) call.refused?.('access');
        throw invalid(`Unknown prompt: ${name}`);
      }
      const missing = (prompt.arguments ?? [])
        .filter((argument) => argument.required && !Object.hasOwn(args, argument.name))
        .map((argument) => argument.name);
      if (missing.length > 0) throw invalid(`The prompt ${name} needs ${missing.join(', ')}`);
      if ('get' in prompt) return getCustom(prompt, args, call);
      return {
        ...(prompt.description !== undefined && { description: prompt.description }),
        messages: [{ role: 'user', content: { type: 'text', text: fill(prompt.text, args) } }],
      };
    },
  };
}

/** Only declared shapes `{name}` are replaced, once: what an argument holds is not read again. */
function fill(text: string, args: Readonly<Record<string, string>>): string {
  return text.replace(/\{([\w.-]+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(args, name) ? (args[name] ?? '') : placeholder,
  );
}

function listed(prompt: CustomPrompt): ListPromptsResult['prompts'][number] {
  const { name, title, description, arguments: args } = prompt;
  return {
    name,
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(args && { arguments: args.map(listedArgument) }),
  };
}

function listedArgument({ name, description, required }: PromptArgument) {
  return {
    name,
    ...(description !== undefined && { description }),
    ...(required !== undefined && { required }),
  };
}

function invalid(message: string): ProtocolError {
  return new ProtocolError(ProtocolErrorCode.InvalidParams, message);
}
