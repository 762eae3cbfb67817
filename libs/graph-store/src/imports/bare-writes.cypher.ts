/** What an import leaves of a stay, without looking anything up, checking, counting or auditing. */
export const WRITE_BARE_STAYS = `
  UNWIND $rows AS row
  MATCH (person:Person {id: row.personId})
  MATCH (place:Place {id: row.placeId})
  CREATE (s:Stay {id: row.id, personId: row.personId, placeId: row.placeId, source: row.source, long: false, rev: 0,
      protection: 'unknown', ceiling: 'definite',
      start: datetime({epochMillis: row.start, timezone: $tz}), end: datetime({epochMillis: row.end, timezone: $tz}),
      startLatest: datetime({epochMillis: row.start, timezone: $tz}), endEarliest: datetime({epochMillis: row.end, timezone: $tz})})
  CREATE (s)-[:BY]->(person), (s)-[:AT]->(place)
  CREATE (e:Evidence {id: row.id + '/evidence', personId: row.personId, placeId: row.placeId, source: row.source, rev: 0,
      start: datetime({epochMillis: row.start, timezone: $tz}), end: datetime({epochMillis: row.end, timezone: $tz})})
  CREATE (e)-[:SUPPORTS]->(s), (e)-[:ABOUT]->(person)`;

/** What stands in the graph of the stays whose ids begin so; the same of two writers, when both have written the same. */
export const TOTALS_OF_STAYS = `
  MATCH (s:Stay) WHERE s.id STARTS WITH $prefix
  MATCH (s)-[:BY]->(person:Person), (s)-[:AT]->(place:Place), (s)<-[:SUPPORTS]-(e:Evidence)-[:ABOUT]->(person)
  RETURN count(s) AS stays, sum(s.start.epochSeconds) AS starts, sum(s.end.epochSeconds) AS ends, sum(e.start.epochSeconds) AS evidence,
         count(DISTINCT person) AS people, count(DISTINCT place) AS places`;
