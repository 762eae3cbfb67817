/** Only what holds now and was not excluded; the graph view asks for the cases it shows, never for everything. */
export const EXPOSURES_OF_CASES = `
  MATCH (d:Determination) WHERE d.caseId IN $caseIds AND d.live = true AND coalesce(d.decision, '') <> 'EXCLUDED'
  OPTIONAL MATCH (c:Contact {personId: d.personId})
  RETURN d.caseId AS caseId, d.personId AS personId, c.id AS contactId, d.viaPersonId AS viaPersonId, d.cls AS cls, d.certainty AS certainty,
         d.placeId AS placeId, d.first.epochMillis AS first
  ORDER BY caseId, personId, d.id LIMIT $limit`;

export const INFECTIONS_AROUND = `
  MATCH (a:CaseEpisode)-[:INFECTED]->(b:CaseEpisode) WHERE a.id IN $caseIds OR b.id IN $caseIds
  RETURN a.id AS fromId, b.id AS toId, coalesce(b.infectedByState, 'proposed') AS state ORDER BY fromId, toId`;

/** Entered from either end by index; a person's excluded case is no case. */
export const NAMES_BETWEEN_CASES = `
  CALL () {
    MATCH (n:Naming) WHERE n.caseId IN $caseIds AND n.deleted IS NULL
    RETURN n
    UNION
    MATCH (own:CaseEpisode) WHERE own.id IN $caseIds
    MATCH (n:Naming {personId: own.personId}) WHERE n.deleted IS NULL
    RETURN n
  }
  MATCH (a:CaseEpisode {id: n.caseId})
  MATCH (b:CaseEpisode {personId: n.personId}) WHERE a <> b AND a.category <> 'excluded' AND b.category <> 'excluded'
  RETURN a.id AS fromId, b.id AS toId, min(n.firstAt.epochMillis) AS first ORDER BY fromId, toId`;

/** Events that name one of these cases' people, or where they were: everybody named there, and every case who was. */
export const AT_EVENTS = `
  CALL () {
    MATCH (own:CaseEpisode) WHERE own.id IN $caseIds
    MATCH (n:Naming {personId: own.personId}) WHERE n.caseId IS NULL AND n.deleted IS NULL
    MATCH (event:Place {id: n.placeId})
    RETURN event
    UNION
    MATCH (own:CaseEpisode) WHERE own.id IN $caseIds
    MATCH (own)-[:OF]->(:Person)<-[:BY]-(s:Stay)-[:AT]->(event:Place {category: 'event'}) WHERE s.deleted IS NULL
    RETURN event
  }
  CALL (event) {
    MATCH (n:Naming {placeId: event.id}) WHERE n.caseId IS NULL AND n.deleted IS NULL
    RETURN n.personId AS personId, n.firstAt AS first, false AS visited
    UNION
    MATCH (event)<-[:AT]-(s:Stay) WHERE s.deleted IS NULL
    MATCH (visitor:CaseEpisode {personId: s.personId}) WHERE visitor.category <> 'excluded'
    RETURN s.personId AS personId, min(s.start) AS first, true AS visited
  }
  OPTIONAL MATCH (c:CaseEpisode {personId: personId}) WHERE c.category <> 'excluded'
  OPTIONAL MATCH (k:Contact {personId: personId})
  RETURN event.id AS placeId, event.name AS placeName, personId, c.id AS caseId, k.id AS contactId, visited, first.epochMillis AS first
  ORDER BY placeId, personId, visited, caseId LIMIT $limit`;

export const CASES_OF_AREA = `
  MATCH (c:CaseEpisode) WHERE c.areaPath STARTS WITH $areaPath AND c.category <> 'excluded'
  RETURN c.id AS id ORDER BY c.reportedAt DESC, id LIMIT $limit`;
