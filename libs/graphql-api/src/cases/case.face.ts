import { clockTime, dayOf, type InfectiousWindow, limitMs } from '@tracewright/epi-core';
import { type Case, type CaseSheet, countsOf, type StayOnSheet, type TrajectoryDiff } from '@tracewright/investigation';
import { accountName } from '../contacts/contact.face.js';
import { nameOf, personFace } from '../people/person.face.js';
import type { Ask } from '../platform/ask.js';

/** How many hang on a case; read once for a list, counted for a single one. */
export interface CaseCounts {
  readonly contacts: number;
  readonly possible: number;
}

export function caseFace(ask: Ask, one: Case, counts: CaseCounts | null): object {
  const count = async (): Promise<CaseCounts> => {
    if (counts) return counts;
    const live = await ask.desk.work.read((tx) => ask.desk.determinations.liveOfCase(tx, one.id));
    const people = (certainty: string) =>
      new Set(live.filter((d) => d.certainty === certainty && d.decision !== 'EXCLUDED').map((d) => d.personId)).size;
    return {
      contacts: people('definite'),
      possible: new Set(live.filter((d) => d.certainty === 'possible' && d.decision === null).map((d) => d.personId)).size,
    };
  };
  return {
    ...one,
    person: () => personFace(ask, one.personId),
    ownerName: () => accountName(ask, one.ownerId),
    areaName: async () => (one.areaId === null ? null : ((await ask.areas.load(one.areaId))?.name ?? null)),
    infectedByNo: async () => (one.infectedById === null ? null : ((await ask.cases.load(one.infectedById))?.no ?? null)),
    contacts: async () => (await count()).contacts,
    possible: async () => (await count()).possible,
    coreDueAt: one.reportedAt === null ? null : one.reportedAt + limitMs('coreReport'),
  };
}

const ANCHOR: Readonly<Record<string, { zh: string; en: string }>> = {
  ONSET: { zh: '发病', en: 'onset' },
  FIRST_POS_SAMPLE: { zh: '首次阳性采样', en: 'first positive sample' },
  REPORTED: { zh: '报告', en: 'report' },
};

function windowFace(window: InfectiousWindow, protocolId: string, tz: string): object {
  const from = window.anchors.map((a) => ANCHOR[a.anchor] ?? { zh: a.anchor, en: a.anchor.toLowerCase().replaceAll('_', ' ') });
  const day = (at: number) => `${dayOf(at, tz)} ${clockTime(at, tz)}`;
  const end = window.open ? { zh: '现在', en: 'now' } : { zh: day(window.end), en: day(window.end) };
  return {
    ...window,
    anchors: {
      zh: `${from.map((a) => a.zh).join('、') || '无起点'}推定 · ${day(window.start)} 至 ${end.zh} · ${protocolId}`,
      en: `from ${from.map((a) => a.en).join(', ') || 'no anchor'} · ${day(window.start)} to ${end.en} · ${protocolId}`,
    },
  };
}

const stayFace = (ask: Ask, { stay, place, ...rest }: StayOnSheet): object => ({
  ...stay,
  ...rest,
  placeName: place?.name ?? '',
  category: place?.category ?? 'other',
  areaName: async () => (place?.areaId == null ? null : ((await ask.areas.load(place.areaId))?.name ?? null)),
});

export function sheetFace(ask: Ask, sheet: CaseSheet): object {
  const { tz } = ask.desk.clock;
  return {
    case: caseFace(ask, sheet.case, null),
    windows: sheet.windows.filter((w) => !w.unbounded).map((w) => windowFace(w, sheet.case.protocolId, tz)),
    noWindow: sheet.noWindow,
    stays: sheet.stays.map((s) => stayFace(ask, s)),
    evidence: sheet.evidence.map(({ evidence, place }) => ({
      ...evidence,
      placeName: place?.name ?? null,
      areaName: async () => {
        const areaId = evidence.areaId ?? place?.areaId ?? null;
        return areaId === null ? null : ((await ask.areas.load(areaId))?.name ?? null);
      },
    })),
    questions: sheet.questions.map(({ question, answer }) => ({
      ...question,
      answered: answer && { ...answer, by: () => accountName(ask, answer.by) },
    })),
    namings: sheet.namings.map(({ naming }) => ({ ...naming, person: () => personFace(ask, naming.personId) })),
    history: () => historyFace(ask, sheet.case),
    completeness: sheet.completeness,
  };
}

/** Fields a person reads; revisions and paths are the machine's. */
const SHOWN = [
  'category',
  'onsetOn',
  'firstPositiveSampleAt',
  'reportedAt',
  'isolatedAt',
  'hospital',
  'protocolId',
  'team',
  'infectedById',
] as const;

/** One line for each value that differs from the version after it. */
async function historyFace(ask: Ask, one: Case): Promise<object[]> {
  const versions = await ask.desk.work.read((tx) => ask.desk.cases.history(tx, one.id));
  let after: Record<string, unknown> = one as unknown as Record<string, unknown>;
  const lines: object[] = [];
  for (const { at, by, before } of versions) {
    for (const field of SHOWN) {
      const [was, now] = [text(before[field]), text(after[field])];
      if (was !== now) lines.push({ at, by: () => accountName(ask, by), field, was: was === '' ? null : was });
    }
    after = before;
  }
  return lines;
}

/** A stored moment comes back as the driver's own type; its text is what is compared and shown. */
const text = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'number' ? new Date(value).toISOString() : isoOf(String(value));
const isoOf = (value: string): string => (/^\d{4}-\d{2}-\d{2}T/.test(value) ? new Date(value.replace(/\[.*\]$/, '')).toISOString() : value);

export const previewFace = (ask: Ask, { changes, leftOut }: TrajectoryDiff, tookMs: number): object => ({
  changes: changes.map((c) => ({ ...c, name: () => nameOf(ask, c.personId) })),
  ...countsOf(changes),
  leftOut,
  tookMs: Math.round(tookMs),
});
