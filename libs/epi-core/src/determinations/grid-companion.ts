import type { PlaceLookup } from '../places/place.js';
import { type ExposureRule, type Protocol } from '../protocols/schema.js';
import { type Interval, intersect, lengthOf, totalLength, unite } from '../time/interval.js';
import { DAY_24H, HOUR, MINUTE } from '../time/zone.js';

/** A phone seen at a mast or cell, `[start, end)`. Evidence, never a stay (rulings 5). */
export interface Signal extends Interval {
  readonly person: string;
  readonly place: string;
}

/** Two phones in one grid cell. Always a question to the tracer: a phone in an area proves no exposure. */
export interface GridCompanion {
  readonly person: string;
  readonly cls: string;
  readonly rule: string;
  readonly first: number;
  readonly last: number;
  /** Together in the cells that counted. */
  readonly seconds: number;
}

/** Length of a degree of latitude on a sphere of the earth's mean radius. */
const METRES_PER_DEGREE = (6_371_000 * Math.PI) / 180;

/** The cell of a square grid of the rule's size; a place without coordinates is a cell of its own. */
function cellOf(place: string, cellM: number, lookup: PlaceLookup): string {
  const { lat, lng } = lookup(place) ?? {};
  if (lat === undefined || lng === undefined) return `place ${place}`;
  const row = Math.floor((lat * METRES_PER_DEGREE) / cellM);
  // The whole row uses the width of its middle, or neighbours in one row would not share their cells.
  const width = METRES_PER_DEGREE * Math.cos((((row + 0.5) * cellM) / METRES_PER_DEGREE) * (Math.PI / 180));
  return `cell ${row} ${Math.floor((lng * width) / cellM)}`;
}

type GridRule = NonNullable<ExposureRule['gridCompanion']>;
type ByCell = ReadonlyMap<string, readonly Interval[]>;

function grouped(signals: readonly Signal[], keyOf: (signal: Signal) => string): Map<string, Signal[]> {
  const groups = new Map<string, Signal[]>();
  for (const signal of signals) {
    const group = groups.get(keyOf(signal));
    if (group) group.push(signal);
    else groups.set(keyOf(signal), [signal]);
  }
  return groups;
}

function byCell(signals: readonly Signal[], rule: GridRule, lookup: PlaceLookup): ByCell {
  const cells = grouped(signals, (signal) => cellOf(signal.place, rule.cellM, lookup));
  return new Map([...cells].map(([cell, list]) => [cell, unite(list)]));
}

/** Hours of one phone in a cell in the days before `until`. */
const stayed = (pieces: readonly Interval[], until: number, days: number): number =>
  totalLength(pieces.flatMap((piece) => intersect(piece, { start: until - days * DAY_24H, end: until }) ?? []));

/** Continuous time together in one cell, longer than the minutes, while either phone had stayed there longer than the hours. */
function together(a: readonly Interval[], b: readonly Interval[], rule: GridRule): Interval[] {
  const meets = unite(a.flatMap((one) => b.flatMap((other) => intersect(one, other) ?? [])));
  const long = (pieces: readonly Interval[], until: number) => stayed(pieces, until, rule.days) > rule.ownStayHours * HOUR;
  return meets.filter((meet) => lengthOf(meet) > rule.minutes * MINUTE && (long(a, meet.end) || long(b, meet.end)));
}

/**
 * Time-space companions of a person (domain notes §2.1; rulings 14): phones in the same cell of a grid for more than some minutes, where
 * either had been for more than some hours in the days before. Without signals, or without such a rule: nobody.
 */
export function gridCompanions(protocol: Protocol, person: string, signals: readonly Signal[], lookup: PlaceLookup): GridCompanion[] {
  const people = grouped(signals, (signal) => signal.person);
  return protocol.exposure.flatMap(({ id, cls, gridCompanion: grid }) => {
    if (!grid) return [];
    const own = byCell(people.get(person) ?? [], grid, lookup);
    return [...people].flatMap(([other, list]): GridCompanion[] => {
      if (other === person) return [];
      const cells = byCell(list, grid, lookup);
      const meets = [...own].flatMap(([cell, pieces]) => together(pieces, cells.get(cell) ?? [], grid));
      if (meets.length === 0) return [];
      const [first, last] = [Math.min(...meets.map((m) => m.start)), Math.max(...meets.map((m) => m.end))];
      return [{ person: other, cls, rule: id, first, last, seconds: totalLength(meets) / 1000 }];
    });
  });
}
