import type { Decision, Profile, Veto } from '../profile/profile.js';
import type { RecordTable } from '../records/record-table.js';

interface CompiledVeto {
  readonly veto: Veto;
  /** Part and its levels as bits. */
  readonly conditions: readonly (readonly [part: number, levels: number])[];
}

/** A profile's vetoes for the parts that a table has. A condition on a part that is not there holds only for its missing level. */
export class Vetoes {
  private readonly vetoes: readonly CompiledVeto[];

  constructor(table: RecordTable, { vetoes }: Profile) {
    this.vetoes = vetoes.flatMap((veto): CompiledVeto[] => {
      const conditions: [number, number][] = [];
      for (const { part: name, levels } of veto.when) {
        const part = table.partNamed(name);
        if (part < 0 && !levels.includes('missing')) return [];
        const known = table.parts[part]?.levels ?? [];
        if (part >= 0) conditions.push([part, levels.reduce((bits, level) => bits | (1 << (known.indexOf(level) + 1)), 0)]);
      }
      return [{ veto, conditions }];
    });
  }

  /** The strictest veto that holds at these levels. */
  at(levels: Uint8Array): Veto | null {
    let found: Veto | null = null;
    for (const { veto, conditions } of this.vetoes) {
      let holds = true;
      for (let i = 0; holds && i < conditions.length; i++) holds = (conditions[i]![1] & (1 << levels[conditions[i]![0]]!)) !== 0;
      if (holds && veto.atMost === 'no') return veto;
      if (holds) found ??= veto;
    }
    return found;
  }
}

export const atMost = (decision: Decision, veto: Veto | null): Decision =>
  veto === null ? decision : veto.atMost === 'no' ? 'no' : decision === 'match' ? 'review' : decision;
