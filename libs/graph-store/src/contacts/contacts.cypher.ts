import { asMap, moment, setFrom } from '../platform/shape.js';

export const CONTACTS_BY_ID = `MATCH (c:Contact) WHERE c.id IN $ids RETURN ${asMap('Contact', 'c')} AS contact`;
export const CONTACTS_OF_PEOPLE = `MATCH (c:Contact) WHERE c.personId IN $personIds RETURN ${asMap('Contact', 'c')} AS contact`;

/** A view is a tab of the list. One expression each, so that a tab's count and its rows can never differ. */
export const VIEWS = {
  all: "c.review <> 'MERGED'",
  new: "c.review = 'NEW'",
  'to-verify': "c.review = 'POSSIBLE'",
  'to-check': "c.review = 'ACCEPTED'",
  duplicates: "c.duplicate AND c.review <> 'MERGED'",
  unsent:
    "c.review IN ['ACCEPTED', 'CHECKED'] AND ((coalesce(c.push, 'DRAFT') IN ['DRAFT', 'CHECKED', 'RETURNED', 'WITHDRAWN'] AND c.observation = 'BEING_PLACED') OR c.resend)",
  changed: 'c.changed IS NOT NULL',
  overdue: `c.dueAt < ${moment('$now')} AND c.cls IN ['CLOSE', 'SECOND'] AND coalesce(c.observation, 'BEING_PLACED') IN ['BEING_PLACED', 'GOING_OUT', 'AWAITING_TRANSFER']`,
  'to-locate': "c.areaPath IS NULL AND c.review IN ['ACCEPTED', 'CHECKED', 'NEW', 'POSSIBLE']",
} as const;

/** Whether a text is looked for: only then is the person behind each contact read, which for a whole city is most of the work. */
export type ByText = boolean;

/** Area is part of the question: nothing outside `homePath` is ever read (issue: who may see what). */
const matching = (byText: ByText, alsoPerson = false): string => `
  MATCH (c:Contact)
  WHERE c.homePath STARTS WITH $homePath
    AND ($cls IS NULL OR c.cls = $cls)
    AND ($caseId IS NULL OR $caseId IN c.caseIds)
    AND ($areaPath IS NULL OR c.areaPath STARTS WITH $areaPath)
    AND ($observation IS NULL OR c.observation = $observation)
  ${byText || alsoPerson ? 'MATCH (p:Person {id: c.personId}) WITH c, p' : 'WITH c'}
  ${byText ? 'WHERE p.name CONTAINS $text OR any(w IN p.words WHERE w STARTS WITH $text) OR c.personId IN $personIds OR $text IN c.caseNos' : ''}`;

export const SORT_KEYS = {
  due: 'coalesce(c.dueAt.epochMillis, 9000000000000000)',
  last: '-coalesce(c.last.epochMillis, 0)',
  name: "coalesce(p.words[0], '')",
  area: "coalesce(c.areaPath, '')",
} as const;

export const contactPage = (view: keyof typeof VIEWS, sort: keyof typeof SORT_KEYS, byText: ByText): string => `
  ${matching(byText, sort === 'name')}
  WITH c, ${SORT_KEYS[sort]} AS sortKey
  WHERE (${VIEWS[view]}) AND ($afterKey IS NULL OR sortKey > $afterKey OR (sortKey = $afterKey AND c.id > $afterId))
  WITH c, sortKey, c.id AS id ORDER BY sortKey, id LIMIT $first
  RETURN ${asMap('Contact', 'c')} AS contact, sortKey ORDER BY sortKey, id`;

export const contactIds = (view: keyof typeof VIEWS, byText: ByText): string => `
  ${matching(byText)} WITH c WHERE ${VIEWS[view]} RETURN c.id AS id ORDER BY id LIMIT $limit`;

export const contactCounts = (byText: ByText): string => `
  ${matching(byText)}
  RETURN ${Object.entries(VIEWS)
    .map(([view, condition]) => `sum(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS \`${view}\``)
    .join(', ')}`;

/** The contact as it now is, and the event that says what happened; the event carries where the ledger counts the person from then on. */
export const SAVE_CONTACTS = `
  UNWIND $rows AS row
  WITH row, row.contact AS contact, row.event AS event
  MERGE (c:Contact {id: contact.id})
  ${setFrom('Contact', 'c', 'contact')}, c.rev = $rev
  WITH c, event, contact
  MATCH (p:Person {id: contact.personId})
  MERGE (c)-[:ABOUT]->(p)
  CREATE (e:Event)-[:ON]->(c)
  ${setFrom('Event', 'e', 'event')}, e.rev = $rev`;

export const EVENTS_OF = `
  MATCH (e:Event {contactId: $contactId}) WHERE e.at IS NOT NULL
  RETURN ${asMap('Event', 'e')} AS event ORDER BY e.at DESC, e.rev DESC, e.id DESC LIMIT 300`;

export const EXISTS_ELSEWHERE = `
  MATCH (c:Contact) WHERE c.personId IN $personIds AND NOT c.homePath STARTS WITH $homePath RETURN count(c) > 0 AS yes`;
