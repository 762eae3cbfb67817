/** Where a key's chain of records begins, and how many hang on it; open addressing, growing. */
class Heads {
  private keys = new Float64Array(1024);
  private heads = new Int32Array(1024).fill(EMPTY);
  private sizes = new Int32Array(1024);
  private used = 0;

  /** Slot of a key, taken anew when it has none. */
  slotFor(key: number): number {
    if (this.used * 2 >= this.keys.length) this.grow();
    const slot = this.find(key);
    if (this.heads[slot] === EMPTY) {
      this.keys[slot] = key;
      this.heads[slot] = NOBODY;
      this.used++;
    }
    return slot;
  }

  /** -1 for a key without a chain. */
  slotOf(key: number): number {
    const slot = this.find(key);
    return this.heads[slot] === EMPTY ? -1 : slot;
  }

  head = (slot: number): number => this.heads[slot]!;
  size = (slot: number): number => this.sizes[slot]!;

  put(slot: number, head: number, size: number): void {
    this.heads[slot] = head;
    this.sizes[slot] = size;
  }

  private find(key: number): number {
    const mask = this.keys.length - 1;
    let slot = Math.imul(key | 0, 0x9e3779b1) >>> 0;
    for (slot &= mask; this.heads[slot] !== EMPTY && this.keys[slot] !== key; ) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { keys, heads, sizes } = this;
    this.keys = new Float64Array(keys.length * 2);
    this.heads = new Int32Array(keys.length * 2).fill(EMPTY);
    this.sizes = new Int32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) {
      if (heads[i] === EMPTY) continue;
      const slot = this.find(keys[i]!);
      this.keys[slot] = keys[i]!;
      this.put(slot, heads[i]!, sizes[i]!);
    }
  }
}

const EMPTY = -3;
/** End of a chain. */
const NOBODY = -1;
/** The chain has become too long: its records hang on their second keys. */
const SPLIT = -2;

export type Key = (record: number) => number;

/** Blocks of one pass that grow record by record; the same pairs meet as when all records are blocked at once. */
export class Chains {
  private readonly first = new Heads();
  private readonly second = new Heads();
  private next = new Int32Array(1024);

  constructor(
    private readonly key: Key,
    private readonly secondKey: Key | null,
    private readonly limit: number,
  ) {}

  add(record: number): void {
    const key = this.key(record);
    if (Number.isNaN(key)) return;
    const slot = this.first.slotFor(key);
    if (this.first.head(slot) === SPLIT) this.hang(record);
    else {
      this.link(this.first, slot, record);
      if (this.first.size(slot) > this.limit) this.split(slot);
    }
  }

  private link(heads: Heads, slot: number, record: number): void {
    if (record >= this.next.length) {
      const larger = new Int32Array(Math.max(record + 1, this.next.length * 2));
      larger.set(this.next);
      this.next = larger;
    }
    this.next[record] = heads.head(slot);
    heads.put(slot, record, heads.size(slot) + 1);
  }

  private hang(record: number): void {
    const key = this.secondKey?.(record) ?? Number.NaN;
    if (Number.isNaN(key)) return;
    const slot = this.second.slotFor(key);
    if (this.second.head(slot) === SPLIT) return;
    this.link(this.second, slot, record);
    if (this.second.size(slot) > this.limit) this.second.put(slot, SPLIT, 0);
  }

  private split(slot: number): void {
    const records: number[] = [];
    for (let record = this.first.head(slot); record >= 0; record = this.next[record]!) records.push(record);
    this.first.put(slot, SPLIT, 0);
    for (const record of records.reverse()) this.hang(record);
  }

  /** Records that block with this one, which need not hang on a chain itself. */
  forEach(record: number, onRecord: (other: number) => void): void {
    const key = this.key(record);
    if (Number.isNaN(key)) return;
    let slot = this.first.slotOf(key);
    if (slot < 0) return;
    let heads = this.first;
    if (heads.head(slot) === SPLIT) {
      const second = this.secondKey?.(record) ?? Number.NaN;
      heads = this.second;
      slot = Number.isNaN(second) ? -1 : heads.slotOf(second);
      if (slot < 0) return;
    }
    for (let other = heads.head(slot); other >= 0; other = this.next[other]!) onRecord(other);
  }
}
