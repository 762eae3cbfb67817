import { type Elsewhere, mergeConsequences, type QueuedPair, type ReviewGroup, whatMergingDoes } from '@tracewright/investigation';
import { contactFace } from '../contacts/contact.face.js';
import { personFace } from '../people/person.face.js';
import type { Ask } from '../platform/ask.js';

/** Both records, `firstId` before the other. */
export async function pairFace(ask: Ask, { pair, contacts, likelihood, cost, mistake }: QueuedPair, firstId = pair.a): Promise<object> {
  const consequences = await ask.desk.work.read((tx) => mergeConsequences(ask.desk, tx, pair));
  const sides = firstId === pair.b ? [pair.b, pair.a] : [pair.a, pair.b];
  return {
    ...pair,
    likelihood,
    cost,
    mistake,
    people: () => Promise.all(sides.map((id) => personFace(ask, id))),
    contacts: contacts.map((c) => contactFace(ask, c)),
    differing: consequences.differing,
    mergeWill: consequences.sentences,
  };
}

/** Of the other side there is nothing to show: the record is the asker's own. */
const elsewhereFace = ({ likelihood, holds, records, askedAt }: Elsewhere): object => ({ likelihood, holds, records, askedAt });

export const groupFace = (ask: Ask, { firstId, candidates, more, elsewhere, cost }: ReviewGroup): object => ({
  firstId,
  first: () => personFace(ask, firstId),
  contact: () => {
    const known = [...candidates.flatMap(({ contacts }) => contacts), ...(elsewhere?.contacts ?? [])];
    const contact = known.find(({ personId }) => personId === firstId);
    return contact ? contactFace(ask, contact) : null;
  },
  pairs: () => Promise.all(candidates.map((one) => pairFace(ask, one, firstId))),
  mergeWill: () => {
    const people = [...new Set(candidates.flatMap(({ pair }) => [pair.a, pair.b]))];
    return people.length === 0 ? [] : ask.desk.work.read((tx) => whatMergingDoes(ask.desk, tx, people));
  },
  more,
  cost,
  elsewhere: elsewhere && elsewhereFace(elsewhere),
});
