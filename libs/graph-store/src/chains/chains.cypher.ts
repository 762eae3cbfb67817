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

export const CASES_OF_AREA = `
  MATCH (c:CaseEpisode) WHERE c.areaPath STARTS WITH $areaPath AND c.category <> 'excluded'
  RETURN c.id AS id ORDER BY c.reportedAt DESC, id LIMIT $limit`;
