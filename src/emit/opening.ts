const longest = 160;

/** The first sentences of a text, at most 160 characters of its first line; a longer sentence is cut at a word. */
export function opening(text: string): string {
  const [line = ''] = text.trim().split('\n', 1);
  if (line.length <= longest) return line;
  const start = line.slice(0, longest);
  return /^.*[.!?](?=\s)/.exec(start)?.[0] ?? `${start.replace(/\s\S*$/, '')} …`;
}
