import { type CardDetermination, type ContactCard, determinationSentence, seePerson, sees, unknownsOf } from '@tracewright/investigation';
import { personFace } from '../people/person.face.js';
import type { Ask } from '../platform/ask.js';
import { pushFace } from '../push/push.face.js';
import { accountName, contactFace } from './contact.face.js';

export function cardFace(ask: Ask, card: ContactCard): object {
  const exposure = sees(ask.actor, 'exposure');
  const shown = exposure ? card.determinations : [];
  const first = shown.find((d) => d.determination.cls === card.contact.cls && d.determination.decision !== 'EXCLUDED') ?? shown[0];
  return {
    contact: contactFace(ask, card.contact),
    sentence: first ? sentence(ask, first) : nothingDerived(card),
    unknowns: unknownsOf(card),
    determinations: shown.map((d) => determinationFace(ask, d)),
    events: card.events.map((e) => ({ ...e, by: () => accountName(ask, e.by) })),
    pushes: card.pushes.map((p) => pushFace(ask, p)),
    management: card.management && { releaseOn: card.management.releaseOn, phases: card.management.phases, blocked: card.blocked },
    household: card.household.map((p) => personFace(ask, p.id)),
    records: card.records.map(({ source, key, name }) => ({ source, key, name: sees(ask.actor, 'document') ? name : '' })),
  };
}

const nothingDerived = (card: ContactCard) =>
  card.contact.origin === 'RECEIVED'
    ? { zh: '外地协查转入，本地没有对应病例。', en: 'Received from another area; no case of ours stands behind it.' }
    : { zh: '现有资料中没有暴露。', en: 'The facts at hand show no exposure.' };

function sentence(ask: Ask, d: CardDetermination): object {
  const via = d.via === null ? null : seePerson(ask.actor, d.via, ask.desk.clock.now()).name;
  return determinationSentence(d, via, ask.desk.clock.tz);
}

const determinationFace = (ask: Ask, d: CardDetermination): object => ({
  ...d.determination,
  caseNo: d.case.no,
  viaName: d.via === null ? null : seePerson(ask.actor, d.via, ask.desk.clock.now()).name,
  ruleLabel: d.ruleLabel,
  placeName: d.placeName,
  decidedBy: () => accountName(ask, d.determination.decidedBy),
  sentence: sentence(ask, d),
  overlaps: d.overlaps.map((o) => ({
    placeName: o.placeName,
    caseFrom: o.caseStay.start,
    caseTo: o.caseStay.end,
    caseSurestFrom: o.caseStay.startLatest,
    caseSurestTo: o.caseStay.endEarliest,
    contactFrom: o.contactStay.start,
    contactTo: o.contactStay.end,
    contactSurestFrom: o.contactStay.startLatest,
    contactSurestTo: o.contactStay.endEarliest,
    minMinutes: Math.round(o.minSeconds / 60),
    maxMinutes: Math.round(o.maxSeconds / 60),
    caseSources: [o.caseStay.source],
    contactSources: [o.contactStay.source],
  })),
});
