import { asMap } from '../platform/shape.js';

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
      AND k.start >= datetime({epochMillis: piece.from - 86400000}) AND k.start < datetime({epochMillis: piece.to})
      AND k.end > datetime({epochMillis: piece.from}) AND k.personId <> piece.personId AND NOT k.personId IN $without AND k.deleted IS NULL
    RETURN k
    UNION ALL
    MATCH (k:Stay)
    WHERE k.placeId = piece.placeId AND k.long = true AND k.start < datetime({epochMillis: piece.to})
      AND k.end > datetime({epochMillis: piece.from}) AND k.personId <> piece.personId AND NOT k.personId IN $without AND k.deleted IS NULL
    RETURN k
  }
  RETURN piece.stayId AS stayId, piece.relation AS relation, ${asMap('Stay', 'k')} AS stay`;
