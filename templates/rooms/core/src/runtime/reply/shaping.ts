import type { Arguments } from '../custom.js';
import type { Outcome } from '../jmespath/evaluate.js';
import type { Pick } from '../jmespath/pick.js';
import { shapeIn, type ReplyShape } from '../reply-shape.js';
import type { Tool } from '../tool.js';
import type { TextContent } from './content.js';
import { describeJson } from './describe-json.js';
import { cutText } from './fit.js';
import { tableOf, type Table } from './table.js';

/** What is done to a reply in JSON before it is shown. */
export interface Shaping {
  /** The name of the argument that says what to pick. */
  readonly argument: string;
  readonly pick?: Pick;
  readonly table: boolean;
}

export interface Shaped {
  readonly content: TextContent;
  readonly table?: Table;
  /** In square brackets, on one line; '' if there is nothing to say. */
  readonly remark: string;
}

const MOST_NAMES = 5;
const LONGEST_NAME = 40;

/**
 * What a call asks for, in its arguments or beside them; undefined if that is nothing. ArgumentsError if it cannot be
 * read. JMESPath is loaded at its first use.
 */
export async function readShaping(
  tool: Tool,
  args: Arguments,
  asked: ReplyShape = {},
): Promise<Shaping | undefined> {
  const { fields, table = false } = { ...shapeIn(tool, args), ...asked };
  const argument = asked.fields === undefined ? (tool.shape?.fields ?? 'fields') : 'fields';
  if (fields === undefined) return table ? { argument, table } : undefined;
  const { readPick } = await import('../jmespath/pick.js');
  return { argument, table, pick: readPick(fields, argument) };
}

/** What was asked for of a reply, with a remark where nothing or not everything was found. */
export function shapeContent(content: TextContent, shaping: Shaping): Shaped {
  const { pick, table } = shaping;
  if (content.kind !== 'json') {
    return { content, remark: noEffect(shaping, `the reply is no JSON but ${content.mimeType}`) };
  }
  let picked: Outcome = { json: content.text, missed: [] };
  let remark = '';
  try {
    picked = pick?.(content.text) ?? picked;
    remark = missingRemark(content.text, picked, shaping);
  } catch (error) {
    // The answer must not be lost with what cannot be picked from it.
    const reason = error instanceof Error ? error.message : String(error);
    remark = noEffect(shaping, reason);
  }
  const made = table ? tableOf(picked.json) : undefined;
  return { content: { ...content, text: picked.json }, remark, ...(made && { table: made }) };
}

/** That a reply is as the API gave it; '' if nothing was to be picked. */
export function noEffect(shaping: Shaping | undefined, reason: string): string {
  return shaping?.pick === undefined ? '' : `[\`${shaping.argument}\` had no effect: ${reason}]`;
}

function missingRemark(reply: string, { json, missed }: Outcome, { argument }: Shaping): string {
  const isNothing = isEmpty(json) && !isEmpty(reply);
  if (!isNothing && missed.length === 0) return '';
  const names = missed.slice(0, MOST_NAMES).map((name) => `\`${quoted(name)}\``);
  const more = missed.length > names.length ? ', …' : '';
  const absent = `there is no ${names.join(', ')}${more} where it looks`;
  const found = isNothing
    ? `\`${argument}\` picked nothing${names.length > 0 ? `: ${absent}` : ''}`
    : `\`${argument}\`: ${absent}`;
  return `[${found}; the reply is ${describeJson(reply)}]`;
}

function isEmpty(json: string): boolean {
  return ['null', '[]', '{}', '""'].includes(json);
}

function quoted(name: string): string {
  return cutText(JSON.stringify(name).slice(1, -1), LONGEST_NAME).replace(/\p{C}/gu, ' ');
}
