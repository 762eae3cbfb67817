import neo4j from 'neo4j-driver';

const isTemporal = (value: unknown): boolean =>
  neo4j.isDateTime(value as object) || neo4j.isDate(value as object) || neo4j.isLocalDateTime(value as object);

/** A property as JSON. Moments keep their zone; a bare float that happens to be whole comes back as an integer of the same value. */
export function toJson(value: unknown): unknown {
  if (isTemporal(value)) return { $moment: String(value) };
  return Array.isArray(value) ? value.map(toJson) : value;
}

export const propertiesToJson = (properties: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, toJson(value)]));

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
