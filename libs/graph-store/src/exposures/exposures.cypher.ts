import { asMap, moment } from '../platform/shape.js';

/**
 * Stays of other people that touch one of the source's pieces `[from, to)` at one of its places. Enters by the composite index
 * (placeId, long, start): ordinary stays look back one day, long ones (wards, shelters) are few and looked at whole (ruling 8).
 * Walking the place's relationships instead is eight times slower at a busy place.
 */
export const STAYS_TOUCHING = `
  UNWIND $pieces AS piece
  CALL (piece) {
    MATCH (k:Stay)
    WHERE k.placeId = piece.placeId AND k.long = false
      AND k.start >= ${moment('piece.from - 86400000')} AND k.start < ${moment('piece.to')}
      AND k.end > ${moment('piece.from')} AND k.personId <> piece.personId AND NOT k.personId IN $without
      AND ($among IS NULL OR k.personId IN $among) AND k.deleted IS NULL
    RETURN k
    UNION ALL
    MATCH (k:Stay)
    WHERE k.placeId = piece.placeId AND k.long = true AND k.start < ${moment('piece.to')}
      AND k.end > ${moment('piece.from')} AND k.personId <> piece.personId AND NOT k.personId IN $without
      AND ($among IS NULL OR k.personId IN $among) AND k.deleted IS NULL
    RETURN k
  }
  RETURN piece.stayId AS stayId, piece.relation AS relation, ${asMap('Stay', 'k')} AS stay`;

/** The last revision that the transaction sees. */
export const REVISION = "MATCH (c:Counter {id: 'graph'}) RETURN c.rev AS rev";

/** Everything that became so after a revision, what was removed as well. */
export const STAYS_CHANGED = `MATCH (s:Stay) WHERE s.rev > $rev RETURN ${asMap('Stay', 's')} AS stay`;

/** What the rules ask of a place, as they call it. */
const rulePlace = (node: string): string =>
  `${node} {.id, .category, parent: ${node}.parentId, enclosed: coalesce(${node}.enclosed, 'unknown'), ventilation: coalesce(${node}.ventilation, 'unknown'), .airZone}`;

export const PLACES_CHANGED = `MATCH (p:Place) WHERE p.rev > $rev RETURN ${rulePlace('p')} AS place, p.rev AS rev`;
export const PLACES_AFTER = `MATCH (p:Place) WHERE p.id > $after RETURN ${rulePlace('p')} AS place ORDER BY p.id LIMIT $first`;

/** Which history this is: the audit chain's last entry stands for all before it. */
export const HISTORY = "MATCH (c:Counter {id: 'graph'}) RETURN c.rev AS mark, c.auditSeq AS auditSeq, c.auditHash AS auditHash";
export const IN_HISTORY = `
  MATCH (c:Counter {id: 'graph'})
  OPTIONAL MATCH (a:AuditEntry {seq: $auditSeq})
  RETURN c.rev >= $mark AND a.hash = $auditHash AS known`;

export const COUNT_CHANGED = 'MATCH (s:Stay) WHERE s.rev > $rev RETURN count(s) AS changed';

/** A page of all stays, by the order of their ids. */
export const STAYS_AFTER = `
  MATCH (s:Stay) WHERE s.id > $after AND s.deleted IS NULL
  RETURN ${asMap('Stay', 's')} AS stay ORDER BY s.id LIMIT $first`;

/** Whole seconds downwards: of a moment before 1970 the database's own `epochSeconds` is that of the second after. */
const secondsOf = (moment: string): string => `toInteger(floor(${moment}.epochMillis / 1000.0))`;

export const STAY_TOTALS = `
  MATCH (s:Stay) WHERE s.deleted IS NULL
  RETURN count(s) AS stays, coalesce(sum(${secondsOf('s.start')} - $from), 0) AS starts, coalesce(sum(${secondsOf('s.end')} - $from), 0) AS ends`;
