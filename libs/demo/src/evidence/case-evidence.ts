import { gridPoint } from '../places/coordinates.js';
import { placeId } from '../places/public-places.js';
import type { DemoCase, DemoEvidence, DemoPlace, DemoStay } from '../records.js';
import { at, type DemoMinute, iso } from '../seed/clock.js';

interface Parts {
  readonly cases: readonly DemoCase[];
  readonly stays: readonly DemoStay[];
  readonly places: readonly DemoPlace[];
}

type Draft = Omit<DemoEvidence, 'evidence'>;

/** Cases whose phones were asked for; the last two tell another story than their owners. */
const TRACKED = ['186', '193', '194', '196', '202', '204', '205', '207'];
const FAR = { lat: gridPoint(3, 14).lat, lng: gridPoint(9, 14).lng };

export interface CaseEvidence {
  readonly evidence: DemoEvidence[];
  readonly signalConflicts: { case: string; evidence: string; stay: string }[];
}

const blank = { place: null, area: null, end: null, lat: null, lng: null, stay: null } as const;

const covers = (stay: DemoStay, start: string, end: string): boolean => stay.start <= start && stay.end !== null && stay.end >= end;

/** What backs up or contradicts the cases' own words: payments, scans they did not mention, and phone tracks. */
export function caseEvidence(parts: Parts): CaseEvidence {
  const drafts = parts.cases.flatMap((one) => [...corroboration(parts, one), ...nights(parts, one)]);
  const numbered = [...drafts, ...unmentioned(parts)].map(
    (draft, i): DemoEvidence => ({ evidence: `demo-evidence-${String(i + 1).padStart(4, '0')}`, ...draft }),
  );
  const conflicts = [
    conflict(parts, '205', at(10, '20:00'), at(10, '21:20'), '电磁轨迹：手机在区北停留 80 分钟'),
    conflict(parts, '207', at(10, '17:30'), at(10, '18:00'), '电磁轨迹：手机在区北停留 30 分钟'),
  ];
  return {
    evidence: [...numbered, ...conflicts],
    signalConflicts: conflicts.map((one, i) => ({ case: `demo-case-${['205', '207'][i]}`, evidence: one.evidence, stay: one.stay! })),
  };
}

/** A payment near the end of every remembered meal or game, a scan at the door of every shop told of. */
function corroboration({ stays }: Parts, one: DemoCase): Draft[] {
  const told = stays.filter((stay) => stay.person === one.person && stay.end !== null);
  return told.flatMap((stay): Draft[] => {
    if (stay.source === 'interview' && /restaurant|mahjong|banquet/.test(stay.place))
      return [
        {
          ...blank,
          person: one.person,
          source: 'payment',
          place: stay.place,
          start: stay.endEarliest ?? stay.end!,
          text: '扫码付款',
          stay: stay.stay,
        },
      ];
    if (stay.source === 'venue_code')
      return [
        {
          ...blank,
          person: one.person,
          source: 'venue_code',
          place: stay.place,
          start: stay.start,
          end: stay.end,
          text: '场所码进出',
          stay: stay.stay,
        },
      ];
    return [];
  });
}

/** A tracked phone at home through each night the case slept there: two independent sources. */
function nights({ stays, places }: Parts, one: DemoCase): Draft[] {
  if (!TRACKED.includes(one.no)) return [];
  const placeOf = new Map(places.map((place) => [place.place, place]));
  return [9, 10, 11, 12, 13].flatMap((day): Draft[] => {
    const [start, end] = [iso(at(day, '01:00')), iso(at(day, '05:30'))];
    const stay = stays.find((s) => s.person === one.person && covers(s, start, end));
    const place = stay ? placeOf.get(stay.place) : undefined;
    if (!stay || !place) return [];
    const { lat, lng, area } = place;
    return [
      { person: one.person, source: 'mobile_signal', place: null, area, start, end, lat, lng, text: '电磁轨迹：夜间静止', stay: stay.stay },
    ];
  });
}

/** The fresh case passed a pharmacy and paid for a dinner that the interview has not come to yet. */
function unmentioned({ cases, stays }: Parts): Draft[] {
  const person = cases.at(-1)!.person;
  const lunch = stays.find((stay) => stay.person === person && stay.place === placeId('restaurant-5-r3'))!;
  const seen = (
    source: 'venue_code' | 'payment' | 'camera',
    place: string,
    time: DemoMinute,
    text: string,
    stay: string | null = null,
  ): Draft => ({
    ...blank,
    person,
    source,
    place: placeId(place),
    start: iso(time),
    text,
    stay,
  });
  return [
    seen('venue_code', 'pharmacy-2', at(12, '12:31'), '场所码'),
    seen('payment', 'restaurant-9', at(12, '18:32'), '扫码付款 386 元'),
    seen('venue_code', 'restaurant-5', at(10, '11:18'), '场所码', lunch.stay),
    seen('camera', 'supermarket-3', at(10, '08:22'), '入口监控'),
  ];
}

function conflict({ cases, stays }: Parts, no: string, from: DemoMinute, to: DemoMinute, text: string): DemoEvidence {
  const person = cases.find((one) => one.no === no)!.person;
  const [start, end] = [iso(from), iso(to)];
  const stay = stays.find((s) => s.person === person && covers(s, start, end));
  if (!stay) throw new RangeError(`nothing to contradict for case ${no} at ${start}`);
  return { ...blank, evidence: `demo-evidence-signal-${no}`, person, source: 'mobile_signal', start, end, ...FAR, text, stay: stay.stay };
}
