import { Numbering } from '@tracewright/exposure-index';
import type { MetStay } from '@tracewright/investigation';

type Kind = Pick<MetStay, 'setting' | 'protection' | 'source' | 'ceiling'>;

/**
 * What the rules want to know of a stay besides who was where when, by ordinal: every version that was ever indexed has one. Of the many
 * stays few differ in kind, and few have a seat, so most of a row is its id and four moments.
 */
export class StayRecords {
  readonly people = new Numbering();
  readonly places = new Numbering();
  private readonly ids: string[] = [];
  private readonly person: number[] = [];
  private readonly place: number[] = [];
  private readonly bounds: [number[], number[], number[], number[]] = [[], [], [], []];
  private readonly kind: number[] = [];
  private readonly kinds: Kind[] = [];
  private readonly kindNumbers = new Map<string, number>();
  private readonly seats = new Map<number, Pick<MetStay, 'seat' | 'carriage'>>();

  get length(): number {
    return this.ids.length;
  }

  /** Answers the ordinal of this version. */
  push(stay: MetStay): number {
    const ordinal = this.ids.push(stay.id) - 1;
    this.person.push(this.people.of(stay.personId));
    this.place.push(this.places.of(stay.placeId));
    const [start, end, startLatest, endEarliest] = this.bounds;
    start.push(stay.start);
    end.push(stay.end);
    startLatest.push(stay.startLatest);
    endEarliest.push(stay.endEarliest);
    this.kind.push(this.kindOf(stay));
    if (stay.seat !== null || stay.carriage !== null) this.seats.set(ordinal, { seat: stay.seat, carriage: stay.carriage });
    return ordinal;
  }

  personOf(ordinal: number): number {
    return this.person[ordinal]!;
  }

  placeOf(ordinal: number): number {
    return this.place[ordinal]!;
  }

  at(ordinal: number): MetStay {
    const [start, end, startLatest, endEarliest] = this.bounds;
    const { setting, protection, source, ceiling } = this.kinds[this.kind[ordinal]!]!;
    const { seat, carriage } = this.seats.get(ordinal) ?? NO_SEAT;
    return {
      id: this.ids[ordinal]!,
      personId: this.people.ids[this.person[ordinal]!]!,
      placeId: this.places.ids[this.place[ordinal]!]!,
      start: start[ordinal]!,
      end: end[ordinal]!,
      startLatest: startLatest[ordinal]!,
      endEarliest: endEarliest[ordinal]!,
      setting,
      seat,
      carriage,
      protection,
      source,
      ceiling,
    };
  }

  private kindOf({ setting, protection, source, ceiling }: MetStay): number {
    const key = JSON.stringify([setting, protection, source, ceiling]);
    const known = this.kindNumbers.get(key);
    if (known !== undefined) return known;
    this.kindNumbers.set(key, this.kinds.length);
    return this.kinds.push({ setting, protection, source, ceiling }) - 1;
  }
}

const NO_SEAT = { seat: null, carriage: null };
