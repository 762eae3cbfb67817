import type { RecordTable } from '../records/record-table.js';

/** Records that the typical share counts for. */
const BEFORE_COUNTING = 200;

/** How often each value of a part is met among those that are known. */
export class Frequencies {
  private counts = new Uint32Array(256);
  known = 0;

  add(value: number): void {
    if (value < 0) return;
    if (value >= this.counts.length) {
      const larger = new Uint32Array(Math.max(value + 1, this.counts.length * 2));
      larger.set(this.counts);
      this.counts = larger;
    }
    this.counts[value]!++;
    this.known++;
  }

  /** Of a value that was added before. */
  remove(value: number): void {
    if (value < 0) return;
    this.counts[value]!--;
    this.known--;
  }

  /**
   * Share of the records that have the value; one that nobody has counts as one that a single record has. `typical` is the share to expect before
   * anything is counted: in a list of thirty a value that two have is not one that every fifteenth person has.
   */
  of(value: number, typical: number): number {
    return (Math.max(1, this.counts[value] ?? 0) + BEFORE_COUNTING * typical) / (this.known + BEFORE_COUNTING);
  }
}

/** Of the parts whose agreement weighs by rarity; null for the others. */
export function frequenciesOf(table: RecordTable): (Frequencies | null)[] {
  return table.parts.map(({ field, name }, part) => {
    if (!table.fields[field]!.field.byFrequency.includes(name)) return null;
    const frequencies = new Frequencies();
    for (let record = 0; record < table.size; record++) frequencies.add(table.countedAs(part, record));
    return frequencies;
  });
}
