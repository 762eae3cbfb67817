import { moment } from '../platform/shape.js';

/** The last event of each contact up to the moment says where it stood: an answer for a past hour is read, never guessed (ruling 4). */
export const LEDGER_ENTRIES = `
  MATCH (c:Contact) WHERE c.homePath STARTS WITH $homePath
  CALL (c) {
    MATCH (e:Event {contactId: c.id}) WHERE e.at <= ${moment('$asOf')}
    RETURN e ORDER BY e.at DESC, e.rev DESC LIMIT 1
  }
  WITH c, e WHERE e.counted
  RETURN c.personId AS personId, e.cls AS cls, e.origin AS origin, e.outLevel AS outLevel, e.placed AS placed, e.term AS term`;

/**
 * Who left within a time and has not come back in it, by what they became last. A mark that is put on somebody who has left, as of a duplicate, is no
 * leaving.
 */
export const LEFT_LEDGER = `
  MATCH (e:Event) WHERE e.homePath STARTS WITH $homePath AND e.term = 'LEFT'
    AND e.at >= ${moment('$from')} AND e.at <= ${moment('$to')}
    AND e.became IS NOT NULL AND NOT e.kind IN ['duplicate-suspected', 'duplicate-cleared']
  WITH e ORDER BY e.at, e.rev
  WITH e.contactId AS contactId, e.personId AS personId, last(collect(e.became)) AS kind
  CALL (contactId) {
    MATCH (later:Event {contactId: contactId}) WHERE later.at <= ${moment('$to')}
    RETURN later ORDER BY later.at DESC, later.rev DESC LIMIT 1
  }
  WITH kind, personId, later WHERE later.term = 'LEFT'
  RETURN kind, count(DISTINCT personId) AS people ORDER BY kind`;
