import { compare, field, isObject, type JsonObject } from '../node.js';
import type { Operation } from '../operation.js';
import type { SchemeKind } from './security-scheme.js';

/** RFC 6749, section 3.3 says what a scope is made of. */
export function isScope(value: unknown): value is string {
  return typeof value === 'string' && /^[!\x23-\x5b\x5d-~]{1,200}$/.test(value);
}

/**
 * The OAuth scopes that an operation's security requirement names: alternatives (OR) of what goes together (AND).
 * Empty if there is a way without scopes; a way by a key, which callers of this server do not have, is none.
 */
export function scopeAlternatives(
  document: JsonObject,
  operation: Operation,
  kindOf: (scheme: string) => SchemeKind | undefined,
): readonly (readonly string[])[] {
  const own = Object.hasOwn(operation.node, 'security');
  const requirement = field(own ? operation.node : document, 'security');
  const ways = [requirement].flat().filter(isObject);
  const isOAuth = (scheme: string): boolean => kindOf(scheme)?.type === 'oauth2';
  const alternatives = ways
    .filter((way) => Object.keys(way).length === 0 || Object.keys(way).some(isOAuth))
    .map((way) => {
      const scopes = Object.keys(way)
        .filter(isOAuth)
        .map((scheme) => way[scheme]);
      return [...new Set(scopes.flat().filter(isScope))].toSorted(compare);
    });
  if (alternatives.some((scopes) => scopes.length === 0)) return [];
  const distinct = new Map(alternatives.map((scopes) => [scopes.join(' '), scopes]));
  return [...distinct].toSorted(([a], [b]) => compare(a, b)).map(([, scopes]) => scopes);
}
