/**
 * Which numbers are one person. A merge or a split changes this and nothing else: rows keep the number they came with, and answers are
 * given in the number that stands for the person.
 */
export class SamePeople {
  /** For each number the one that stands for it. */
  canonical = new Int32Array(0);
  private readonly groups = new Map<number, Set<number>>();

  /** Whether any number stands for another than itself alone. */
  get any(): boolean {
    return this.groups.size > 0;
  }

  /** Numbers below `count` are known from now on. */
  grow(count: number): void {
    if (count <= this.canonical.length) return;
    const wider = new Int32Array(Math.max(count, Math.min(this.canonical.length * 2, count + 65_536)));
    wider.set(this.canonical);
    for (let p = this.canonical.length; p < wider.length; p++) wider[p] = p;
    this.canonical = wider;
  }

  /** Everybody who stood for or with `gone` is from now on `kept`'s person. */
  merge(kept: number, gone: number): void {
    this.grow(Math.max(kept, gone) + 1);
    const [head, former] = [this.canonical[kept]!, this.canonical[gone]!];
    if (head === former) return;
    const members = new Set([...this.membersOf(head), ...this.membersOf(former)]);
    this.groups.delete(former);
    this.groups.set(head, members);
    for (const member of members) this.canonical[member] = head;
  }

  /** A number becomes a person of its own; if it stood for others, the lowest of them stands for them now. */
  split(person: number): void {
    this.grow(person + 1);
    const head = this.canonical[person]!;
    const rest = this.membersOf(head).filter((member) => member !== person);
    if (rest.length === 0) return;
    this.groups.delete(head);
    this.canonical[person] = person;
    const next = head === person ? Math.min(...rest) : head;
    for (const member of rest) this.canonical[member] = next;
    if (rest.length > 1) this.groups.set(next, new Set(rest));
  }

  /** The people with more than one number: first the one that stands for them. */
  mergers(): number[][] {
    return [...this.groups].map(([head, members]) => [head, ...[...members].filter((member) => member !== head)]);
  }

  /** All numbers of the person that a number stands for. */
  membersOf(person: number): readonly number[] {
    const head = this.canonical[person] ?? person;
    const group = this.groups.get(head);
    return group ? [...group] : [head];
  }
}
