import { ToolError } from '../tool-error.js';

/** Thrown for a call that comes too early: the message says when to try again, and nothing was sent. */
export class LimitError extends ToolError {
  override readonly name = 'LimitError';
}
