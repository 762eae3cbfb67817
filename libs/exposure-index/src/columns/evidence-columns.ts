import { rowOfEntry } from './entries.js';
import type { ExposureColumns } from './exposure-columns.js';
import { endAt, firstStartingAt, keyAt, startAt } from './packed-stays.js';
import { eachPiece, type OverlapRule, type Source, windowOf } from './pieces.js';
import { surestEnd, surestStart } from './segment.js';

/** One meeting behind a pair: two stays by their ordinals, and when they were together, `[start, end)`, the lag in it. */
export interface EvidenceOfPair {
  /** Position in the list of sources. */
  readonly source: number;
  readonly sourceOrdinal: number;
  readonly contactOrdinal: number;
  readonly place: number;
  readonly start: number;
  readonly end: number;
}

/** Asks for the meetings of one contact after the other, none of them found before it is asked for. */
export function evidenceFinder(
  index: ExposureColumns,
  sources: readonly Source[],
  rule: OverlapRule,
): (contact: number) => EvidenceOfPair[] {
  const { canonical } = index.same;
  const sourcesOf = new Map<number, number[]>();
  for (const [position, { person }] of sources.entries()) {
    const head = canonical[person] ?? person;
    const list = sourcesOf.get(head);
    if (list) list.push(position);
    else sourcesOf.set(head, [position]);
  }
  const windows = sources.map((source) => windowOf(index, source, rule.bounds));
  const least = Math.max(1, rule.minSeconds);
  const sure = rule.bounds === 'surest';
  return (contact) => {
    const segments = index.segmentsByNeed();
    const own = canonical[contact] ?? contact;
    const found: EvidenceOfPair[] = [];
    const everything = [-(2 ** 30), 2 ** 30] as const;
    eachPiece(index, segments, contact, everything, { ...rule, lagSeconds: 0 }, (place, from, to, mine, member, entry) => {
      let contactOrdinal = -1;
      for (const segment of segments) {
        const slot = segment.places.find(place);
        if (slot < 0 || segment.minStart >= to || segment.maxEnd + rule.lagSeconds <= from) continue;
        segment.unread?.rows(segment, slot, least - rule.lagSeconds, true);
        const { rows } = segment;
        for (let cell = segment.cellsFrom[slot]!; cell < segment.cellsFrom[slot + 1]!; cell++) {
          const last = segment.rowsFrom[cell + 1]!;
          const longest = segment.longest[cell]! + rule.lagSeconds;
          if (longest < least) continue;
          const earliest = from + least - longest;
          for (
            let row = firstStartingAt(rows, segment.rowsFrom[cell]!, last, earliest);
            row < last && startAt(rows, row) + least <= to;
            row++
          ) {
            if (endAt(rows, row) + rule.lagSeconds < from + least) continue;
            const who = canonical[keyAt(rows, row)]!;
            const asked = who === own ? undefined : sourcesOf.get(who);
            if (!asked || index.isRemoved(segment.ordinal[row]!)) continue;
            const begins = sure ? surestStart(segment, row) : startAt(rows, row);
            const ends = sure ? surestEnd(segment, row) : endAt(rows, row);
            for (const source of asked) {
              const [low, high] = windows[source]!;
              const [cutFrom, cutTo] = [Math.max(begins, low), Math.min(ends, high)];
              if (!(cutFrom < cutTo || (begins === ends && cutFrom === cutTo && cutTo < high))) continue;
              const [start, end] = [Math.max(cutFrom, from), Math.min(cutTo + rule.lagSeconds, to)];
              if (end - start < least) continue;
              if (contactOrdinal < 0) contactOrdinal = mine.ordinal[rowOfEntry(mine, member, entry)]!;
              found.push({ source, sourceOrdinal: segment.ordinal[row]!, contactOrdinal, place, start, end });
            }
          }
        }
      }
    });
    return found.sort(
      (a, b) => a.start - b.start || a.sourceOrdinal - b.sourceOrdinal || a.contactOrdinal - b.contactOrdinal || a.source - b.source,
    );
  };
}
