import { section, type SettingSection } from '../setting-section.js';

/** How a project with the room `legacy-sse` serves HTTP+SSE. */
export const legacySseSettings: readonly SettingSection[] = [
  section('HTTP+SSE', [
    ['MCP_SSE_PATH', '/sse', 'Path at which clients of 2024-11-05 open their stream.'],
    ['MCP_SSE_MESSAGES_PATH', '/messages', 'Path that they then send their messages to.'],
    ['MCP_SSE_MAX_STREAMS', '1000', 'Such streams at a time; further ones get 503.'],
    [
      'MCP_SSE_KEEP_ALIVE_MS',
      '15000',
      'Milliseconds between comments on a quiet stream, less than what proxies wait; a client that reads nothing between two of them is gone.',
    ],
  ]),
];
