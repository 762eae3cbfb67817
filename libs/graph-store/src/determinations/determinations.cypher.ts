import { asMap, removeFacts, setFrom } from '../platform/shape.js';

export const LIVE_OF_CASE = `MATCH (d:Determination {caseId: $caseId, live: true}) RETURN ${asMap('Determination', 'd')} AS d ORDER BY d.key`;

/** Value by value: a map each, of names and values, takes the driver five times as long to read. */
export const STANDING_OF_CASE = `
  MATCH (d:Determination {caseId: $caseId, live: true})
  RETURN d.personId AS personId, d.viaPersonId AS viaPersonId, d.cls AS cls, d.certainty AS certainty, d.last.epochMillis AS last,
         d.origin AS origin, d.decision AS decision`;

export const DECIDED_OF_CASE = `
  MATCH (d:Determination {caseId: $caseId, live: true}) WHERE d.decision IS NOT NULL AND d.viaPersonId IS NULL
  RETURN d.personId AS personId, d.decision AS decision ORDER BY d.key`;

export const LIVE_OF_PEOPLE = `
  MATCH (d:Determination) WHERE d.personId IN $personIds AND d.live = true
  RETURN ${asMap('Determination', 'd')} AS d ORDER BY d.personId, d.key`;

/** A case at a busy place has tens of thousands of its own in the second degree: those are not even read. */
export const DEFINITE_ELSEWHERE = `
  MATCH (d:Determination) WHERE d.personId IN $personIds AND d.live = true AND d.viaPersonId IS NULL AND d.caseId <> $caseId
    AND d.certainty = 'definite' AND coalesce(d.decision, '') <> 'EXCLUDED'
  RETURN DISTINCT d.personId AS personId, d.cls AS cls`;

export const HISTORY_OF_PERSON = `
  MATCH (d:Determination)-[:FOR]->(:Person {id: $personId})
  RETURN ${asMap('Determination', 'd')} AS d ORDER BY d.at DESC, d.id LIMIT 200`;

export const END_DETERMINATIONS = 'MATCH (d:Determination) WHERE d.id IN $ids SET d.live = false, d.rev = $rev';

/** A determination is never edited: the new one supersedes the live one of its key, so a list can be shown as it was pushed. */
export const ADD_DETERMINATIONS = `
  UNWIND $rows AS row
  CREATE (d:Determination)
  ${setFrom('Determination', 'd', 'row')}, d.rev = $rev
  WITH d, row
  MATCH (p:Person {id: row.personId})
  MATCH (c:CaseEpisode {id: row.caseId})
  CREATE (d)-[:FOR]->(p), (d)-[:OF_CASE]->(c)
  WITH d, row
  MATCH (old:Determination {key: row.key, live: true}) WHERE old <> d
  SET old.live = false
  CREATE (d)-[:SUPERSEDES]->(old)`;

export const DECIDE = `
  MATCH (d:Determination) WHERE d.id IN $ids
  SET d.decision = $decision, d.reason = $reason, d.decidedBy = $by, d.decidedAt = datetime({epochMillis: $now, timezone: $tz}),
      d.decidedCls = d.cls, d.decidedFirst = d.first, d.decidedLast = d.last, d.rev = $rev`;

export const NAMINGS_OF_CASE = `MATCH (n:Naming {caseId: $caseId}) WHERE n.deleted IS NULL RETURN ${asMap('Naming', 'n')} AS n ORDER BY n.id`;
export const NAMINGS_OF_PERSON = `MATCH (n:Naming {personId: $personId}) WHERE n.deleted IS NULL RETURN ${asMap('Naming', 'n')} AS n ORDER BY n.id`;

export const NAMINGS_AT_EVENTS = `
  MATCH (n:Naming) WHERE n.placeId IN $placeIds AND n.caseId IS NULL AND n.deleted IS NULL
  RETURN ${asMap('Naming', 'n')} AS n ORDER BY n.id`;

/** Without a case, at an event, only the person is linked. */
export const LINK_NAMING = `
  WITH n, row
  MATCH (p:Person {id: row.personId})
  MATCH (c:CaseEpisode {id: row.caseId})
  MERGE (n)-[:NAMES]->(p)
  MERGE (n)-[:NAMED_FOR]->(c)`;

export const MARK_DERIVED = `
  MATCH (c:CaseEpisode) WHERE c.id IN $caseIds
  SET c.derivedRev = $rev, c.leftOutDegree = $degree, c.leftOutRelations = $relations, c.leftOutPlaceId = $placeId`;

export const ROOM_OF_TRANSACTION = "SHOW SETTINGS 'dbms.memory.transaction.total.max' YIELD value";

export const LEFT_OUT_OF_CASE = `
  MATCH (c:CaseEpisode {id: $caseId}) WHERE c.leftOutDegree IS NOT NULL
  RETURN c.leftOutDegree AS degree, c.leftOutRelations AS relations, c.leftOutPlaceId AS placeId`;

export const NAMING_BY_ID = `MATCH (n:Naming {id: $id}) WHERE n.deleted IS NULL RETURN ${asMap('Naming', 'n')} AS n`;

export const REMOVE_NAMINGS = removeFacts('Naming');
