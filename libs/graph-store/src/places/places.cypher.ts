import { asMap } from '../platform/shape.js';

export const PLACES_BY_ID = `MATCH (p:Place) WHERE p.id IN $ids RETURN ${asMap('Place', 'p')} AS place`;

/** The places with everything above and below them: a place tree is a few levels deep, eight is beyond any. */
export const PLACE_FAMILY = `
  MATCH (p:Place) WHERE p.id IN $ids
  CALL (p) {
    MATCH (p)-[:PART_OF*0..8]->(up:Place) RETURN up AS member
    UNION
    MATCH (down:Place)-[:PART_OF*1..8]->(p) RETURN down AS member
    UNION
    MATCH (p)-[:PART_OF]->(:Place)<-[:PART_OF]-(beside:Place) WHERE p.airZone IS NOT NULL AND beside.airZone = p.airZone RETURN beside AS member
  }
  RETURN DISTINCT ${asMap('Place', 'member')} AS place`;

export const PLACE_SEARCH = `
  MATCH (p:Place)
  WHERE toLower(p.name) CONTAINS $text OR any(w IN p.words WHERE w STARTS WITH $text) OR any(a IN p.aliases WHERE toLower(a) CONTAINS $text)
  RETURN ${asMap('Place', 'p')} AS place
  ORDER BY CASE WHEN toLower(p.name) STARTS WITH $text THEN 0 ELSE 1 END, size(p.name), p.id LIMIT $first`;

export const GAZETTEER = `
  MATCH (p:Place) WHERE p.areaId IS NOT NULL
  RETURN p.id AS id, p.name AS name, coalesce(p.aliases, []) AS aliases, p.areaId AS areaId, p.areaPath AS areaPath
  UNION
  MATCH (a:Area) WHERE NOT coalesce(a.outside, false) AND a.level IN ['street', 'community', 'compound', 'grid', 'building']
  RETURN a.id AS id, a.name AS name, coalesce(a.aliases, []) AS aliases, a.id AS areaId, a.path AS areaPath`;

export const LINK_PLACE = `
  WITH n, row
  OPTIONAL MATCH (n)-[old:PART_OF|IN]->()
  DELETE old
  WITH DISTINCT n, row
  CALL (n, row) {
    MATCH (area:Area {id: row.areaId}) MERGE (n)-[:IN]->(area)
  }
  CALL (n, row) {
    MATCH (parent:Place {id: row.parentId}) MERGE (n)-[:PART_OF]->(parent)
  }`;
