const PERSON_WITH_KEYS = `
  p {.*, documents: [(p)-[:HOLDS]->(d:IdDocument) | d {.type, .no, .valid}], phones: [(p)-[:REACHED_AT]->(f:Phone) | f.id]} AS person`;

export const PEOPLE_BY_ID = `MATCH (p:Person) WHERE p.id IN $ids RETURN ${PERSON_WITH_KEYS}`;

/** Everybody who became so after a revision, and some by name, whenever they did. */
export const PEOPLE_CHANGED = `
  MATCH (p:Person) WHERE p.rev > $rev RETURN ${PERSON_WITH_KEYS}
  UNION
  MATCH (p:Person) WHERE p.id IN $ids RETURN ${PERSON_WITH_KEYS}`;

/** A page of everybody, by the order of their ids. */
export const PEOPLE_AFTER = `
  MATCH (p:Person) WHERE p.id > $after AND p.mergedInto IS NULL
  RETURN ${PERSON_WITH_KEYS} ORDER BY p.id LIMIT $first`;

export const MERGED_INTO = `MATCH (p:Person) WHERE p.id IN $ids AND p.mergedInto IS NOT NULL RETURN p.id AS id, p.mergedInto AS kept`;

export const PEOPLE_BY_DOCUMENT = `
  MATCH (:IdDocument {id: $id})<-[:HOLDS]-(p:Person) WHERE p.mergedInto IS NULL RETURN ${PERSON_WITH_KEYS} ORDER BY p.id`;

export const PEOPLE_BY_PHONE = `
  MATCH (:Phone {id: $phone})<-[:REACHED_AT]-(p:Person) WHERE p.mergedInto IS NULL RETURN ${PERSON_WITH_KEYS} ORDER BY p.id`;

export const LINK_PERSON = `
  WITH n, link
  OPTIONAL MATCH (n)-[old:HOLDS|REACHED_AT]->()
  DELETE old
  WITH DISTINCT n, link
  FOREACH (d IN link.documents | MERGE (doc:IdDocument {id: d.id}) SET doc.type = d.type, doc.no = d.no, doc.valid = d.valid MERGE (n)-[:HOLDS]->(doc))
  FOREACH (number IN link.phones | MERGE (phone:Phone {id: number}) MERGE (n)-[:REACHED_AT]->(phone))`;

export const ADD_SOURCE_RECORDS = `
  UNWIND $rows AS row
  MATCH (p:Person {id: row.personId})
  MERGE (s:SourceRecord {id: row.id})
  SET s.source = row.source, s.key = row.key, s.batchId = row.batchId, s.name = row.name, s.raw = row.raw, s.rev = $rev,
      s.at = datetime({epochMillis: $now, timezone: $tz})
  MERGE (s)-[r:DESCRIBES]->(p)
  ON CREATE SET r.at = datetime({epochMillis: $now, timezone: $tz}), r.by = $by`;

export const SOURCE_RECORDS_OF = `
  MATCH (s:SourceRecord)-[:DESCRIBES]->(:Person {id: $personId})
  RETURN s.id AS id, s.source AS source, s.key AS key, s.batchId AS batchId, s.name AS name, s.raw AS raw ORDER BY s.id`;

export const LAST_TOLD_OF = `
  MATCH (p:Person) WHERE p.id IN $ids
  MATCH (s:SourceRecord)-[:DESCRIBES]->(p)
  RETURN p.id AS id, max(s.at).epochMillis AS at`;

/** The same address to the letter, or bound by a guardian: each way by an index of its own, for a card is opened thousands of times a day. */
export const HOUSEHOLD_OF = `
  MATCH (me:Person {id: $personId})
  WITH me, coalesce(me.currentAddress, me.address) AS home
  CALL (me, home) {
    MATCH (p:Person) WHERE p.guardianId = me.id RETURN p
    UNION
    MATCH (p:Person) WHERE p.id = me.guardianId RETURN p
    UNION
    MATCH (p:Person) WHERE p.currentAddress = home AND p.areaPath = me.areaPath RETURN p
    UNION
    MATCH (p:Person) WHERE p.address = home AND p.currentAddress IS NULL AND p.areaPath = me.areaPath RETURN p
  }
  WITH me, p WHERE p.mergedInto IS NULL AND p.id <> me.id
  RETURN ${PERSON_WITH_KEYS} ORDER BY p.id LIMIT 20`;

/** Only people whose case or contact lies in the asker's area: everybody else is not found here, whatever is typed. */
export const PEOPLE_SEARCH = `
  CALL () {
    MATCH (c:Contact) WHERE c.homePath STARTS WITH $areaPath AND c.review <> 'MERGED'
    MATCH (p:Person {id: c.personId}) WHERE p.name CONTAINS $text OR any(w IN p.words WHERE w STARTS WITH $text)
    RETURN p, c.id AS contactId, null AS caseId, 1 AS kind LIMIT $first
    UNION
    MATCH (e:CaseEpisode)-[:OF]->(p:Person)
    WHERE e.areaPath STARTS WITH $areaPath AND (e.no = $text OR p.name CONTAINS $text OR any(w IN p.words WHERE w STARTS WITH $text))
    RETURN p, null AS contactId, e.id AS caseId, 0 AS kind LIMIT $first
  }
  RETURN ${PERSON_WITH_KEYS}, contactId, caseId ORDER BY kind, size(p.name), p.id LIMIT $first`;
