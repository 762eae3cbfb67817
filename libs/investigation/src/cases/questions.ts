import { clockTime, dayOf, HOUR, type InfectiousWindow, type Instant, MINUTE, startOfDay, zoneOffset } from '@tracewright/epi-core';
import type { Evidence, Stay } from '../stays/stay-store.js';

export type QuestionKind =
  | 'gap'
  | 'conflict'
  | 'scan-without-stay'
  | 'stay-without-scan'
  | 'companions'
  | 'single-source'
  | 'provisional'
  | 'left-out';

/** Something the trajectory leaves open, worded to be read to a patient on the phone. */
export interface Question {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly at: Instant | null;
  readonly until: Instant | null;
  readonly stayId: string | null;
  readonly text: { readonly zh: string; readonly en: string };
  readonly hint: { readonly zh: string; readonly en: string };
}

/** A place at which more contacts follow than can be derived, and why they are missing. */
export interface LeftOutThere {
  readonly placeId: string | null;
  readonly words: { readonly zh: string; readonly en: string };
}

export interface Trajectory {
  readonly stays: readonly Stay[];
  readonly evidence: readonly Evidence[];
  readonly windows: readonly InfectiousWindow[];
  readonly placeNames: ReadonlyMap<string, string>;
  readonly namedUnder: ReadonlyMap<string, number>;
  readonly leftOut: LeftOutThere | null;
  readonly now: Instant;
  readonly tz: string;
}

/** A gap in waking hours shorter than this is the way between two places. */
const GAP_MS = 45 * MINUTE;
/** Nobody is asked where they slept. */
const WAKES = 7 * HOUR;
const SLEEPS = 23 * HOUR;
/** Scans that say the same at the same place. */
const NEAR_MS = 30 * MINUTE;

interface Span {
  readonly start: Instant;
  readonly end: Instant;
}

/** Waking time within the windows that no stay covers, in order. */
export function uncovered({ stays, windows, now, tz }: Pick<Trajectory, 'stays' | 'windows' | 'now' | 'tz'>): Span[] {
  const gaps: Span[] = [];
  const sorted = [...stays].sort((a, b) => a.start - b.start);
  for (const waking of wakingSpans(windows, now, tz)) {
    let at = waking.start;
    for (const stay of sorted) {
      if (stay.end <= at || stay.start >= waking.end) continue;
      if (stay.start > at) gaps.push({ start: at, end: stay.start });
      at = Math.max(at, stay.end);
    }
    if (at < waking.end) gaps.push({ start: at, end: waking.end });
  }
  return gaps;
}

function wakingSpans(windows: readonly InfectiousWindow[], now: Instant, tz: string): Span[] {
  const spans: Span[] = [];
  for (const window of windows) {
    if (window.unbounded) continue;
    for (
      let day = startOfDay(dayOf(window.start, tz), tz);
      day < Math.min(window.end, now);
      day = startOfDay(dayOf(day + 36 * HOUR, tz), tz)
    ) {
      const [start, end] = [Math.max(day + WAKES, window.start), Math.min(day + SLEEPS, window.end, now)];
      if (start < end) spans.push({ start, end });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** Share of the windows' waking hours that some stay covers, 0 to 1; 1 when there is nothing to cover. */
export function completenessOf(trajectory: Pick<Trajectory, 'stays' | 'windows' | 'now' | 'tz'>): number {
  const length = (spans: readonly Span[]) => spans.reduce((sum, s) => sum + s.end - s.start, 0);
  const whole = length(wakingSpans(trajectory.windows, trajectory.now, trajectory.tz));
  return whole === 0 ? 1 : 1 - length(uncovered(trajectory)) / whole;
}

export function questionsOf(trajectory: Trajectory): Question[] {
  return [
    ...leftOut(trajectory),
    ...conflicts(trajectory),
    ...lostScans(trajectory),
    ...gaps(trajectory),
    ...companions(trajectory),
    ...unbacked(trajectory),
    ...provisional(trajectory),
  ];
}

const WEEK = { zh: ['日', '一', '二', '三', '四', '五', '六'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] };
function when(at: Instant, tz: string) {
  const local = new Date(at + zoneOffset(at, tz));
  const [month, day, weekday] = [local.getUTCMonth() + 1, local.getUTCDate(), local.getUTCDay()];
  return {
    zh: `${month}月${day}日（周${WEEK.zh[weekday]}）${clockTime(at, tz)}`,
    en: `${WEEK.en[weekday]} ${day}/${month} ${clockTime(at, tz)}`,
  };
}

function gaps({ tz, ...rest }: Trajectory): Question[] {
  return uncovered({ ...rest, tz })
    .filter((gap) => gap.end - gap.start >= GAP_MS)
    .map(({ start, end }): Question => {
      const [from, to] = [when(start, tz), clockTime(end, tz)];
      return {
        key: `gap|${start}|${end}`,
        kind: 'gap',
        at: start,
        until: end,
        stayId: null,
        text: { zh: `${from.zh} 到 ${to}，您在哪里？`, en: `Where were you from ${from.en} to ${to}?` },
        hint: { zh: '这段时间没有任何记录。', en: 'Nothing covers this time.' },
      };
    });
}

function conflicts({ stays, evidence, placeNames, tz }: Trajectory): Question[] {
  const name = (id: string | null) => (id === null ? '?' : (placeNames.get(id) ?? '?'));
  const sorted = [...stays].sort((a, b) => a.start - b.start);
  const found: Question[] = [];
  sorted.forEach((a, i) => {
    for (const b of sorted.slice(i + 1)) {
      if (b.startLatest >= a.endEarliest) break;
      if (b.placeId === a.placeId || Math.min(a.endEarliest, b.endEarliest) <= Math.max(a.startLatest, b.startLatest)) continue;
      const at = Math.max(a.startLatest, b.startLatest);
      found.push({
        key: `conflict|${a.id}|${b.id}`,
        kind: 'conflict',
        at,
        until: Math.min(a.endEarliest, b.endEarliest),
        stayId: b.id,
        text: {
          zh: `${when(at, tz).zh}，您在${name(a.placeId)}还是${name(b.placeId)}？`,
          en: `At ${when(at, tz).en}, were you at ${name(a.placeId)} or at ${name(b.placeId)}?`,
        },
        hint: { zh: '两段停留时间重叠，地点不同。', en: 'Two stays overlap at different places.' },
      });
    }
  });
  for (const trace of evidence.filter((e) => e.source === 'mobile_signal')) {
    const stay = sorted.find((s) => s.startLatest <= trace.start && trace.start < s.endEarliest);
    if (!stay || trace.placeId === null || trace.placeId === stay.placeId) continue;
    found.push({
      key: `conflict|${trace.id}|${stay.id}`,
      kind: 'conflict',
      at: trace.start,
      until: trace.end,
      stayId: stay.id,
      text: {
        zh: `${when(trace.start, tz).zh}，您真的一直在${name(stay.placeId)}吗？`,
        en: `At ${when(trace.start, tz).en}, were you really at ${name(stay.placeId)} the whole time?`,
      },
      hint: { zh: `手机信令在${name(trace.placeId)}附近。`, en: `The phone was near ${name(trace.placeId)}.` },
    });
  }
  return found;
}

const SCANS: ReadonlySet<string> = new Set(['venue_code', 'payment', 'camera', 'ticket', 'register']);

function lostScans({ stays, evidence, placeNames, tz }: Trajectory): Question[] {
  return evidence
    .filter((e) => SCANS.has(e.source) && e.stayId === null && e.placeId !== null)
    .filter((e) => !stays.some((s) => s.placeId === e.placeId && s.start - NEAR_MS <= e.start && e.start <= s.end + NEAR_MS))
    .map((scan) => {
      const place = placeNames.get(scan.placeId!) ?? '?';
      return {
        key: `scan|${scan.id}`,
        kind: 'scan-without-stay',
        at: scan.start,
        until: scan.end,
        stayId: null,
        text: {
          zh: `${when(scan.start, tz).zh}，您去过${place}吗？待了多久？`,
          en: `Did you go to ${place} at ${when(scan.start, tz).en}? For how long?`,
        },
        hint: { zh: '有记录，但轨迹里没有这段停留。', en: 'There is a record, but no stay in the trajectory.' },
      };
    });
}

function companions({ stays, placeNames, namedUnder, tz }: Trajectory): Question[] {
  return stays
    .filter((s) => (s.companions ?? 0) > (namedUnder.get(s.id) ?? 0))
    .map((s) => {
      const [said, named, place] = [s.companions!, namedUnder.get(s.id) ?? 0, placeNames.get(s.placeId) ?? '?'];
      return {
        key: `companions|${s.id}|${said}`,
        kind: 'companions',
        at: s.start,
        until: s.end,
        stayId: s.id,
        text: {
          zh: `${when(s.start, tz).zh} 在${place}，您说有 ${said} 人同行，还有 ${said - named} 人是谁？`,
          en: `At ${place}, ${when(s.start, tz).en}, you said ${said} people were with you: who are the other ${said - named}?`,
        },
        hint: { zh: `已登记 ${named} 人。`, en: `${named} are named.` },
      };
    });
}

/** Said by nobody but the case, at a place where a scan would be expected. */
function unbacked({ stays, evidence, placeNames, windows, tz }: Trajectory): Question[] {
  const backed = (s: Stay) =>
    evidence.some((e) => SCANS.has(e.source) && e.placeId === s.placeId && s.start - NEAR_MS <= e.start && e.start <= s.end + NEAR_MS);
  return stays
    .filter((s) => s.source === 'interview' && evidence.some((e) => e.placeId === s.placeId && e.source === 'venue_code') && !backed(s))
    .filter((s) => windows.some((w) => w.start < s.end && s.start < w.end))
    .map((s) => ({
      key: `stay|${s.id}`,
      kind: 'stay-without-scan',
      at: s.start,
      until: s.end,
      stayId: s.id,
      text: {
        zh: `${when(s.start, tz).zh} 去${placeNames.get(s.placeId) ?? '?'}，您扫码了吗？`,
        en: `Did you scan the code at ${placeNames.get(s.placeId) ?? '?'}, ${when(s.start, tz).en}?`,
      },
      hint: { zh: '只有本人陈述，没有扫码记录。', en: 'Only the interview says so; there is no scan.' },
    }));
}

function leftOut({ leftOut: there, placeNames }: Trajectory): Question[] {
  if (there === null) return [];
  const place = there.placeId === null ? undefined : placeNames.get(there.placeId);
  return [
    {
      key: `left-out|${there.placeId}`,
      kind: 'left-out',
      at: null,
      until: null,
      stayId: null,
      text: place
        ? { zh: `您在${place}具体在什么位置、几点到几点？`, en: `Where exactly in ${place} were you, and from when to when?` }
        : {
            zh: '您的密接去过的大场所里，他们具体在什么位置？',
            en: 'Where exactly were your close contacts at the big place they went to?',
          },
      hint: there.words,
    },
  ];
}

function provisional({ windows }: Trajectory): Question[] {
  if (!windows.some((w) => w.provisional)) return [];
  return [
    {
      key: 'provisional',
      kind: 'provisional',
      at: null,
      until: null,
      stayId: null,
      text: {
        zh: '您第一次感到不舒服是哪一天？第一次采样阳性是什么时候？',
        en: 'On which day did you first feel ill? When was the first positive sample taken?',
      },
      hint: { zh: '传染期按现有资料推定，待补充。', en: 'The infectious window is provisional until this is known.' },
    },
  ];
}
