import { namesOf } from '../../templates/rooms/core/src/runtime/request/given.js';
import type { OutputFile } from '../../src/emit/output-file.js';
import type { ServerModel, Tool } from '../../src/model/model.js';
import { defaultSchemaBudget } from '../../src/model/schema/input-schema.js';
import { compileTemplate } from '../../templates/rooms/core/src/runtime/uri-template.js';
import { get } from './document.js';
import type { Pair } from './pairing.js';

/** Hears of what must never be: the rule, and what breaks it. */
export type Accuse = (rule: string, what: string) => void;

/** Characters of text that a model reads and no person sees. */
const invisible =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/;

const reservedFiles = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

export function checkNames(model: ServerModel, accuse: Accuse): void {
  const tools = model.groups.flatMap((group) => group.tools);
  const rules = [
    ['tool name', tools.map(({ name }) => name), /^[a-z0-9_]{1,64}$/],
    ['group file', model.groups.map(({ file }) => file), /^[a-z0-9-]+$/],
    ['environment name', model.environment.map(({ name }) => name), /^[A-Z][A-Z0-9_]*$/],
    ['component name', model.components.map(({ name }) => name), /^[A-Za-z_$][A-Za-z0-9_$]*$/],
    ['server name', [model.name], /^[a-z][a-z0-9-]*$/],
    ['URI scheme', [model.uriScheme], /^[a-z][a-z0-9+.-]*$/],
  ] as const;
  for (const [rule, names, form] of rules) {
    for (const name of names) if (!form.test(name)) accuse(`${rule} malformed`, name);
    for (const name of twice(names.map(lowerCase))) accuse(`${rule} not unique`, name);
  }
  for (const { file, tools: members } of model.groups) {
    if (reservedFiles.test(file)) accuse('group file reserved', file);
    if (members.length === 0) accuse('group empty', file);
  }
}

/** One tool an operation, with the same method and path. */
export function checkPairs(
  pairs: readonly Pair[],
  counted: { readonly operations: number; readonly tools: number; readonly skipped: number },
  accuse: Accuse,
): void {
  const { operations, tools, skipped } = counted;
  if (tools !== operations - skipped) {
    accuse('tools != operations', `${tools} tools, ${operations} operations, ${skipped} skipped`);
  }
  for (const name of twice(pairs.map(({ tool }) => tool.name))) accuse('tool of two', name);
  for (const { operation, tool } of pairs) {
    const { request } = tool;
    if (request.method !== operation.method) accuse('method differs', tool.name);
    const wanted = operation.path.split('#')[0] ?? '';
    if (!wanted.startsWith(request.path.split('?')[0] ?? '')) accuse('path differs', tool.name);
    const sent = new Set(
      request.parameters?.flatMap(({ in: place, name }) => (place === 'path' ? [name] : [])),
    );
    for (const [, name = ''] of request.path.matchAll(/\{([^{}/?#]+)\}/g)) {
      if (!sent.has(name)) accuse('path variable without argument', `${tool.name} ${name}`);
    }
  }
}

export function checkTool(tool: Tool, accuse: Accuse): void {
  const { name, description, inputSchema } = tool;
  const bytes = Buffer.byteLength(JSON.stringify(inputSchema));
  if (bytes > defaultSchemaBudget && !isBare(inputSchema))
    accuse('over budget', `${name} ${bytes}`);
  if (Array.from(description).length > 1024) accuse('description too long', name);
  if (description === '') accuse('description empty', name);
  if (invisible.test(description)) accuse('description with invisible characters', name);
  for (const keyword of ['anyOf', 'oneOf', 'allOf', 'not', '$ref', 'enum']) {
    if (keyword in inputSchema) accuse('root keyword', `${name} ${keyword}`);
  }
  checkArguments(tool, accuse);
}

function checkArguments(tool: Tool, accuse: Accuse): void {
  const { name, inputSchema } = tool;
  const { properties = {}, required = [] } = inputSchema;
  for (const [argument, schema] of Object.entries(properties)) {
    if (!/^[A-Za-z0-9_.-]{1,64}$/.test(argument)) accuse('argument name', `${name} ${argument}`);
    const text = get(schema, 'description');
    if (typeof text === 'string' && Array.from(text).length > 512) {
      accuse('argument description too long', `${name} ${argument} ${text.length}`);
    }
  }
  const sent = argumentsOf(tool);
  for (const argument of twice(sent)) accuse('argument sent twice', `${name} ${argument}`);
  for (const argument of [...sent, ...required]) {
    if (!Object.hasOwn(properties, argument)) accuse('argument unknown', `${name} ${argument}`);
  }
  for (const argument of Object.keys(properties)) {
    if (!sent.includes(argument)) accuse('argument never sent', `${name} ${argument}`);
  }
}

/** Whether nothing is left in the schema but names and types, which a budget cannot take away. */
function isBare(schema: Tool['inputSchema']): boolean {
  return Object.values(schema.properties ?? {}).every((property) =>
    Object.keys(property).every((keyword) => ['type', 'items'].includes(keyword)),
  );
}

function argumentsOf({ request }: Tool): readonly string[] {
  const { body, parameters = [] } = request;
  const inBody =
    body === undefined
      ? []
      : 'argument' in body
        ? [body.argument]
        : body.properties.map((property) => namesOf(property).argument);
  return [...parameters.map(({ name, argument }) => argument ?? name), ...inBody];
}

export function checkResources(model: ServerModel, accuse: Accuse): void {
  const tools = new Map(
    model.groups.flatMap(({ tools }) => tools.map((tool) => [tool.name, tool])),
  );
  for (const uri of twice(model.resources.map(({ uri }) => uri))) accuse('URI not unique', uri);
  for (const { uri, tool: name } of model.resources) {
    const tool = tools.get(name);
    if (tool === undefined) accuse('resource without tool', uri);
    if (!uri.startsWith(`${model.uriScheme}://api/`)) accuse('URI malformed', uri);
    const plain = uri.replace(/\{[?&][^{}]*\}$/, '').replace(/\{\w[\w.]*\}/g, 'x');
    if (/[{}\s]/.test(plain) || !URL.canParse(plain)) accuse('URI malformed', uri);
    if (compileTemplate(uri).match(plain) === undefined) accuse('URI does not match itself', uri);
    const properties = Object.keys(tool?.inputSchema.properties ?? {});
    const known = new Set(properties.map((property) => property.replaceAll('-', '_')));
    for (const [, variables = ''] of uri.matchAll(/\{[?&]?([^{}]*)\}/g)) {
      for (const variable of variables.split(',')) {
        if (!known.has(variable)) accuse('URI variable unknown', `${uri} ${variable}`);
      }
    }
  }
}

export function checkFiles(files: readonly OutputFile[], accuse: Accuse): void {
  for (const path of twice(files.map(({ path }) => lowerCase(path)))) accuse('file twice', path);
  for (const { path, content } of files) {
    const segments = path.split('/');
    const isPlain = segments.every(
      (segment) => /^[\w.-]+$/.test(segment) && !/^\.\.?$/.test(segment) && segment.length <= 100,
    );
    if (!isPlain || segments.some((segment) => reservedFiles.test(segment))) accuse('path', path);
    if (content.includes('\r') || !content.endsWith('\n')) accuse('line ends', path);
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Some file systems tell no case apart, and people do not either. */
function lowerCase(name: string): string {
  return name.toLowerCase();
}

function twice(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size);
}
