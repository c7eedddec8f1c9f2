/**
 * Reading raw descriptions, on purpose without anything of `src/`: what is counted here is compared with what the
 * generator makes.
 */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A value and the JSON pointer (RFC 6901) of where it stands. */
export interface Place {
  readonly value: unknown;
  readonly pointer: string;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** An own property; undefined where there is none. */
export function get(value: unknown, key: string): unknown {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items[Number(key)];
  }
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function at({ value, pointer }: Place, ...keys: readonly string[]): Place {
  let found = value;
  for (const key of keys) found = get(found, key);
  return { value: found, pointer: pointer + keys.map(token).join('') };
}

/** The members of an object, or the items of a list. */
export function membersOf({ value, pointer }: Place): readonly (readonly [string, Place])[] {
  const entries: readonly (readonly [string, unknown])[] =
    typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return entries.map(([key, member]) => [key, { value: member, pointer: pointer + token(key) }]);
}

/** Where a `$ref` of the same document leads; undefined if nowhere, or if `value` has none. */
export function follow(document: unknown, { value }: Place): Place | undefined {
  const ref = get(value, '$ref');
  if (typeof ref !== 'string' || !ref.startsWith('#')) return undefined;
  let place: Place = { value: document, pointer: '' };
  for (const part of ref.slice(1).split('/').slice(1)) {
    place = at(place, decode(part).replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  return place.value === undefined ? undefined : place;
}

/** What stands at the end of a chain of `$ref`s. */
export function deref(document: unknown, place: Place): Place {
  let found = place;
  for (let hops = 0; hops < 32; hops += 1) {
    const next = follow(document, found);
    if (next === undefined) break;
    found = next;
  }
  return found;
}

/** Whether two JSON values are equal. */
export function isSame(left: unknown, right: unknown): boolean {
  return canonical(left) === canonical(right);
}

/** JSON with sorted keys. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    isObject(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

function token(key: string): string {
  return `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
