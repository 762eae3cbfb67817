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

export const LEFT_LEDGER = `
  MATCH (e:Event) WHERE e.homePath STARTS WITH $homePath AND e.term = 'LEFT'
    AND e.at >= ${moment('$from')} AND e.at <= ${moment('$to')}
  RETURN e.became AS kind, count(DISTINCT e.personId) AS people ORDER BY kind`;
