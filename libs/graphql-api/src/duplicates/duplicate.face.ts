import {
  differingFields,
  type Elsewhere,
  type MergeFacts,
  type QueuedPair,
  type ReviewGroup,
  whatMergingDoes,
} from '@tracewright/investigation';
import { contactFace } from '../contacts/contact.face.js';
import { personFace } from '../people/person.face.js';
import type { Ask } from '../platform/ask.js';

/** Both records, `firstId` before the other. */
export function pairFace(ask: Ask, facts: MergeFacts, { pair, contacts, likelihood, cost, mistake }: QueuedPair, firstId = pair.a): object {
  const sides = firstId === pair.b ? [pair.b, pair.a] : [pair.a, pair.b];
  return {
    ...pair,
    likelihood,
    cost,
    mistake,
    people: () => Promise.all(sides.map((id) => personFace(ask, id))),
    contacts: contacts.map((c) => contactFace(ask, c)),
    differing: differingFields(facts, pair.a, pair.b),
    mergeWill: whatMergingDoes(facts, sides, ask.desk.clock.tz),
  };
}

/** Of the other side there is nothing to show: the record is the asker's own. */
const elsewhereFace = ({ likelihood, holds, records, askedAt }: Elsewhere): object => ({ likelihood, holds, records, askedAt });

export const groupFace = (ask: Ask, facts: MergeFacts, { firstId, candidates, more, elsewhere, cost }: ReviewGroup): object => ({
  firstId,
  first: () => personFace(ask, firstId),
  contact: () => {
    const known = [...candidates.flatMap(({ contacts }) => contacts), ...(elsewhere?.contacts ?? [])];
    const contact = known.find(({ personId }) => personId === firstId);
    return contact ? contactFace(ask, contact) : null;
  },
  pairs: candidates.map((one) => pairFace(ask, facts, one, firstId)),
  mergeWill: whatMergingDoes(
    facts,
    candidates.length === 0 ? [] : [...new Set(candidates.flatMap(({ pair }) => [pair.a, pair.b]))],
    ask.desk.clock.tz,
  ),
  more,
  cost,
  elsewhere: elsewhere && elsewhereFace(elsewhere),
});
