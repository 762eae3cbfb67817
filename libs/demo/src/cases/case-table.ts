import type { CaseCategory } from '@tracewright/epi-core';
import { at, type DemoMinute } from '../seed/clock.js';

export interface CaseRow {
  readonly no: string;
  /** Day of April; null: no symptoms. */
  readonly onset: number | null;
  readonly sample: DemoMinute;
  readonly reported: DemoMinute;
  readonly isolated: DemoMinute;
  /** What it was called before it was confirmed. */
  readonly first: CaseCategory;
  readonly category: CaseCategory;
  readonly infectedBy: string | null;
  readonly state: 'recorded' | 'proposed' | null;
  /** Event of the story where it happened, or `home`. */
  readonly where: string | null;
}

/** From report to isolation and from sample to report, in minutes: what the teams of the demo manage. */
const TO_ISOLATION = 55;
const FROM_SAMPLE = 9 * 60;

function row(
  no: string,
  onset: number | null,
  day: number,
  time: string,
  infectedBy: string | null,
  where: string | null,
  more: Partial<CaseRow> = {},
): CaseRow {
  const reported = at(day, time);
  return {
    no,
    onset,
    sample: reported - FROM_SAMPLE,
    reported,
    isolated: reported + TO_ISOLATION,
    first: onset === null ? 'asymptomatic' : 'suspected',
    category: onset === null ? 'asymptomatic' : 'confirmed',
    infectedBy,
    state: infectedBy === null ? null : 'recorded',
    where,
    ...more,
  };
}

const PROPOSED = { state: 'proposed' } as const;

/** Twenty-five cases in four generations, in the order they were reported; 207 came in an hour and a half before the clock starts. */
export const CASE_ROWS: readonly CaseRow[] = [
  row('183', 2, 7, '14:10', null, null),
  row('184', 6, 8, '09:20', '183', 'banquet'),
  row('185', 6, 8, '11:00', '183', 'banquet'),
  row('186', 7, 8, '15:30', '183', 'banquet'),
  row('187', 6, 8, '16:40', '183', 'check-in'),
  row('188', null, 8, '20:15', '183', 'banquet'),
  row('189', 8, 9, '10:05', '184', 'mahjong'),
  row('190', 9, 10, '09:30', '184', 'mahjong'),
  row('191', 9, 10, '14:20', '184', 'mahjong'),
  row('192', 8, 10, '15:00', '184', 'home'),
  row('193', 9, 10, '18:45', '186', 'office'),
  row('194', 10, 11, '09:10', '186', 'office', PROPOSED),
  row('195', 9, 11, '10:30', '187', 'home'),
  row('196', 10, 11, '11:40', '187', 'bus', PROPOSED),
  row('197', 9, 11, '13:05', '183', 'banquet'),
  row('198', 11, 12, '09:50', '197', 'class'),
  row('199', 12, 12, '16:10', '197', 'class'),
  row('200', 11, 12, '17:25', '197', 'class', { first: 'asymptomatic' }),
  row('201', 12, 13, '08:40', '190', 'home'),
  row('202', 12, 13, '10:15', '193', 'dinner'),
  row('203', null, 13, '15:50', '199', 'home', PROPOSED),
  row('204', 12, 13, '16:30', '196', 'home'),
  row('205', 12, 13, '18:05', '191', 'supper'),
  row('206', null, 13, '21:10', '198', 'home', PROPOSED),
  row('207', 12, 14, '08:05', '194', 'tea', { ...PROPOSED, sample: at(13, '16:20'), isolated: at(14, '08:50') }),
];

export const FRESH_CASE = '207';
export const caseId = (no: string): string => `demo-case-${no}`;
