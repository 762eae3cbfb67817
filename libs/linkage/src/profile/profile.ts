import { z } from 'zod';

/** Probabilities of one level: among pairs that are one person (m), and among pairs that are not (u). */
const chance = z.number().gt(0).lt(1);
const level = z.strictObject({ m: chance, u: chance });

const field = z.strictObject({
  name: z.string().min(1),
  /** How values are cleaned and compared: a key of `COMPARISONS`. */
  compare: z.string().min(1),
  /** Role of the comparison to the column it reads. */
  columns: z.record(z.string(), z.string()),
  /** Part to level to its starting probabilities; a comparison of two names has two parts. Level words belong to the comparison. */
  parts: z.record(z.string(), z.record(z.string(), level)),
  /** Parts whose agreement weighs by how rare the value is. */
  byFrequency: z.array(z.string()).default([]),
  /** What the comparison wants to know beside the columns, such as pairs of words that mean the same. */
  options: z.record(z.string(), z.unknown()).default({}),
});

const condition = z.strictObject({ part: z.string(), levels: z.array(z.string()).min(1) });

const veto = z.strictObject({
  name: z.string().min(1),
  /** All must hold. */
  when: z.array(condition).min(1),
  /** The most such a pair may be. */
  atMost: z.enum(['review', 'no']),
  says: z.strictObject({ zh: z.string(), en: z.string() }),
});

const group = z.strictObject({
  /** `largest`: two sides that tell the same; the larger sum counts. `cap`: parts that lean on each other give at most so many bits. */
  count: z.enum(['largest', 'cap']),
  sides: z.array(z.array(z.string()).min(1)).min(1),
  bits: z.number().positive().optional(),
});

const pass = z.strictObject({
  name: z.string().min(1),
  /** `field.key`, all of which must agree. */
  keys: z.array(z.string()).min(1),
  /** Splits a block that is over the limit. */
  second: z.array(z.string()).default([]),
});

export const profileSchema = z.strictObject({
  name: z.string().min(1),
  /** Column to the headers that mean it, beside its own name. */
  columns: z.record(z.string(), z.array(z.string())),
  fields: z.array(field).min(1),
  groups: z.array(group).default([]),
  passes: z.array(pass).min(1),
  /** Records in one block; more, and its second key splits it; what is still over is left out and told. */
  blockLimit: z.number().int().min(2).default(500),
  /** Up to so many pairs every pair is compared, which no blocking can better. */
  everyPairUpTo: z.number().int().min(0).default(0),
  vetoes: z.array(veto).default([]),
  /** Probability from which a pair is one person, and from which somebody looks at it. */
  thresholds: z.strictObject({ match: chance, review: chance }),
  /** Records are joined into one person when the odds of all their pairs together reach this probability. */
  clusterFrom: chance.default(0.5),
  /** The prior: so many pairs of one person are expected for each record before anything is known of the file. */
  matchesPerRecord: z.number().positive(),
  learning: z
    .strictObject({
      /** Fewer records teach nothing: the starting probabilities stay. */
      fromRecords: z.number().int().min(2).default(200),
      /** Pairs that the starting probabilities count for while learning. */
      trust: z.number().positive().default(50),
      rounds: z.number().int().min(1).default(25),
    })
    .default({ fromRecords: 200, trust: 50, rounds: 25 }),
});

export type Profile = z.infer<typeof profileSchema>;
export type ProfileInput = z.input<typeof profileSchema>;
export type ProfileField = Profile['fields'][number];
export type Veto = Profile['vetoes'][number];
export type Group = Profile['groups'][number];
export type Decision = 'match' | 'review' | 'no';
