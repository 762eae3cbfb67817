/** Pairs of numbers place by place, where few places have any: each with the one that was put before it at the same place. */
export class PlaceLists {
  /** Position of what was put last at each slot; -1: none. */
  last = new Int32Array(0);
  before = new Int32Array(1_024);
  one = new Int32Array(1_024);
  other = new Int32Array(1_024);
  private count = 0;

  begin(slots: number): void {
    this.count = 0;
    if (this.last.length < slots) this.last = new Int32Array(slots);
    this.last.fill(-1, 0, slots);
  }

  put(slot: number, one: number, other: number): void {
    if (this.count === this.before.length) this.widen();
    const at = this.count++;
    this.one[at] = one;
    this.other[at] = other;
    this.before[at] = this.last[slot]!;
    this.last[slot] = at;
  }

  private widen(): void {
    const wider = (column: Int32Array) => {
      const all = new Int32Array(column.length * 2);
      all.set(column);
      return all;
    };
    this.before = wider(this.before);
    this.one = wider(this.one);
    this.other = wider(this.other);
  }
}
