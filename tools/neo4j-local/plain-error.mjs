/**
 * A failure that whoever runs the program can do something about: its message is a sentence saying what.
 * Programs print the message alone; anything else that is thrown is a surprise and keeps its stack.
 */
export class PlainError extends Error {
  /** @param {string} message @param {{ cause?: unknown }} [options] */
  constructor(message, options) {
    super(message, options);
    this.name = 'PlainError';
  }
}

/**
 * Prints an error as a program's last word: the sentence of a plain error, the stack of a surprise.
 * @param {unknown} error
 */
export function explain(error) {
  if (error instanceof PlainError) return error.message;
  if (error instanceof Error) return plainFromSystem(error)?.message ?? error.stack ?? error.message;
  return String(error);
}

/**
 * The few errors of the operating system that have a plain remedy.
 * @param {Error & { code?: string, path?: string }} error
 */
export function plainFromSystem(error) {
  const where = error.path ? ` (writing ${error.path})` : '';
  if (error.code === 'ENOSPC') return new PlainError(`The disk is full${where}: free some space and run this again.`, { cause: error });
  if (error.code === 'EROFS' || error.code === 'EACCES')
    return new PlainError(
      `${error.path ?? 'A folder'} may not be written: set TRACEWRIGHT_HOME and TRACEWRIGHT_CACHE to folders that you own.`,
      {
        cause: error,
      },
    );
  return undefined;
}
