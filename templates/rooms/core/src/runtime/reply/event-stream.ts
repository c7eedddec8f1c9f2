import { compactRecords } from './compact-json.js';

/**
 * The data of the events of a stream, one line each: JSON compact, several lines as a JSON string. HTML, section 9.2.6,
 * but an event at the end that no blank line closes counts as well, unless the body was `cut`.
 */
export function eventData(text: string, cut: boolean): string {
  const events: string[] = [];
  let data: string[] = [];
  const dispatch = (): void => {
    if (data.length > 0) events.push(data.join('\n'));
    data = [];
  };
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line === '') dispatch();
    else if (line === 'data') data.push('');
    else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
  }
  if (!cut) dispatch();
  return compactRecords(events);
}
