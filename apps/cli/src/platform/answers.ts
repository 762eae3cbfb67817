/** Refused or failed: one sentence that says what, where and what to do. Exit code 1. */
export class Refused extends Error {}
/** The command was called wrongly. Exit code 2. */
export class WrongUsage extends Error {}

/** Progress and remarks; standard output belongs to the answer alone. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** The one answer of a command: a JSON document with `--json`, lines for people otherwise. */
export function answer(json: boolean, document: unknown, lines: readonly string[]): void {
  process.stdout.write(json ? `${JSON.stringify(document, null, 2)}\n` : `${lines.join('\n')}\n`);
}
