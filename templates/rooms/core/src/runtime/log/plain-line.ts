/**
 * A text in which every character that could steer a terminal, end a line or turn its direction around is written
 * as `\u…`. JSON stays JSON with the same meaning.
 */
export function escapeControls(text: string): string {
  // Nearly every line is plain, and this is several times as fast.
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from({ length: character.length }, (_, index) => {
      const unit = character.charCodeAt(index).toString(16).padStart(4, '0');
      return `\\u${unit}`;
    }).join(''),
  );
}

const colours: Readonly<Record<string, number>> = { debug: 90, info: 36, warn: 33, error: 31 };

/** A line of the log for people: `12:34:56 warn  the message name=value …`. */
export function readableLine(json: string, coloured: boolean): string {
  const { time, level, message, ...fields } = JSON.parse(json) as Record<string, unknown>;
  const paint = (text: string, colour: number): string =>
    coloured ? `\u001b[${colour}m${text}\u001b[0m` : text;
  const label = String(level);
  const pairs = Object.entries(fields).map(
    ([name, value]) => ` ${paint(`${escapeControls(name)}=`, 90)}${shown(value)}`,
  );
  return [
    paint(String(time).slice(11, 19), 90),
    ` ${paint(label.padEnd(5), colours[label] ?? 0)}`,
    ` ${escapeControls(String(message))}`,
    ...pairs,
  ].join('');
}

function shown(value: unknown): string {
  const isPlain = typeof value === 'string' && /^[\w.:/@+-]+$/.test(value);
  return isPlain ? value : escapeControls(JSON.stringify(value));
}
