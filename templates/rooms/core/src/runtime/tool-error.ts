/** A failure that the model is told about: its message says what to do and holds no secret. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
}
