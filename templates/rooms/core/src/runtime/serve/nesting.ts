const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Whether arrays and objects of a JSON text are nested deeper than `limit`; takes one pass and no memory. */
export function isNestedDeeper(json: string, limit: number): boolean {
  if (json.length <= limit) return false;
  let depth = 0;
  let inString = false;
  for (let index = 0; index < json.length; index += 1) {
    const code = json.charCodeAt(index);
    if (code === QUOTE) inString = !inString;
    else if (inString) {
      if (code === BACKSLASH) index += 1;
    } else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > limit) return true;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return false;
}
