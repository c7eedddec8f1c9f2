import type { IncomingMessage } from 'node:http';

/** An event of a stream (HTML, server-sent events). */
export interface SentEvent {
  readonly id: string;
  readonly data: string;
  readonly retry?: string;
}

/** The whole events in a text. */
export function eventsOf(text: string): readonly SentEvent[] {
  const blocks = text.split('\n\n').slice(0, -1);
  return blocks.flatMap((block) => {
    const field = (name: string): string | undefined =>
      new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1];
    const [id, data, retry] = [field('id'), field('data'), field('retry')];
    if (id === undefined) return [];
    return [{ id, data: data ?? '', ...(retry !== undefined && { retry }) }];
  });
}

/** Gathers the events of an answer that does not end by itself. */
export function listenTo(response: IncomingMessage): {
  readonly events: () => readonly SentEvent[];
  readonly close: () => void;
} {
  let text = '';
  response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  response.on('error', () => undefined);
  return { events: () => eventsOf(text), close: () => response.destroy() };
}
