import type { ExposureColumns } from './exposure-columns.js';
import { PlacePresence } from './place-presence.js';

type Name = 'earliest' | 'windows' | 'numbers' | 'waiting' | 'active' | 'unmet';

/** Room for a question in the second degree, kept from question to question: memory that is fresh costs more than what is written to it. */
export class Room {
  readonly places = new PlacePresence();
  private readonly columns = new Map<Name, Int32Array>();

  /** Whatever is in it is of an earlier question. */
  column(name: Name, length: number): Int32Array {
    const kept = this.columns.get(name);
    if (kept !== undefined && kept.length >= length) return kept.subarray(0, length);
    const column = new Int32Array(length);
    this.columns.set(name, column);
    return column;
  }
}

const kept = new WeakMap<ExposureColumns, Room>();

export function roomOf(index: ExposureColumns): Room {
  const room = kept.get(index) ?? new Room();
  kept.set(index, room);
  return room;
}
