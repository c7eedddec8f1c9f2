/** A failure that the model is told about: its message says what to do and holds no secret. */
export class ToolError extends Error {
  override readonly name: string = 'ToolError';
}

/** A failure for which the arguments are to blame; nothing was sent. */
export class ArgumentsError extends ToolError {
  override readonly name = 'ArgumentsError';
}
