/** A property of the database as a statement of the backup tells it: moments as text, with their zone. */
export type ToldProperty = readonly [name: string, value: unknown];

const isMoment = (value: unknown): value is { moment: string } => typeof value === 'object' && value !== null && 'moment' in value;

/**
 * A bare float that happens to be whole comes back as an integer of the same value. Throws at a kind of value that a restore could not
 * give back, such as a date.
 */
export const propertiesToJson = (properties: readonly ToldProperty[]): Record<string, unknown> =>
  Object.fromEntries(properties.map(([name, value]) => [name, toJson(name, value)]));

function toJson(name: string, value: unknown): unknown {
  if (isMoment(value)) return { $moment: value.moment };
  const parts = Array.isArray(value) ? value : [value];
  if (parts.some((part) => typeof part === 'object')) throw new Error(`The property ${name} is of a kind that a backup cannot keep.`);
  return value;
}

/** Which of the properties are moments: set by Cypher's own reader, so that zone and offset come back as they were. */
export function splitMoments(properties: Record<string, unknown>): { plain: Record<string, unknown>; moments: Record<string, string> } {
  const plain: Record<string, unknown> = {};
  const moments: Record<string, string> = {};
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'object' && value !== null && '$moment' in value) moments[name] = String((value as { $moment: string }).$moment);
    else plain[name] = value;
  }
  return { plain, moments };
}
