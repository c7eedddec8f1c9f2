import type { Arguments } from './custom.js';
import { argumentValue } from './request/given.js';
import type { Tool } from './tool.js';

/** What a caller wants to read of a reply in JSON. Any other reply stays as it is. */
export interface ReplyShape {
  /** A JMESPath expression that picks from the reply. */
  readonly fields?: string;
  /** Whether a uniform list of objects may be written as a table, where that is shorter. */
  readonly table?: boolean;
}

/** The shape that the arguments of a call ask for, by a tool that has arguments for it. */
export function shapeIn({ shape }: Tool, args: Arguments): ReplyShape {
  if (shape === undefined) return {};
  const fields = argumentValue(args, shape.fields);
  const table = shape.table === undefined ? undefined : argumentValue(args, shape.table);
  return {
    ...(typeof fields === 'string' && { fields }),
    ...(typeof table === 'boolean' && { table }),
  };
}
