import { z } from 'zod';
import { InputError, type Diagnostic } from '../diagnostics.js';
import { nearest } from '../nearest.js';
import { configJsonSchema, configSchema, type Config } from './config.js';
import { child, escapeToken, isObject, type JsonObject } from './json.js';
import type { SourceFile } from './source-file.js';
import { namesSecret, secretOfUrl } from './secret.js';
import { isHeaderTemplate } from './source-header.js';

type Issue = z.core.$ZodIssue;

/** Checks a config; throws an `InputError` that tells every flaw (MG130, MG131) with its place. */
export function checkConfig(file: SourceFile): Config {
  const parsed = configSchema.safeParse(file.value);
  const flaws = parsed.success ? [] : parsed.error.issues.flatMap((issue) => flawsOf(issue));
  const all = [...flaws, ...secretsOf(file.value)];
  if (parsed.success && all.length === 0) return parsed.data;
  throw new InputError(
    all.map(({ pointer, ...flaw }): Diagnostic => {
      return { severity: 'error', ...flaw, origin: file.locate(pointer) };
    }),
  );
}

interface Flaw {
  readonly code: 'MG130' | 'MG131';
  readonly message: string;
  readonly pointer: string;
  readonly help: string;
}

const reference = 'The JSON Schema mcp-gen/config.schema.json has every key and what it takes.';

function flawsOf(issue: Issue, path: readonly PropertyKey[] = []): readonly Flaw[] {
  const place = [...path, ...issue.path].map(String);
  const pointer = place.map((token) => `/${escapeToken(token)}`).join('');
  if (issue.code === 'invalid_union') {
    const branch = likeliestBranch(issue.errors);
    return branch.flatMap((inner) => flawsOf(inner, place));
  }
  const flaw = (message: string, where = pointer, help = reference): Flaw => {
    return { code: 'MG130', message, pointer: where, help };
  };
  if (issue.code !== 'unrecognized_keys') {
    const subject = place.length === 0 ? 'The config' : `\`${place.join('.')}\``;
    return [flaw(`${subject} ${wrong(issue)}.`)];
  }
  return issue.keys.map((key) => {
    const where = `${pointer}/${escapeToken(key)}`;
    if (namesSecret(key) && place.includes('auth')) return literalSecret(where, `\`${key}\``);
    const valid = nearest(key, keysAt(place));
    const hint = valid === undefined ? reference : `Did you mean \`${valid}\`?`;
    return flaw(`There is no key \`${key}\` here.`, where, hint);
  });
}

/** The form that was meant: the one whose flaws lie deepest, not just "expected a string". */
function likeliestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (branch: readonly Issue[]): number =>
    branch.every(({ code, path }) => code === 'invalid_type' && path.length === 0) ? 0 : 1;
  return branches.reduce((best, branch) => (depth(branch) > depth(best) ? branch : best));
}

function wrong(issue: Issue): string {
  if (issue.code === 'invalid_type') return `must be ${article(issue.expected)}`;
  if (issue.code === 'invalid_value') {
    return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
  }
  if (issue.code === 'invalid_format' && !issue.message.startsWith('is ')) {
    return 'has the wrong form';
  }
  return issue.message;
}

function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

/** The keys that the JSON Schema of the config allows at a place. */
function keysAt(path: readonly string[]): readonly string[] {
  const root = configJsonSchema();
  const expand = (schema: unknown): readonly unknown[] => {
    const ref = child(schema, '$ref');
    if (typeof ref === 'string') {
      return expand(ref.slice(2).split('/').reduce<unknown>(child, root));
    }
    const choices = child(schema, 'anyOf') ?? child(schema, 'oneOf');
    return Array.isArray(choices) ? choices.flatMap(expand) : [schema];
  };
  let schemas = expand(root);
  for (const token of path) {
    schemas = schemas.flatMap((schema) => {
      const property = child(child(schema, 'properties'), token);
      return expand(property ?? child(schema, 'items') ?? child(schema, 'additionalProperties'));
    });
  }
  return schemas.flatMap((schema) => Object.keys(child(schema, 'properties') ?? {}));
}

/** Credentials written down where the environment should be named. */
function secretsOf(config: unknown): readonly Flaw[] {
  const flaws: Flaw[] = [];
  for (const key of ['baseUrl', 'source']) {
    const url = child(config, key);
    const found =
      typeof url === 'string' && URL.canParse(url) ? secretOfUrl(new URL(url)) : undefined;
    if (found !== undefined) flaws.push(literalSecret(`/${key}`, `\`${key}\`: ${found}`));
  }
  for (const [index, header] of Object.entries(child(config, 'sourceHeaders') ?? {})) {
    if (typeof header !== 'string' || isHeaderTemplate(header)) continue;
    flaws.push({
      code: 'MG131',
      message: 'A source header may only name an environment variable.',
      pointer: `/sourceHeaders/${index}`,
      help: 'Write it as "Authorization: Bearer $TOKEN" and set the variable.',
    });
  }
  visitParameters(config, (name, parameter, pointer) => {
    const literal = ['default', 'const'].find((key) => typeof child(parameter, key) === 'string');
    if (
      literal === undefined ||
      !/api_?-?key|secret|passw|access_?-?token|^token$|^authorization$/i.test(name)
    )
      return;
    flaws.push(literalSecret(`${pointer}/${literal}`, `\`${literal}\` of \`${name}\``));
  });
  return flaws;
}

function visitParameters(
  config: unknown,
  visit: (name: string, parameter: JsonObject, pointer: string) => void,
): void {
  for (const [index, endpoint] of Object.entries(child(config, 'endpoints') ?? {})) {
    for (const [route, details] of Object.entries(isObject(endpoint) ? endpoint : {})) {
      for (const list of ['params', 'body']) {
        for (const [name, parameter] of Object.entries(child(details, list) ?? {})) {
          if (!isObject(parameter)) continue;
          const path = ['endpoints', index, route, list, name].map(escapeToken).join('/');
          visit(name, parameter, `/${path}`);
        }
      }
    }
  }
}

function literalSecret(pointer: string, what: string): Flaw {
  return {
    code: 'MG131',
    message: `A literal credential seems to stand here: ${what}.`,
    pointer,
    help: 'Remove it: the generated server reads credentials from the environment (see `auth`).',
  };
}
