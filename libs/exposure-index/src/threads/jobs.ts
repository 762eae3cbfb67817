import { ExposureColumns, type IndexParts } from '../columns/exposure-columns.js';
import { type FirstDegree, firstDegree } from '../columns/first-degree.js';
import type { MiddleColumns } from '../columns/middles.js';
import type { OverlapRule, Source } from '../columns/pieces.js';
import { RemovedOrdinals } from '../columns/removed-ordinals.js';
import { type SecondDegree, secondDegree } from '../columns/second-degree-columns.js';
import { buildSegment, rowsOfSegment, type Segment } from '../columns/segment.js';
import { GrowingStays, type StayColumns } from '../columns/stay-columns.js';
import { receivedSegment, sharedSegment } from './shared-segment.js';

/** What a thread can be asked for, and what it answers. */
export interface Jobs {
  /** Questions after it are about this index. */
  hold: { readonly ask: { readonly parts: IndexParts }; readonly answer: null };
  first: { readonly ask: { readonly cases: readonly Source[]; readonly rule: OverlapRule }; readonly answer: FirstDegree };
  /** About the people whose numbers lie in `[from, to)`. */
  second: {
    readonly ask: {
      readonly sources: readonly Source[] | MiddleColumns;
      readonly rule: OverlapRule;
      readonly without: readonly number[];
      readonly from: number;
      readonly to: number;
    };
    readonly answer: SecondDegree;
  };
  build: { readonly ask: { readonly stays: StayColumns }; readonly answer: Segment };
  /** One segment of what starts in `[from, to)` and was not removed; null: nothing is left. */
  merge: {
    readonly ask: { readonly segments: readonly Segment[]; readonly removed: Uint32Array; readonly from: number; readonly to: number };
    readonly answer: Segment | null;
  };
}

export type Job = { [K in keyof Jobs]: { readonly kind: K } & Jobs[K]['ask'] }[keyof Jobs];

let held = new ExposureColumns();

export function done(job: Job): Jobs[keyof Jobs]['answer'] {
  switch (job.kind) {
    case 'hold':
      held = ExposureColumns.of({ ...job.parts, segments: job.parts.segments.map(receivedSegment) });
      return null;
    case 'first':
      return firstDegree(held, job.cases, job.rule);
    case 'second':
      return secondDegree(held, job.sources, job.rule, job.without, job);
    case 'build':
      return sharedSegment(buildSegment(job.stays));
    case 'merge':
      return merged(job);
  }
}

function merged({ segments, removed, from, to }: Jobs['merge']['ask']): Segment | null {
  const gone = RemovedOrdinals.of(removed);
  const rows = new GrowingStays();
  for (const segment of segments) {
    const { person, place, start, end, ordinal, startLatest, endEarliest } = rowsOfSegment(receivedSegment(segment));
    for (let row = 0; row < start.length; row++)
      if (start[row]! >= from && start[row]! < to && !gone.has(ordinal[row]!))
        rows.push(person[row]!, place[row]!, start[row]!, end[row]!, ordinal[row]!, startLatest?.[row], endEarliest?.[row]);
  }
  return rows.length === 0 ? null : sharedSegment(buildSegment(rows.take()));
}
