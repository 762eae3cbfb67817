import type { Protocol } from './schema.js';

/**
 * Names of the fields that the determination does not handle yet. A command refuses a protocol that uses one, by these names
 * (rulings 9): an answer that skipped a condition would look like any other answer.
 */
export function unhandledFields(protocol: Protocol): string[] {
  return protocol.exposure.flatMap((rule) => [
    ...(rule.gridCompanion ? [`exposure ${rule.id}: gridCompanion`] : []),
    ...(rule.seat?.also?.length ? [`exposure ${rule.id}: seat.also`] : []),
  ]);
}
