import type { DemoIntended, DemoPerson } from '../records.js';
import type { Random } from '../seed/random.js';
import { in15Digits, inFullWidth } from './documents.js';
import type { Resident } from './residents.js';

type How = DemoIntended['duplicates'][number]['how'];

export interface Double {
  readonly kept: Resident;
  readonly how: How;
  readonly record: Pick<DemoPerson, 'person' | 'docNo' | 'phone'>;
}

/** A dozen people written down twice, as other hands write them (domain notes §7.1). */
const WAYS: readonly How[] = [
  ...Array<How>(4).fill('digits15'),
  ...Array<How>(3).fill('lowercase'),
  ...Array<How>(3).fill('fullWidth'),
  ...Array<How>(2).fill('phoneAndName'),
];
export const DOUBLES = WAYS.length;

const fits: Record<How, (one: Resident) => boolean> = {
  digits15: (one) => one.birthOn < '2000',
  lowercase: (one) => one.docNo.endsWith('X'),
  fullWidth: (one) => !one.docNo.endsWith('X'),
  phoneAndName: () => true,
};

const written: Record<How, (docNo: string) => string | null> = {
  digits15: in15Digits,
  lowercase: (docNo) => docNo.toLowerCase(),
  fullWidth: inFullWidth,
  phoneAndName: () => null,
};

/** Takes its people out of `pool`: grown-ups whose days are not on record. */
export function castDoubles(random: Random, pool: readonly Resident[]): Double[] {
  const free = random.shuffled(pool);
  return WAYS.map((how, i): Double => {
    const kept = free.splice(
      free.findIndex((one) => fits[how](one)),
      1,
    )[0]!;
    const person = `demo-person-double-${String(i + 1).padStart(2, '0')}`;
    return { kept, how, record: { person, docNo: written[how](kept.docNo), phone: how === 'digits15' ? null : kept.phone } };
  });
}
