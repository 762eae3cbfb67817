/** What somebody does on a working day. A word behind the colon names the one place; without it any place of that kind. */
export type Job = 'work' | `work:${string}` | 'class' | `class:${string}` | 'retired' | 'home';

/** `routine`: this person's days are on record; the others are known only because somebody names them. */
export interface CastMember {
  readonly role: string;
  readonly sex: 'male' | 'female';
  readonly age: number;
  readonly job: Job;
  readonly routine: boolean;
  readonly needs?: readonly ('wheelchair' | 'dialysis' | 'pregnant')[];
}
export type CastFamily = readonly CastMember[];

const m = (role: string, age: number, job: Job, routine = true, needs?: CastMember['needs']): CastMember => ({
  role,
  sex: 'male',
  age,
  job,
  routine,
  needs,
});
const f = (role: string, age: number, job: Job, routine = true, needs?: CastMember['needs']): CastMember => ({
  role,
  sex: 'female',
  age,
  job,
  routine,
  needs,
});

/** The families of the story. A role that is a number is the case of that number; 183 lives in another province and comes by itself. */
export const CAST: readonly CastFamily[] = [
  [m('184', 62, 'retired'), f('192', 60, 'retired'), m('184-son', 33, 'work', false)],
  [f('185', 38, 'work'), m('185-husband', 40, 'work', false), m('185-child', 12, 'home', false)],
  [m('186', 35, 'work:office-a'), f('186-wife', 33, 'work'), f('186-child', 4, 'home', false)],
  [f('187', 27, 'work:hotel-desk'), m('195', 29, 'work')],
  [m('188', 36, 'work'), f('188-wife', 35, 'work', false), m('197', 9, 'class:3-2')],
  [f('189', 58, 'retired'), m('189-husband', 60, 'work', false)],
  [m('190', 66, 'retired'), f('201', 63, 'retired'), f('190-mother', 88, 'home', false, ['wheelchair'])],
  [f('191', 55, 'retired'), m('191-husband', 57, 'work', false), m('191-son', 30, 'work')],
  [m('193', 31, 'work:office-a'), m('193-flatmate', 30, 'work', false)],
  [f('194', 33, 'work:office-a'), m('194-husband', 34, 'work'), m('194-baby', 0, 'home', false)],
  [m('196', 44, 'work'), f('204', 42, 'work'), m('196-father', 71, 'home', false, ['wheelchair'])],
  [f('198', 9, 'class:3-2'), f('206', 35, 'work'), m('198-father', 37, 'work', false)],
  [m('199', 9, 'class:3-2'), m('203', 38, 'work'), f('199-mother', 36, 'work')],
  [f('200', 34, 'work:3-2'), m('200-husband', 36, 'work', false), f('200-child', 3, 'home', false)],
  [m('202', 33, 'work'), f('202-wife', 31, 'work', false, ['pregnant'])],
  [f('205', 52, 'work'), m('205-husband', 54, 'work', false, ['dialysis'])],
  [f('207', 34, 'work:training'), m('207-husband', 36, 'work'), f('207-child', 6, 'home', false)],
];
