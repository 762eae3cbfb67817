import type { Random } from '../seed/random.js';
import type { Job } from './cast.js';

export interface MemberPlan {
  readonly sex: 'male' | 'female';
  readonly age: number;
  readonly job: Job;
}

const PUPIL_AGES = { from: 6, to: 11 };

const adult = (random: Random, sex: 'male' | 'female', age: number): MemberPlan => ({
  sex,
  age,
  job: random.chance(0.85) ? 'work' : 'home',
});
const elder = (random: Random, sex: 'male' | 'female', age: number): MemberPlan => ({
  sex,
  age,
  job: random.chance(0.8) ? 'retired' : 'home',
});

function child(random: Random): MemberPlan {
  const age = random.int(0, 15);
  const pupil = age >= PUPIL_AGES.from && age <= PUPIL_AGES.to;
  return { sex: random.chance(0.52) ? 'male' : 'female', age, job: pupil ? 'class' : 'home' };
}

function couple(random: Random): MemberPlan[] {
  const age = random.int(26, 46);
  return [adult(random, 'male', age + random.int(0, 4)), adult(random, 'female', age)];
}

function elders(random: Random): MemberPlan[] {
  const age = random.int(58, 80);
  return [elder(random, 'male', age + random.int(0, 4)), elder(random, 'female', age)];
}

/** One household: who lives in it, by a mix of the usual kinds; about 2.9 people on average. */
export function householdPlan(random: Random): MemberPlan[] {
  const kind = random.int(1, 100);
  if (kind <= 12) return [adult(random, random.chance(0.5) ? 'male' : 'female', random.int(22, 45))];
  if (kind <= 24) return couple(random);
  if (kind <= 56) return [...couple(random), child(random)];
  if (kind <= 68) return [...couple(random), child(random), child(random)];
  if (kind <= 80) return [...couple(random), child(random), elder(random, 'female', random.int(58, 78))];
  if (kind <= 94) return elders(random);
  return Array.from({ length: random.int(2, 4) }, () => adult(random, 'male', random.int(20, 32)));
}
