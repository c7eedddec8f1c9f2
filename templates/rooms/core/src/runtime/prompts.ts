import {
  ProtocolError,
  ProtocolErrorCode,
  type GetPromptResult,
  type ListPromptsResult,
} from '@modelcontextprotocol/server';
import type { Call } from './call.js';
import type { CustomPrompt } from './custom.js';
import type { Caller } from './inbound/caller.js';
import { takePage } from './page.js';
import type { Services } from './services.js';

/** What the server does with prompts. */
export interface Prompts {
  readonly count: number;
  /** Those that the caller may use. */
  readonly list: (cursor: string | undefined, caller: Caller) => Promise<ListPromptsResult>;
  /** @throws ProtocolError -32602 if the prompt is unknown or an argument is missing. */
  readonly get: (
    name: string,
    args: Readonly<Record<string, string>>,
    call: Call,
  ) => Promise<GetPromptResult>;
}

export function createPrompts({ runtime, access, tools }: Services): Prompts {
  const prompts = new Map<string, CustomPrompt>();
  for (const prompt of runtime.definition.prompts) prompts.set(prompt.name, prompt);
  for (const prompt of runtime.custom.prompts ?? []) prompts.set(prompt.name, prompt);

  return {
    count: prompts.size,
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
      if ('get' in prompt) return prompt.get(args, tools.customContext(call));
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
    ...(args && { arguments: args.map((argument) => ({ ...argument })) }),
  };
}

function invalid(message: string): ProtocolError {
  return new ProtocolError(ProtocolErrorCode.InvalidParams, message);
}
