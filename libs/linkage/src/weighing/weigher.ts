import type { Decision, Profile, Veto } from '../profile/profile.js';
import type { RecordTable } from '../records/record-table.js';
import type { Frequencies } from './frequencies.js';
import { bitsOf, type Model } from './model.js';
import { bitsOfProbability, probabilityOf } from './odds.js';
import { atMost, Vetoes } from './vetoes.js';

interface CompiledGroup {
  readonly largest: boolean;
  readonly sides: readonly (readonly number[])[];
  readonly bits: number;
}

/** One part of an explanation. */
export interface FieldEvidence {
  readonly part: string;
  readonly a: string;
  readonly b: string;
  /** `missing` when one of the two is not known. */
  readonly level: string;
  /** What the part says by itself, and what of it counts: fields that repeat each other count once. */
  readonly bits: number;
  readonly counted: number;
}

/** A pair that explains itself: prior and counted bits sum up to the weight. */
export interface Explanation {
  readonly prior: number;
  readonly fields: readonly FieldEvidence[];
  readonly weight: number;
  readonly probability: number;
  readonly decision: Decision;
  readonly veto: Veto | null;
}

/** Weighs pairs of a table's records under a model. Its weights are final: records added later are weighed by them. */
export class Weigher {
  readonly priorBits: number;
  private readonly bits: Float64Array[];
  private readonly groups: readonly CompiledGroup[];
  private readonly vetoes: Vetoes;
  private readonly levels: Uint8Array;
  private readonly partBits: Float64Array;
  private readonly typical: readonly number[];
  private readonly matchBits: number;
  private readonly reviewBits: number;

  constructor(
    private readonly table: RecordTable,
    profile: Profile,
    readonly model: Model,
    private readonly frequencies: readonly (Frequencies | null)[],
  ) {
    this.priorBits = bitsOfProbability(model.prior);
    this.bits = model.parts.map((part) => Float64Array.of(0, ...bitsOf(part)));
    this.typical = model.parts.map(({ u }) => u[0]!);
    this.groups = profile.groups.flatMap(({ count, sides, bits = Number.POSITIVE_INFINITY }): CompiledGroup[] => {
      const there = sides
        .map((side) => side.map((name) => table.partNamed(name)).filter((part) => part >= 0))
        .filter((side) => side.length > 0);
      return there.length === 0 || (count === 'largest' && there.length < 2) ? [] : [{ largest: count === 'largest', sides: there, bits }];
    });
    this.vetoes = new Vetoes(table, profile);
    this.levels = new Uint8Array(table.parts.length);
    this.partBits = new Float64Array(table.parts.length);
    this.matchBits = bitsOfProbability(profile.thresholds.match);
    this.reviewBits = bitsOfProbability(profile.thresholds.review);
  }

  /** Bits for and against two records being one person, prior included. */
  weigh(a: number, b: number): number {
    this.look(a, b);
    return this.total();
  }

  /** The veto on the pair weighed last. */
  lastVeto(): Veto | null {
    return this.vetoes.at(this.levels);
  }

  /** Levels of the pair weighed last as one number, a digit in base 8 a part: for comparing two engines. */
  lastPattern(): number {
    let pattern = 0;
    for (let part = this.levels.length - 1; part >= 0; part--) pattern = pattern * 8 + this.levels[part]!;
    return pattern;
  }

  /** Whether so many bits are at least for review. */
  worthALook = (weight: number): boolean => weight >= Math.min(this.reviewBits, this.matchBits);

  decide(weight: number, veto: Veto | null): Decision {
    return atMost(weight >= this.matchBits ? 'match' : weight >= this.reviewBits ? 'review' : 'no', veto);
  }

  private look(a: number, b: number): void {
    const { table, levels, partBits } = this;
    table.compare(a, b, levels);
    for (let part = 0; part < levels.length; part++) {
      const level = levels[part]!;
      const own = this.bits[part]![level]!;
      // Only agreement is more or less rare.
      partBits[part] = level > 0 && own > 0 && this.frequencies[part] ? this.weightByRarity(part, level, a, b) : own;
    }
  }

  private weightByRarity(part: number, level: number, a: number, b: number): number {
    const frequencies = this.frequencies[part]!;
    const typical = this.typical[part]!;
    const { table } = this;
    const field = table.parts[part]!.field;
    let often = frequencies.of(table.countedAs(part, a), typical);
    // Only values that differ need both be looked up.
    if (table.valueOf(field, a) !== table.valueOf(field, b)) often = Math.max(often, frequencies.of(table.countedAs(part, b), typical));
    return this.byRarity(part, level, Math.log2(typical / often));
  }

  /** A rare value that agrees says more, a common one less; one that is only near a common one says less too. Never less than the next level would. */
  private byRarity(part: number, level: number, rarity: number): number {
    const bits = this.bits[part]!;
    // Of a pair that is only near, one value is often a slip of the pen and rare: half of the commonness of the other counts.
    if (level > this.table.parts[part]!.exact) return Math.max(Math.min(0, bits[level]!), bits[level]! + Math.min(0, rarity / 2));
    const next = level + 1 < bits.length ? this.byRarity(part, level + 1, rarity) : 0;
    return Math.max(bits[level]! + rarity, next, 0);
  }

  private total(): number {
    let weight = this.priorBits;
    for (let part = 0; part < this.partBits.length; part++) weight += this.partBits[part]!;
    for (const group of this.groups) weight -= this.repeated(group);
    return weight;
  }

  /** Bits for that a group does not let count. */
  private repeated({ largest, sides, bits }: CompiledGroup): number {
    let all = 0;
    let most = 0;
    for (const side of sides) {
      let sum = 0;
      for (const part of side) sum += Math.max(0, this.partBits[part]!);
      all += sum;
      most = Math.max(most, sum);
    }
    return all - Math.min(largest ? most : all, bits);
  }

  explain(a: number, b: number): Explanation {
    this.look(a, b);
    const weight = this.total();
    const veto = this.lastVeto();
    const counted = this.countedBits();
    const fields = this.table.parts.map(({ fullName, levels }, part) => ({
      part: fullName,
      a: this.table.shown(part, a),
      b: this.table.shown(part, b),
      level: levels[this.levels[part]! - 1] ?? 'missing',
      bits: this.partBits[part]!,
      counted: counted[part]!,
    }));
    return { prior: this.priorBits, fields, weight, probability: probabilityOf(weight), decision: this.decide(weight, veto), veto };
  }

  /** What of each part's bits counts: the weaker side of a group gives nothing, parts under a cap give their share. */
  private countedBits(): number[] {
    const counted = [...this.partBits];
    for (const group of this.groups) {
      const sums = group.sides.map((side) => side.reduce((sum, part) => sum + Math.max(0, this.partBits[part]!), 0));
      const all = sums.reduce((one, other) => one + other, 0);
      const strongest = sums.indexOf(Math.max(...sums));
      group.sides.forEach((side, i) => {
        const share = group.largest ? (i === strongest ? 1 : 0) : Math.min(1, group.bits / (all || 1));
        for (const part of side) if (counted[part]! > 0) counted[part]! *= share;
      });
    }
    return counted;
  }
}
