import type { Protocol } from './schema.js';

/** What a derivation is given to read. */
export type Read = 'stays' | 'stays and signals';

/**
 * Names of the fields that a derivation does not handle. A command refuses a protocol that uses one, by these names
 * (rulings 9): an answer that skipped a condition would look like any other answer. `gridCompanion` reads phone signals, which only
 * `derive` from files is given.
 */
export function unhandledFields(protocol: Protocol, read: Read = 'stays'): string[] {
  if (read === 'stays and signals') return [];
  return protocol.exposure.filter((rule) => rule.gridCompanion).map((rule) => `exposure ${rule.id}: gridCompanion`);
}
