import { asMap, moment, removeFacts, setFrom } from '../platform/shape.js';

export const STAYS_OF_PEOPLE = `
  MATCH (s:Stay) WHERE s.personId IN $personIds AND s.start IS NOT NULL AND s.deleted IS NULL
  RETURN ${asMap('Stay', 's')} AS stay ORDER BY s.personId, s.start, s.id`;

export const STAYS_OF_PEOPLE_WITHIN = `
  MATCH (s:Stay) WHERE s.personId IN $personIds AND s.start < ${moment('$to')} AND s.end > ${moment('$from')} AND s.deleted IS NULL
  RETURN ${asMap('Stay', 's')} AS stay ORDER BY s.personId, s.start, s.id`;

export const STAYS_BY_ID = `MATCH (s:Stay) WHERE s.id IN $ids AND s.deleted IS NULL RETURN ${asMap('Stay', 's')} AS stay`;

/** Area is part of the question; whoever is in charge of everything is asked about everybody, also those who are no contact yet. */
export const STAYS_PAGE = `
  MATCH (s:Stay) WHERE s.id > $after AND s.start IS NOT NULL AND s.deleted IS NULL
    AND ($areaPath = '/'
      OR EXISTS { MATCH (c:Contact {personId: s.personId}) WHERE c.homePath STARTS WITH $areaPath }
      OR EXISTS { MATCH (e:CaseEpisode)-[:OF]->(:Person {id: s.personId}) WHERE e.areaPath STARTS WITH $areaPath })
  WITH s ORDER BY s.id LIMIT $first
  RETURN ${asMap('Stay', 's')} AS stay ORDER BY s.id`;

export const LINK_STAY = `
  WITH n, row
  OPTIONAL MATCH (n)-[old:AT|BY]->()
  DELETE old
  WITH DISTINCT n, row
  MATCH (person:Person {id: row.personId})
  MATCH (place:Place {id: row.placeId})
  CREATE (n)-[:BY]->(person), (n)-[:AT]->(place)`;

export const REMOVE_STAYS = removeFacts('Stay');

export const EVIDENCE_OF = `
  MATCH (:Person {id: $personId})<-[:ABOUT]-(e:Evidence) WHERE e.deleted IS NULL
  OPTIONAL MATCH (e)-[:SUPPORTS]->(s:Stay)
  WITH e, head(collect(s.id)) AS stayId
  RETURN ${asMap('Evidence', 'e')} AS evidence, stayId ORDER BY e.start, e.id`;

export const LINK_EVIDENCE = `
  WITH n, row
  MATCH (person:Person {id: row.personId})
  MERGE (n)-[:ABOUT]->(person)
  WITH n, row
  MATCH (stay:Stay {id: row.stayId})
  MERGE (n)-[:SUPPORTS]->(stay)`;

/** New ones only: nothing to look for, nothing to link anew, no former values to keep. */
export const ADD_STAYS = `
  UNWIND $rows AS row
  WITH row.stay AS stay, row.evidence AS evidence
  MATCH (person:Person {id: stay.personId})
  MATCH (place:Place {id: stay.placeId})
  CREATE (s:Stay)-[:BY]->(person), (s)-[:AT]->(place)
  ${setFrom('Stay', 's', 'stay')}, s.rev = $rev
  CREATE (e:Evidence)-[:SUPPORTS]->(s), (e)-[:ABOUT]->(person)
  ${setFrom('Evidence', 'e', 'evidence')}, e.rev = $rev`;
