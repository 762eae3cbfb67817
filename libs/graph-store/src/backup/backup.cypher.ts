/** Whoever writes waits on the counter; while it is held the graph stands still, so the dump is of one moment. */
export const HOLD_STILL = `
  MATCH (c:Counter {id: 'graph'})
  SET c.rev = c.rev
  RETURN c.rev AS rev, c.auditSeq AS auditSeq, c.auditHash AS auditHash`;

/** Names and values; moments as text, which the database writes far sooner than the driver reads them with their zones. */
const propertiesOf = (what: string): string =>
  `[name IN keys(${what}) | [name, CASE WHEN ${what}[name] IS :: ZONED DATETIME THEN {moment: toString(${what}[name])} ELSE ${what}[name] END]]`;

export const EVERY_NODE = `
  MATCH (n) WHERE NOT n:__Neo4jMigration AND NOT n:Session
  RETURN labels(n)[0] AS label, ${propertiesOf('n')} AS properties`;

export const EVERY_RELATIONSHIP = `
  MATCH (a)-[r]->(b) WHERE NOT a:__Neo4jMigration
  RETURN type(r) AS type, labels(a)[0] AS fromLabel, a.id AS fromId, labels(b)[0] AS toLabel, b.id AS toId, ${propertiesOf('r')} AS properties`;
