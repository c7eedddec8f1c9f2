import type { CallToolResult } from '@modelcontextprotocol/server';
import type { Redact } from './content.js';

/** A result without secrets in its texts and its structured content, whoever made it. */
export function redactResult(result: CallToolResult, redact: Redact): CallToolResult {
  const { content, structuredContent } = result;
  return {
    ...result,
    content: content.map((block) => redactBlock(block, redact)),
    ...(structuredContent !== undefined && {
      structuredContent: redactValue(structuredContent, redact),
    }),
  };
}

type ContentBlock = CallToolResult['content'][number];

function redactBlock(block: ContentBlock, redact: Redact): ContentBlock {
  if (block.type === 'text') return { ...block, text: redact(block.text) };
  if (block.type === 'resource' && 'text' in block.resource) {
    return { ...block, resource: { ...block.resource, text: redact(block.resource.text) } };
  }
  return block;
}

/** The value without secrets in its texts and keys. */
export function redactValue(value: unknown, redact: Redact): unknown {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map((item) => redactValue(item, redact));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value);
  return Object.fromEntries(members.map(([key, item]) => [redact(key), redactValue(item, redact)]));
}
