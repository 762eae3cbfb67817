/** What the server knows of itself; set once at start. */
export class About {
  constructor(
    readonly demo: boolean,
    readonly version: string,
    /** Where people open it; in the text of notices. */
    readonly address: () => string,
  ) {}
}
