import { asMap } from '../platform/shape.js';

export const AREAS_IN_ORDER = `MATCH (a:Area) RETURN ${asMap('Area', 'a')} AS area ORDER BY a.path`;

export const AREA_BY_ID = `MATCH (a:Area {id: $id}) RETURN ${asMap('Area', 'a')} AS area`;

export const HOME_AREA = `MATCH (d:Deployment {id: 'here'}) MATCH (a:Area {id: d.homeAreaId}) RETURN ${asMap('Area', 'a')} AS area`;

export const SET_HOME_AREA = `
  MATCH (a:Area {id: $areaId})
  MERGE (d:Deployment {id: 'here'})
  SET d.homeAreaId = a.id, d.homePath = a.path`;

export const LINK_AREA_TO_PARENT = `
  WITH n, row
  OPTIONAL MATCH (n)-[old:WITHIN]->(:Area)
  DELETE old
  WITH DISTINCT n, row
  MATCH (parent:Area {id: row.parentId})
  MERGE (n)-[:WITHIN]->(parent)`;
