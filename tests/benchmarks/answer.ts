import type { FirstDegree, SecondDegree } from '@tracewright/exposure-index';

/** What every engine has to come to: how many, sums, and a figure in which each row counts with all that belongs to it. */
export type Answer = Readonly<Record<string, number>>;

/** Rows as (source, person, first, total, encounters). The figure of a row is a product of two remainders, so that swapped halves show. */
export function answerOfFirst({ source, contact, first, total, encounters }: Omit<FirstDegree, 'examined' | 'met' | 'manifest'>): Answer {
  const answer = { pairs: source.length, first: 0, total: 0, encounters: 0, rows: 0 };
  for (let i = 0; i < source.length; i++) {
    answer.first += first[i]!;
    answer.total += total[i]!;
    answer.encounters += encounters[i]!;
    answer.rows += ((source[i]! * 7_919 + contact[i]!) % 9_973) * ((first[i]! + total[i]! * 31 + encounters[i]! * 17) % 9_967);
  }
  return answer;
}

export function answerOfSecond({ person, earliest }: Pick<SecondDegree, 'person' | 'earliest'>): Answer {
  const answer = { people: person.length, earliest: 0, rows: 0 };
  for (let i = 0; i < person.length; i++) {
    answer.earliest += earliest[i]!;
    answer.rows += (person[i]! % 9_973) * (earliest[i]! % 9_967);
  }
  return answer;
}
