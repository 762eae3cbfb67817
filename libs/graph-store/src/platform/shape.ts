import { type Label, NODES } from '@tracewright/graph-schema';

/**
 * A moment of a parameter, to compare with stored ones: in the zone that they are kept in, since of two equal instants Neo4j calls one
 * later than the other when their zones differ.
 */
export const moment = (millis: string): string => `datetime({epochMillis: ${millis}, timezone: $tz})`;

const zoned = (from: string): string => `CASE WHEN ${from} IS NULL THEN null ELSE ${moment(from)} END`;

/** Sets a node to the values of a map in which moments are epoch milliseconds; they are stored with their zone. */
export function setFrom(label: Label, node: string, map: string): string {
  const moments = NODES[label].instants.map((name) => `${node}.${name} = ${zoned(`${map}.${name}`)}`);
  return [`SET ${node} = ${map}`, ...moments.map((m) => `, ${m}`)].join('\n');
}

/** The same, but keeps what the map does not name. */
export function mergeFrom(label: Label, node: string, map: string, names: readonly string[]): string {
  const instants = new Set(NODES[label].instants as readonly string[]);
  return `SET ${names.map((name) => `${node}.${name} = ${instants.has(name) ? zoned(`${map}.${name}`) : `${map}.${name}`}`).join(', ')}`;
}

/** A node as a map, moments as epoch milliseconds again. */
export function asMap(label: Label, node: string): string {
  const moments = NODES[label].instants.map((name) => `, ${name}: ${node}.${name}.epochMillis`);
  return `${node} {.*${moments.join('')}}`;
}

/** The former values of `n` stay behind as a Version with its revision (ruling 4), unless this transaction wrote them itself. */
const leaveVersion = (label: Label): string => `
    FOREACH (_ IN CASE WHEN n.rev IS NULL OR n.rev = $rev THEN [] ELSE [1] END |
      CREATE (v:Version)-[:OF]->(n)
      SET v = properties(n), v.id = n.id + '@' + toString(n.rev), v.label = '${label}', v.nodeId = n.id,
          v.at = ${moment('$now')}, v.by = $by)`;

/** Removes facts by `$ids`, softly: the index and open screens must see that they went, and what was once said stays readable. */
export const removeFacts = (label: Label): string => `
    MATCH (n:${label}) WHERE n.id IN $ids AND n.deleted IS NULL
    ${leaveVersion(label)}
    SET n.deleted = true, n.rev = $rev`;

/**
 * Writes facts of one label by id. A changed one leaves its former values behind as a Version with its revision (ruling 4);
 * one changed twice in one transaction leaves only what stood before it. `then` goes on with `n`, its `row`, and the `link` given beside it.
 */
export function saveFacts(label: Label, then = ''): string {
  return `
    UNWIND $rows AS given
    WITH given.fact AS row, given.link AS link
    MERGE (n:${label} {id: row.id})
    ${leaveVersion(label)}
    WITH n, row, link
    ${setFrom(label, 'n', 'row')}, n.rev = $rev
    ${then}`;
}
