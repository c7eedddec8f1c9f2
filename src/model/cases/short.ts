const longest = 600;

/** Whether a value of the document is JSON that fits into a few lines. */
export function isShort(value: unknown): boolean {
  let left = longest;
  const visit = (part: unknown): boolean => {
    left -= 2;
    if (typeof part === 'string') left -= part.length;
    if (left < 0) return false;
    if (typeof part === 'number') return Number.isFinite(part);
    if (typeof part !== 'object' || part === null) {
      return part === null || ['string', 'boolean'].includes(typeof part);
    }
    return Object.entries(part).every(([key, item]) => {
      left -= Array.isArray(part) ? 0 : key.length;
      return visit(item);
    });
  };
  return visit(value);
}
