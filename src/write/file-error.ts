import { InputError } from '../diagnostics.js';

/** Whether an error is one of the file system; with codes, whether it is one of these. */
export function isErrno(
  error: unknown,
  ...codes: readonly string[]
): error is NodeJS.ErrnoException {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return false;
  return codes.length === 0 || (typeof error.code === 'string' && codes.includes(error.code));
}

/** Does work of which an error of the file system is an `InputError`, since no bug of mcp-gen causes it. */
export async function explainErrno<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isErrno(error)) throw error;
    throw new InputError([
      {
        code: 'MG411',
        severity: 'error',
        message: `The file system refused: ${error.message}`,
        help: 'Remove the cause and run again.',
      },
    ]);
  }
}
