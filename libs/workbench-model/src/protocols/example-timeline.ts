import {
  ANCHOR_MOMENT,
  addDays,
  type CaseFacts,
  type CaseMoment,
  type Day,
  dayOf,
  formatInstant,
  type InfectiousRule,
  type Instant,
  infectiousWindow,
  type ManagementDates,
  type Moment,
  managementDates,
  type Protocol,
  startOfDay,
} from '@tracewright/epi-core';
import type { Both } from '../words/lang.js';
import type { ExampleSpan } from './example-layout.js';

/** A made-up case and a contact of it, to see days before anybody falls under them. Days, or moments in ISO 8601. */
export interface Example {
  readonly moments: Readonly<Partial<Record<CaseMoment, string>>>;
  readonly firstExposureOn: Day | null;
  readonly lastExposureOn: Day | null;
  readonly foundOn: Day | null;
}

export interface ExampleTimeline {
  readonly windows: readonly ExampleSpan[];
  readonly noWindow: Both | null;
  /** The measures of each class that has some, in the order of the classes. */
  readonly measures: readonly { readonly cls: string; readonly dates: ManagementDates }[];
}

/** Days after onset on which everything else happens to the example. */
const COURSE: Readonly<Partial<Record<CaseMoment, number>>> = {
  onset: 0,
  rashOnset: 0,
  coughOnset: 0,
  catarrhalOnset: -3,
  firstPositiveSample: 1,
  diagnosed: 1,
  reported: 1,
  isolated: 2,
  treatmentStarted: 2,
  antibioticStarted: 2,
  symptomFree: 8,
  recovered: 12,
  lesionsHealed: 20,
};
const INSTANTS: readonly CaseMoment[] = ['firstPositiveSample', 'isolated', 'reported'];

/** Fell ill three days ago, positive the day after, isolated the next; met the contact the day before falling ill. */
export function usualExample(now: Instant, tz: string): Example {
  const onset = addDays(dayOf(now, tz), -3);
  const on = (name: CaseMoment, days: number): string =>
    INSTANTS.includes(name) ? formatInstant(startOfDay(addDays(onset, days), tz), tz) : addDays(onset, days);
  return {
    moments: Object.fromEntries(Object.entries(COURSE).map(([name, days]) => [name, on(name as CaseMoment, days)])),
    firstExposureOn: addDays(onset, -1),
    lastExposureOn: onset,
    foundOn: addDays(onset, 2),
  };
}

const EVENT_MOMENTS: Readonly<Record<NonNullable<InfectiousRule['end']['event']>, readonly CaseMoment[]>> = {
  ISOLATED: ['isolated'],
  TREATMENT_START: ['treatmentStarted'],
  ANTIBIOTIC_START: ['antibioticStarted'],
  LESIONS_HEALED: ['lesionsHealed'],
  DEATH_BURIED: ['recovered', 'died', 'buried'],
};

/** The facts of a case that the windows of the protocol hang on, with those that every case has first. */
export function momentsOf({ infectious }: Pick<Protocol, 'infectious'>): CaseMoment[] {
  const used = infectious.flatMap(({ anchors, end }): CaseMoment[] => [
    ...anchors.map((anchor) => ANCHOR_MOMENT[anchor]),
    ...(end.anchor ? [ANCHOR_MOMENT[end.anchor]] : []),
    ...(end.event ? EVENT_MOMENTS[end.event] : []),
    ...(end.symptomFreeDays === undefined ? [] : (['symptomFree'] as const)),
  ]);
  return [...new Set<CaseMoment>(['onset', 'firstPositiveSample', ...used])];
}

/** Without onset the example is a case without symptoms. Only what the protocol asks for is told, as only that is shown. */
function factsOf(protocol: Protocol, { moments }: Example): CaseFacts {
  const momentOf = (text: string): Moment =>
    text.length === 10 ? { precision: 'day', on: text as Day } : { precision: 'instant', at: Date.parse(text) };
  const told = momentsOf(protocol).flatMap((name) => (moments[name] ? [[name, momentOf(moments[name])]] : []));
  return { id: 'example', person: 'example', category: moments.onset ? 'confirmed' : 'asymptomatic', moments: Object.fromEntries(told) };
}

function measuresOf(protocol: Protocol, example: Example, tz: string): ExampleTimeline['measures'] {
  const { firstExposureOn, lastExposureOn, foundOn } = example;
  const last = lastExposureOn ?? firstExposureOn;
  if (!last) return [];
  const exposure = { first: startOfDay(firstExposureOn ?? last, tz), last: startOfDay(last, tz) };
  return protocol.classOrder.flatMap((cls) => {
    const dates = managementDates(protocol, cls, exposure, tz, foundOn ? startOfDay(foundOn, tz) : undefined);
    return dates ? [{ cls, dates }] : [];
  });
}

/** When the example would infect others and how long its contact would be managed. */
export function exampleTimeline(protocol: Protocol, example: Example, { now, tz }: { now: Instant; tz: string }): ExampleTimeline {
  const answer = infectiousWindow(protocol, factsOf(protocol, example), { asOf: now, tz });
  const windows = answer.kind === 'windows' ? answer.windows.filter((w) => !w.unbounded) : [];
  return {
    windows: windows.map(({ start, end, open, provisional }) => ({
      start: formatInstant(start, tz),
      end: formatInstant(end, tz),
      open,
      provisional,
    })),
    noWindow: answer.kind === 'no-window' ? answer.reason : null,
    measures: measuresOf(protocol, example, tz),
  };
}
