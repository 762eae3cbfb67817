/** Labels and types come from the catalog: the dump's own words are checked against it before they reach a statement. */
export const restoreNodes = (label: string): string => `
  UNWIND $rows AS row
  MERGE (n:${label} {id: row.plain.id})
  SET n = row.plain
  FOREACH (name IN keys(row.moments) | SET n[name] = datetime(row.moments[name]))`;

export const restoreRelationships = (type: string, fromLabel: string, toLabel: string): string => `
  UNWIND $rows AS row
  MATCH (a:${fromLabel} {id: row.fromId})
  MATCH (b:${toLabel} {id: row.toId})
  CREATE (a)-[r:${type}]->(b)
  SET r = row.plain
  FOREACH (name IN keys(row.moments) | SET r[name] = datetime(row.moments[name]))`;
