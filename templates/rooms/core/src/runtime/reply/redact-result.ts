import type { CallToolResult, GetPromptResult } from '@modelcontextprotocol/server';
import type { Redact } from './content.js';

/** A result without secrets in whatever is text in it, whoever made it. */
export function redactResult(result: CallToolResult, redact: Redact): CallToolResult {
  const { content, ...others } = result;
  return {
    ...redactValue(others, redact),
    content: content.map((block) => redactBlock(block, redact)),
  };
}

/** The messages of a prompt without secrets in whatever is text in them. */
export function redactPrompt(prompt: GetPromptResult, redact: Redact): GetPromptResult {
  const { messages, ...others } = prompt;
  return {
    ...redactValue(others, redact),
    messages: messages.map(({ role, content }) => ({
      role,
      content: redactBlock(content, redact),
    })),
  };
}

type ContentBlock = CallToolResult['content'][number];

/** In base64, no secret would be recognised, and another text would be no base64. */
function redactBlock(block: ContentBlock, redact: Redact): ContentBlock {
  if (block.type === 'image' || block.type === 'audio') return block;
  if (block.type !== 'resource' || !('blob' in block.resource)) return redactValue(block, redact);
  const { blob, ...resource } = block.resource;
  return { ...block, resource: { ...redactValue(resource, redact), blob } };
}

/** The value with each string in it redacted, which leaves its type as it is. */
export function redactValue<T>(value: T, redact: Redact): T {
  // Nearly all are, and to make one anew takes several times as long as to look.
  return isClean(value, redact) ? value : (redacted(value, redact) as T);
}

function isClean(value: unknown, redact: Redact): boolean {
  if (typeof value === 'string') return redact(value) === value;
  if (Array.isArray(value)) return value.every((item) => isClean(item, redact));
  if (typeof value !== 'object' || value === null) return true;
  // What is of a class may show in JSON what no property holds, as a URL does.
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.entries(value).every(([key, item]) => redact(key) === key && isClean(item, redact));
}

function redacted(value: unknown, redact: Redact): unknown {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map((item) => redacted(item, redact));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value);
  return Object.fromEntries(members.map(([key, item]) => [redact(key), redacted(item, redact)]));
}
