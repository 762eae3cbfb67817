/** A command: its words, its options in one line, and what it does. Throws Refused or WrongUsage; anything else is a surprise. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly does: string;
  run(args: readonly string[]): Promise<void>;
}
