import { keyedPasses } from '../blocking/block-keys.js';
import type { Decision, Profile, Veto } from '../profile/profile.js';
import { type Cells, RecordTable } from '../records/record-table.js';
import { Frequencies } from '../weighing/frequencies.js';
import { type LevelWeights, type Model, priorOf, startingModel, withWeights } from '../weighing/model.js';
import { probabilityOf } from '../weighing/odds.js';
import { type Explanation, Weigher } from '../weighing/weigher.js';
import { Chains } from './chains.js';

export interface PersonIndexQuestion {
  readonly profile: Profile;
  /** Columns that records will have; a column that is not named is not compared. */
  readonly columns?: Iterable<string>;
  /** One learnt on a list of the same kind; the profile's own otherwise. Its prior is for as many people as it was learnt on. */
  readonly model?: Model;
  /** How many people are expected, for the prior of the profile's own model. */
  readonly expected?: number;
  /** Bits set by hand. */
  readonly weights?: LevelWeights;
}

/** Somebody of the index whom the record asked about may be. */
export interface Candidate {
  readonly record: number;
  readonly weight: number;
  readonly probability: number;
  readonly decision: Exclude<Decision, 'no'>;
  readonly veto: Veto | null;
}

/** So many of the best are told unless more are asked for: staff read the first five and stop (domain notes §7.4). */
const TOP = 5;

/** People among whom a record is looked for: it grows record by record and answers in milliseconds. */
export class PersonIndex {
  private readonly table: RecordTable;
  private readonly chains: readonly Chains[];
  private readonly frequencies: readonly (Frequencies | null)[];
  private readonly weigher: Weigher;
  /** Before anything was set by hand. */
  private readonly unmoved: Model;
  /** The question in which a record was met last, so that each is weighed once. */
  private met = new Int32Array(1024);
  private question = 0;
  private readonly gone = new Set<number>();
  /** Pairs weighed for the last question. */
  weighed = 0;

  constructor({ profile, columns = Object.keys(profile.columns), model, expected = 100_000, weights = {} }: PersonIndexQuestion) {
    this.table = new RecordTable(profile, new Set(columns), expected);
    this.chains = keyedPasses(this.table, profile).map(({ key, second }) => new Chains(key, second, profile.blockLimit));
    this.frequencies = this.table.parts.map(({ field, name }) =>
      this.table.fields[field]!.field.byFrequency.includes(name) ? new Frequencies() : null,
    );
    const pairing = { count: Math.max(2, expected), boundary: null };
    const own = { ...startingModel(this.table, pairing), prior: priorOf(profile.matchesPerRecord, pairing) };
    this.unmoved = model ?? own;
    this.weigher = this.weigherOf(weights);
  }

  /** Records that were ever added, those removed since among them. */
  get size(): number {
    return this.table.size;
  }

  /** Its number, from 0 on in the order of coming. */
  add(cells: Cells): number {
    const record = this.table.add(cells);
    for (const chains of this.chains) chains.add(record);
    for (const [part, one] of this.frequencies.entries()) one?.add(this.table.countedAs(part, record));
    return record;
  }

  /** Nobody is found by it any more, and its values count no longer for how rare they are. Its number is not given again. */
  remove(record: number): void {
    if (record < 0 || record >= this.size || this.gone.has(record)) return;
    this.gone.add(record);
    for (const [part, one] of this.frequencies.entries()) one?.remove(this.table.countedAs(part, record));
  }

  /** Whom the record may be, surest first; nobody is added. Empty when it is somebody new. */
  ask(cells: Cells, top = TOP): Candidate[] {
    const guest = this.table.guest(cells);
    const found: Candidate[] = [];
    const question = this.nextQuestion();
    this.weighed = 0;
    for (const chains of this.chains)
      chains.forEach(guest, (record) => {
        if (this.met[record] === question || this.gone.has(record)) return;
        this.met[record] = question;
        this.weighed++;
        const weight = this.weigher.weigh(record, guest);
        if (!this.weigher.worthALook(weight)) return;
        const veto = this.weigher.lastVeto();
        const decision = this.weigher.decide(weight, veto);
        if (decision !== 'no') found.push({ record, weight, probability: probabilityOf(weight), decision, veto });
      });
    return found.sort((x, y) => y.weight - x.weight || x.record - y.record).slice(0, top);
  }

  /** Why somebody of the index may be the record, or may not. */
  explain(record: number, cells: Cells): Explanation {
    return this.weigher.explain(record, this.table.guest(cells));
  }

  private weigherOf(weights: LevelWeights): Weigher {
    return new Weigher(this.table, this.table.profile, withWeights(this.unmoved, weights), this.frequencies);
  }

  /** Weighs any two records, of the index or not, as if these bits were set: with all that the index knows of how rare a value is. */
  tried(weights: LevelWeights): (a: Cells, b: Cells) => number {
    const weigher = this.weigherOf(weights);
    return (a, b) => weigher.weigh(this.table.guest(a), this.table.guest(b, 1));
  }

  private nextQuestion(): number {
    if (this.met.length < this.table.size) {
      const larger = new Int32Array(Math.max(this.table.size, this.met.length * 2));
      larger.set(this.met);
      this.met = larger;
    }
    return ++this.question;
  }
}
