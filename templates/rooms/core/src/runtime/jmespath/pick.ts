import { evaluate, type Outcome } from './evaluate.js';
import { readExpression } from './expression.js';

/** Picks from a reply, which is compact JSON. EvaluationError if that cannot be done with this one. */
export type Pick = (json: string) => Outcome;

/** What an expression picks. ArgumentsError, which names the argument, if it is none. */
export function readPick(expression: string, argument: string): Pick {
  const node = readExpression(expression, argument);
  return (json) => evaluate(node, json);
}
