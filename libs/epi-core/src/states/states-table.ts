/** What a state is called. Every screen, export and message takes its words from here. */
export interface StateWords {
  readonly zh: string;
  readonly en: string;
}

export function defineStates<const T extends Record<string, StateWords>>(table: T): Readonly<T> {
  return Object.freeze(table);
}
