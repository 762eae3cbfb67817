import { type FirstDegree, PAIR, type SecondDegree } from '@tracewright/exposure-index';

/** What every engine has to come to: how many, sums, and a figure in which each row counts with all that belongs to it. */
export type Answer = Readonly<Record<string, number>>;

/** Rows as (source, person, first, total, encounters). The figure of a row is a product of two remainders, so that swapped halves show. */
export function answerOfFirst({ from, pairs }: Pick<FirstDegree, 'from' | 'pairs'>): Answer {
  const answer = { pairs: pairs.length / PAIR, first: 0, total: 0, encounters: 0, rows: 0 };
  for (let source = 0; source + 1 < from.length; source++)
    for (let at = from[source]! * PAIR; at < from[source + 1]! * PAIR; at += PAIR) {
      const [contact, first, total, encounters] = [pairs[at]!, pairs[at + 1]!, pairs[at + 2]!, pairs[at + 3]!];
      answer.first += first;
      answer.total += total;
      answer.encounters += encounters;
      answer.rows += ((source * 7_919 + contact) % 9_973) * ((first + total * 31 + encounters * 17) % 9_967);
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
