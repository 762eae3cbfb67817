import type { Protocol } from './schema.js';

/**
 * Names of the fields that deriving from stays does not handle yet. A command refuses a protocol that uses one, by these names
 * (rulings 9): an answer that skipped a condition would look like any other answer. `gridCompanion` reads phone signals, which a derivation
 * from stays is not given: `gridCompanions` decides on them alone.
 */
export function unhandledFields(protocol: Protocol): string[] {
  return protocol.exposure.filter((rule) => rule.gridCompanion).map((rule) => `exposure ${rule.id}: gridCompanion`);
}
