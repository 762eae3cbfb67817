import { asMap, setFrom } from '../platform/shape.js';

export const CASES_BY_ID = `MATCH (c:CaseEpisode) WHERE c.id IN $ids RETURN ${asMap('CaseEpisode', 'c')} AS episode`;

export const CASES_OF_PEOPLE = `MATCH (c:CaseEpisode)-[:OF]->(p:Person) WHERE p.id IN $personIds RETURN ${asMap('CaseEpisode', 'c')} AS episode ORDER BY c.no`;

const MATCHING = `
  MATCH (c:CaseEpisode)-[:OF]->(p:Person)
  WHERE c.areaPath STARTS WITH $areaPath AND ($category IS NULL OR c.category = $category)
    AND ($text IS NULL OR c.no CONTAINS $text OR p.name CONTAINS $text OR any(w IN p.words WHERE w STARTS WITH $text))`;

export const CASE_COUNT = `${MATCHING} RETURN count(c) AS total`;

export const CASE_LIST = `
  ${MATCHING} AND ($after IS NULL OR c.no < $after)
  WITH c ORDER BY c.no DESC LIMIT $first
  OPTIONAL MATCH (d:Determination {caseId: c.id, live: true})
  RETURN ${asMap('CaseEpisode', 'c')} AS episode,
         count(DISTINCT CASE WHEN d.certainty = 'definite' THEN d.personId END) AS contacts,
         count(DISTINCT CASE WHEN d.certainty = 'possible' AND d.decision IS NULL THEN d.personId END) AS possible
  ORDER BY episode.no DESC`;

export const LINK_CASE = `
  WITH n, row
  MATCH (p:Person {id: row.personId})
  MERGE (n)-[:OF]->(p)
  WITH n, row
  OPTIONAL MATCH (:CaseEpisode)-[old:INFECTED]->(n)
  DELETE old
  WITH DISTINCT n, row
  MATCH (source:CaseEpisode {id: row.infectedById})
  MERGE (source)-[:INFECTED]->(n)`;

export const CASES_VISITING = `
  MATCH (place:Place)<-[:AT]-(s:Stay) WHERE place.id IN $placeIds AND s.deleted IS NULL
  MATCH (c:CaseEpisode {personId: s.personId})
  RETURN DISTINCT c.id AS id ORDER BY id`;

export const CASES_BEHIND_PROTOCOL = `
  MATCH (v:ProtocolVersion) WHERE v.state IN ['ACTIVE', 'RETIRED'] AND v.activatedAt IS NOT NULL
  WITH split(v.id, '@')[0] AS protocolId, max(v.rev) AS rev
  MATCH (c:CaseEpisode) WHERE c.protocolId = protocolId AND coalesce(c.derivedRev, 0) < rev
  RETURN c.id AS id ORDER BY id`;

export const CASES_BY_PROTOCOL = `
  MATCH (c:CaseEpisode) RETURN c.protocolId AS protocolId, count(c) AS cases ORDER BY protocolId`;

export const HISTORY_OF = `
  MATCH (v:Version {nodeId: $id})
  RETURN v.at.epochMillis AS at, v.by AS by, v {.*, at: null} AS before ORDER BY v.rev DESC LIMIT 200`;

export const HIGHEST_CASE_NO = `MATCH (c:CaseEpisode) WHERE c.no =~ '[0-9]+' RETURN max(toInteger(c.no)) AS highest`;

export const ANSWERS_OF = `MATCH (q:QuestionAnswer {caseId: $caseId}) RETURN ${asMap('QuestionAnswer', 'q')} AS answer ORDER BY q.at, q.id`;
export const SAVE_ANSWER = `
  MERGE (q:QuestionAnswer {id: $row.id})
  ${setFrom('QuestionAnswer', 'q', '$row')}, q.rev = $rev`;

/**
 * From what was written to whom it may concern, in steps that are asked slice by slice. Whoever was at a place that changed, or at one above,
 * below or beside it (ruling 6), concerns the case that they are and the cases they are a contact of: there they may stand in the middle of a
 * second degree. Who became a case is no contact of others any more, and whose case was excluded may be one again. Whom an event names
 * concerns the cases who were there. Enters by indexes; a busy place's relationships are never walked, but an event's are.
 * A composite index serves only a question that names all its properties: hence those that are never null.
 */
export const BECAME_CASES_SINCE = 'MATCH (c:CaseEpisode) WHERE c.rev >= $rev RETURN DISTINCT c.personId AS id';
export const MOVED_SINCE = 'MATCH (s:Stay) WHERE s.rev >= $rev RETURN DISTINCT s.personId AS id';
export const PLACES_CHANGED_SINCE = `
  MATCH (s:Stay) WHERE s.rev >= $rev RETURN s.placeId AS id
  UNION
  MATCH (p:Place) WHERE p.rev >= $rev RETURN p.id AS id`;
export const PLACES_OF_PEOPLE = `
  UNWIND $ids AS personId
  MATCH (s:Stay {personId: personId}) WHERE s.start IS NOT NULL RETURN DISTINCT s.placeId AS id`;
export const PLACES_NEAR = `
  UNWIND $ids AS placeId
  MATCH (:Place {id: placeId})-[:PART_OF*0..6]->(above:Place)
  WITH DISTINCT above
  MATCH (near:Place)-[:PART_OF*0..6]->(above) RETURN DISTINCT near.id AS id`;
export const PEOPLE_AT = `
  UNWIND $ids AS placeId
  MATCH (k:Stay {placeId: placeId}) WHERE k.long IS NOT NULL AND k.start IS NOT NULL AND k.deleted IS NULL RETURN DISTINCT k.personId AS id`;
export const CASES_MET_BY = `
  UNWIND $ids AS personId
  MATCH (c:CaseEpisode {personId: personId}) RETURN c.id AS id
  UNION
  UNWIND $ids AS personId
  MATCH (d:Determination {personId: personId, live: true}) WHERE d.viaPersonId IS NULL RETURN d.caseId AS id`;
export const CASES_THAT_KNOW = `
  UNWIND $ids AS personId
  MATCH (d:Determination {personId: personId, live: true}) RETURN d.caseId AS id
  UNION
  UNWIND $ids AS personId
  MATCH (n:Naming {personId: personId}) WHERE n.caseId IS NOT NULL RETURN n.caseId AS id
  UNION
  UNWIND $ids AS personId
  MATCH (n:Naming {personId: personId}) WHERE n.caseId IS NULL
  MATCH (:Place {id: n.placeId})<-[:AT]-(s:Stay)
  MATCH (c:CaseEpisode {personId: s.personId}) RETURN c.id AS id`;
export const CASES_WRITTEN_SINCE = `
  MATCH (c:CaseEpisode) WHERE c.rev >= $rev RETURN c.id AS id
  UNION
  MATCH (n:Naming) WHERE n.rev >= $rev AND n.caseId IS NOT NULL RETURN n.caseId AS id
  UNION
  MATCH (n:Naming) WHERE n.rev >= $rev AND n.caseId IS NULL
  MATCH (:Place {id: n.placeId})<-[:AT]-(s:Stay)
  MATCH (c:CaseEpisode {personId: s.personId}) RETURN c.id AS id`;
export const CASES_WITH_FACTS = `
  UNWIND $ids AS id
  MATCH (c:CaseEpisode {id: id})
  RETURN id,
         EXISTS { MATCH (own:Stay {personId: c.personId}) WHERE own.start IS NOT NULL AND own.deleted IS NULL }
           OR EXISTS { MATCH (n:Naming {caseId: c.id}) WHERE n.deleted IS NULL }
           OR EXISTS { MATCH (d:Determination {caseId: c.id, live: true}) } AS hasFacts`;
