import { type Setting, settingOfStay } from '@tracewright/epi-core';
import { Numbering } from '@tracewright/exposure-index';
import type { MetStay } from '@tracewright/investigation';
import { Growing } from './growing.js';
import type { PlaceTree } from './place-tree.js';

type Kind = Pick<MetStay, 'setting' | 'protection' | 'source' | 'ceiling'>;

/** Before the first version of a person there is none. */
const NONE = -1;

/**
 * What the rules want to know of a stay besides who was where when, by ordinal: every version that was ever indexed has one. Of the many
 * stays few differ in kind, and few have a seat, so most of a row is its id and four moments.
 */
export class StayRecords {
  readonly people = new Numbering();
  readonly places = new Numbering();
  private readonly ids: string[] = [];
  private readonly person = Growing.ints();
  private readonly place = Growing.ints();
  /** The version of the same person that came before. */
  private readonly previous = Growing.ints();
  /** The last version of each person. */
  private readonly last = Growing.ints();
  private readonly bounds = [Growing.floats(), Growing.floats(), Growing.floats(), Growing.floats()] as const;
  private readonly kind = Growing.ints();
  private readonly kinds: Kind[] = [];
  private readonly kindNumbers = new Map<string, number>();
  private readonly seats = new Map<number, Pick<MetStay, 'seat' | 'carriage'>>();

  get length(): number {
    return this.ids.length;
  }

  /** Answers the ordinal of this version. */
  push(stay: MetStay): number {
    const ordinal = this.ids.push(stay.id) - 1;
    const person = this.people.of(stay.personId);
    if (person === this.last.length) this.last.push(NONE);
    this.person.push(person);
    this.place.push(this.places.of(stay.placeId));
    this.previous.push(this.last.at(person));
    this.last.set(person, ordinal);
    const [start, end, startLatest, endEarliest] = this.bounds;
    start.push(stay.start);
    end.push(stay.end);
    startLatest.push(stay.startLatest);
    endEarliest.push(stay.endEarliest);
    this.kind.push(this.kindOf(stay));
    if (stay.seat !== null || stay.carriage !== null) this.seats.set(ordinal, { seat: stay.seat, carriage: stay.carriage });
    return ordinal;
  }

  idOf(ordinal: number): string {
    return this.ids[ordinal]!;
  }

  personOf(ordinal: number): number {
    return this.person.at(ordinal);
  }

  placeOf(ordinal: number): number {
    return this.place.at(ordinal);
  }

  /** A person's versions, the last one first, whose widest bounds reach into `[from, to)`; those that stand no longer are among them. */
  *within(personId: string, from: number, to: number): Generator<number> {
    const person = this.people.numbers.get(personId);
    const [start, end] = this.bounds;
    for (let at = person === undefined ? NONE : this.last.at(person); at !== NONE; at = this.previous.at(at))
      if (start.at(at) < to && end.at(at) > from) yield at;
  }

  settingOf(ordinal: number, places: PlaceTree): Setting | null {
    const { setting } = this.kinds[this.kind.at(ordinal)]!;
    const { seat } = this.seats.get(ordinal) ?? NO_SEAT;
    return settingOfStay(setting as Setting | null, seat, places.natureOf(this.places.ids[this.place.at(ordinal)]!));
  }

  /** Milliseconds of a stay, by its widest bounds, within `[from, to)`. */
  timeWithin(ordinal: number, from: number, to: number): number {
    const [start, end] = this.bounds;
    return Math.max(0, Math.min(end.at(ordinal), to) - Math.max(start.at(ordinal), from));
  }

  at(ordinal: number): MetStay {
    const [start, end, startLatest, endEarliest] = this.bounds;
    const { setting, protection, source, ceiling } = this.kinds[this.kind.at(ordinal)]!;
    const { seat, carriage } = this.seats.get(ordinal) ?? NO_SEAT;
    return {
      id: this.ids[ordinal]!,
      personId: this.people.ids[this.person.at(ordinal)]!,
      placeId: this.places.ids[this.place.at(ordinal)]!,
      start: start.at(ordinal),
      end: end.at(ordinal),
      startLatest: startLatest.at(ordinal),
      endEarliest: endEarliest.at(ordinal),
      setting,
      seat,
      carriage,
      protection,
      source,
      ceiling,
    };
  }

  private kindOf({ setting, protection, source, ceiling }: MetStay): number {
    const key = `${setting ?? ''}|${protection}|${source}|${ceiling}`;
    const known = this.kindNumbers.get(key);
    if (known !== undefined) return known;
    this.kindNumbers.set(key, this.kinds.length);
    return this.kinds.push({ setting, protection, source, ceiling }) - 1;
  }
}

const NO_SEAT = { seat: null, carriage: null };
