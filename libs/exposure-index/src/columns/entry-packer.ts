import type { GroupSorter } from './group-sorter.js';
import { GrowingInts } from './stay-columns.js';

/** Bits of a stay's length in each of its words at most, so that both together are a whole number of 32 bits. */
const LENGTH_BITS = 15;

/**
 * How an entry of the order by person lies in two words of 32 bits. The first: the place's slot, and above it the high bits of the length
 * of the stay. The second: its start, counted from the segment's first, and above it the low bits of the length.
 */
export interface EntryForm {
  readonly slotBits: number;
  readonly slotMask: number;
  readonly startBits: number;
  readonly startMask: number;
  /** Of the length, in the second word. */
  readonly lowBits: number;
  /** The length of a stay that is as long or longer: its end lies apart. */
  readonly overlong: number;
}

/** A stay whose length the bits do not hold, by its entry, in order. */
export interface Overlong {
  readonly entries: Int32Array;
  readonly ends: Int32Array;
}

const bitsOf = (most: number): number => 32 - Math.clz32(Math.max(0, most));

export function entryForm(slots: number, span: number): EntryForm {
  const slotBits = bitsOf(slots - 1);
  const startBits = bitsOf(span);
  const lowBits = Math.min(LENGTH_BITS, 32 - startBits);
  return {
    slotBits,
    slotMask: 2 ** slotBits - 1,
    startBits,
    startMask: 2 ** startBits - 1,
    lowBits,
    overlong: 2 ** (lowBits + Math.min(LENGTH_BITS, 32 - slotBits)) - 1,
  };
}

export interface Entries {
  readonly words: Int32Array;
  readonly overlong: Overlong;
}

/** Packs what a sorter holds of each row behind its group and start: the slot of its place, and its end. */
export class EntryPacker implements Entries {
  readonly words: Int32Array;
  private readonly overlongEntries = new GrowingInts(16);
  private readonly overlongEnds = new GrowingInts(16);

  constructor(
    size: number,
    private readonly form: EntryForm,
    private readonly minStart: number,
  ) {
    this.words = new Int32Array(size * 2);
  }

  /** Answers where each person's entries begin. */
  pack(sorter: GroupSorter): Int32Array {
    const { form, minStart, words } = this;
    const { slotBits, startBits, lowBits, overlong } = form;
    const lowMask = 2 ** lowBits - 1;
    return sorter.sort(minStart, (records, order, begin, until) => {
      for (let entry = begin, i = 0; entry < until; entry++, i++) {
        const at = order[i]!;
        const start = records[at + 1]!;
        let length = records[at + 3]! - start;
        if (length >= overlong || length < 0) {
          length = overlong;
          this.overlongEntries.push(entry);
          this.overlongEnds.push(records[at + 3]!);
        }
        words[entry * 2] = records[at + 2]! | ((length >>> lowBits) << slotBits);
        words[entry * 2 + 1] = (start - minStart) | ((length & lowMask) << startBits);
      }
    });
  }

  get overlong(): Overlong {
    return { entries: this.overlongEntries.take(), ends: this.overlongEnds.take() };
  }
}
