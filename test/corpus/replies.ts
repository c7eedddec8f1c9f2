import type { Tool } from '../../src/model/model.js';
import { firstError, type Compile } from './compile.js';
import { asObject, at, deref, isObject, membersOf, type Place } from './document.js';
import type { Pair } from './pairing.js';
import { messageOf, type Accuse } from './rules.js';
import type { SourceOperation } from './source-operation.js';

/** How output schemas judge the examples that descriptions give of their own replies. */
export interface ReplyReport {
  /** Tools that have an output schema. */
  readonly schemas: number;
  readonly examples: number;
  readonly accepted: number;
  /** The first that were refused, `<pointer> <why>`. */
  readonly refused: readonly string[];
}

const budget = 2_048;
const mostRefused = 10;
const allowed = ['$ref', 'type', 'description', 'properties', 'items', 'additionalProperties'];

/** Checks every output schema; many operations share one. */
export function checkReplies(
  document: unknown,
  pairs: readonly Pair[],
  { compile, accuse }: { readonly compile: Compile; readonly accuse: Accuse },
): ReplyReport {
  const report = { schemas: 0, examples: 0, accepted: 0, refused: new Array<string>() };
  const known = new Map<string, FlawOf>();
  for (const { operation, tool } of pairs) {
    if (tool.outputSchema === undefined) continue;
    report.schemas += 1;
    const text = JSON.stringify(tool.outputSchema);
    const flawOf = known.get(text) ?? checkSchema(tool, tool.outputSchema, compile, accuse);
    known.set(text, flawOf);
    for (const { value, pointer } of replyExamples(document, operation)) {
      const flaw = flawOf(isObject(value) ? value : { result: value });
      report.examples += 1;
      if (flaw === undefined) report.accepted += 1;
      else if (report.refused.length < mostRefused) report.refused.push(`${pointer} ${flaw}`);
    }
  }
  return report;
}

/** What is wrong with a value; undefined if nothing is. */
type FlawOf = (value: unknown) => string | undefined;

function checkSchema(
  { name }: Tool,
  schema: NonNullable<Tool['outputSchema']>,
  compile: Compile,
  accuse: Accuse,
): FlawOf {
  const bytes = Buffer.byteLength(JSON.stringify(schema));
  if (bytes > budget) accuse('output schema over budget', `${name} ${bytes}`);
  const { $defs, ...root } = schema;
  for (const part of [root, ...Object.values(asObject($defs))]) {
    for (const keyword of keywordsOf(part)) {
      if (!allowed.includes(keyword)) accuse('output schema restricts', `${name} ${keyword}`);
    }
  }
  try {
    const validate = compile(schema);
    if (!validate({})) accuse('output schema refuses {}', name);
    return (value) => (validate(value) ? undefined : firstError(validate));
  } catch (error) {
    accuse('output schema does not compile', `${name} ${messageOf(error)}`);
    return () => undefined;
  }
}

function keywordsOf(schema: unknown): readonly string[] {
  if (!isObject(schema)) return [];
  const { properties, items, additionalProperties } = schema;
  const parts = [...Object.values(asObject(properties)), items, additionalProperties];
  return [...Object.keys(schema), ...parts.flatMap(keywordsOf)];
}

/** The examples of the JSON of successful replies. */
function replyExamples(document: unknown, { pointer }: SourceOperation): readonly Place[] {
  const operation = deref(document, { value: { $ref: `#${pointer}` }, pointer: '' });
  return membersOf(at(operation, 'responses'))
    .filter(([status]) => /^2\d\d$/.test(status))
    .flatMap(([, response]) => membersOf(at(deref(document, response), 'content')))
    .filter(([type]) => /^[^;]*[/+]json\b/.test(type))
    .flatMap(([, media]) => {
      const named = membersOf(at(media, 'examples')).map(([, example]) =>
        at(deref(document, example), 'value'),
      );
      return [at(media, 'example'), ...named];
    })
    .filter(({ value }) => isObject(value) || Array.isArray(value));
}
