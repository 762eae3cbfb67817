import type { Anchor, InfectiousRule } from '../protocols/schema.js';
import { type Moment, momentStart } from '../time/parse-instant.js';
import type { CaseFacts, CaseMoment } from './case-facts.js';

/** Where a case keeps each anchor. A first positive finding is the first positive sample in these records. */
export const ANCHOR_MOMENT: Record<Anchor, CaseMoment> = {
  ONSET: 'onset',
  RASH_ONSET: 'rashOnset',
  COUGH_ONSET: 'coughOnset',
  CATARRHAL_ONSET: 'catarrhalOnset',
  FIRST_POS_SAMPLE: 'firstPositiveSample',
  DIAGNOSIS: 'diagnosed',
  FIRST_POS_FINDING: 'firstPositiveSample',
  REPORTED: 'reported',
};

export interface UsedAnchor {
  readonly anchor: Anchor;
  readonly moment: Moment;
}

type AnchorRule = Pick<InfectiousRule, 'anchors' | 'anchorChoice'>;

/** When none of a window's own anchors is known (rulings 13). What is built on it is provisional. */
export const RESORT: AnchorRule = { anchors: ['ONSET', 'FIRST_POS_SAMPLE', 'REPORTED'], anchorChoice: 'FIRST_AVAILABLE' };

export const anchorMoment = (facts: CaseFacts, anchor: Anchor): Moment | undefined => facts.moments[ANCHOR_MOMENT[anchor]];

export function pickAnchor(rule: AnchorRule, facts: CaseFacts, tz: string): UsedAnchor | null {
  const known = rule.anchors.flatMap((anchor): UsedAnchor[] => {
    const moment = anchorMoment(facts, anchor);
    return moment ? [{ anchor, moment }] : [];
  });
  if (rule.anchorChoice === 'EARLIEST') known.sort((a, b) => momentStart(a.moment, tz) - momentStart(b.moment, tz));
  return known[0] ?? null;
}
