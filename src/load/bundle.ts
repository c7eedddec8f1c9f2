import { posix } from 'node:path';
import { sectionOf } from './grammar.js';
import {
  child,
  formatFragment,
  formatPointer,
  isObject,
  parsePointer,
  setOwn,
  type JsonObject,
} from './json.js';
import type { Reader } from './reader.js';
import {
  gatherReferences,
  inline,
  type Reference,
  type References,
  type Site,
} from './references.js';

/** A document of internal references, and where its objects were read from when in other files. */
export interface Bundle {
  readonly document: JsonObject;
  readonly sites: ReadonlyMap<object, Site>;
}

/** A `$ref` that does not begin with `#`, in JSON or YAML; may also match in data. */
const externalReference = /\$ref["']?\s*:\s*["']?[^"'#\s]/;

/**
 * Makes one document of all files: what other files hold becomes a component of the root document,
 * once, under a name of its own, and every `$ref` to it leads there.
 */
export async function bundle(reader: Reader, root: JsonObject): Promise<Bundle> {
  if (!externalReference.test(reader.root.text)) return { document: root, sites: new Map() };
  const references = await gatherReferences(reader);
  if (reader.files().length > 1) placeTargets(reader, root, references);
  return { document: root, sites: references.sites };
}

function placeTargets(reader: Reader, root: JsonObject, { list, inlined }: References): void {
  const places = new Map<unknown, string>(inlined);
  for (const reference of list) {
    const { holder, target } = reference;
    if (target.file === reader.root) {
      holder['$ref'] = formatFragment(target.pointer);
      continue;
    }
    // A boolean schema has no identity, but a place in its file.
    const identity = isObject(target.value) ? target.value : target.file.url.href + target.pointer;
    const place = places.get(identity) ?? addComponent(root, reference);
    if (place === undefined) continue;
    places.set(identity, place);
    holder['$ref'] = formatFragment(place);
  }
}

/** The pointer at which the target now stands; undefined if it was copied to where it is used. */
function addComponent(root: JsonObject, reference: Reference): string | undefined {
  const { holder, kind, target } = reference;
  const section = sectionOf(kind, 'swagger' in root);
  if (section === undefined) {
    if (isObject(target.value)) inline(holder, target.value);
    return undefined;
  }
  const components = section.reduce(objectAt, root);
  const name = nameOfEntry(section, reference) ?? freeName(components, target);
  setOwn(components, name, target.value);
  return formatPointer([...section, name]);
}

/** The name under which the root document lists the target already, as nothing but a `$ref`. */
function nameOfEntry(
  section: readonly string[],
  { holder, rootPointer = '' }: Reference,
): string | undefined {
  const tokens = parsePointer(rootPointer);
  const isEntry = formatPointer(tokens.slice(0, -1)) === formatPointer(section);
  return isEntry && Object.keys(holder).length === 1 ? tokens.at(-1) : undefined;
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const existing = child(object, key);
  if (isObject(existing)) return existing;
  const created: JsonObject = {};
  setOwn(object, key, created);
  return created;
}

/** The last token of the pointer, else the name of the file; numbered if it is taken. */
function freeName(components: JsonObject, { file, pointer }: Site): string {
  const fileName = posix.basename(file.url.pathname).replace(/\.[^.]*$/, '');
  const wanted = parsePointer(pointer).at(-1) ?? fileName;
  const name = wanted.replace(/%20|[^\w.-]/g, '_') || '_';
  let free = name;
  for (let number = 2; Object.hasOwn(components, free); number++) free = `${name}_${number}`;
  return free;
}
