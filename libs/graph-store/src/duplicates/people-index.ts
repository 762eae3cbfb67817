import { PERSON_PROFILE, type Person, type Thresholds, type Weighable } from '@tracewright/investigation';
import { type Candidate, type Cells, type Explanation, type LevelWeights, PersonIndex } from '@tracewright/linkage';

/** Of fewer people nothing can be said about how rare a name is: the prior is that of so many. */
const FEWEST = 5_000;
/** Former records of people stay in memory; when they are more than those in use, and more than so many, the index is made anew. */
const ROOM_FOR_FORMER = 10_000;

export interface Alike extends Omit<Candidate, 'record'> {
  readonly personId: string;
}

/** Everybody in an index of the identity engine, by id. A person who changes is put in anew under another number. */
export class PeopleIndex {
  private readonly index: PersonIndex;
  private readonly recordOf = new Map<string, number>();
  private readonly personOf: string[] = [];

  constructor(expected: number, { match, review, weights }: Thresholds & { readonly weights: LevelWeights }) {
    this.index = new PersonIndex({
      profile: { ...PERSON_PROFILE, thresholds: { match, review } },
      expected: Math.max(FEWEST, expected),
      weights,
    });
  }

  put(person: Person): void {
    this.drop(person.id);
    if (person.mergedInto !== null) return;
    const record = this.index.add(cellsOf(person));
    this.recordOf.set(person.id, record);
    this.personOf[record] = person.id;
  }

  drop(personId: string): void {
    const record = this.recordOf.get(personId);
    if (record === undefined) return;
    this.recordOf.delete(personId);
    this.index.remove(record);
  }

  /** Whether it is time to make it anew. */
  get worn(): boolean {
    return this.personOf.length - this.recordOf.size > Math.max(ROOM_FOR_FORMER, this.recordOf.size);
  }

  /** Who else the person may be, surest first. */
  ask(person: Person, top: number): Alike[] {
    // The person is among those who are alike.
    return this.index
      .ask(cellsOf(person), top + 1)
      .map(({ record, ...rest }): Alike => ({ personId: this.personOf[record]!, ...rest }))
      .filter(({ personId }) => personId !== person.id)
      .slice(0, top);
  }

  /** Bits for and against any two under these weights. */
  tried(weights: LevelWeights): (a: Weighable, b: Weighable) => number {
    const weigh = this.index.tried(weights);
    const told = (one: Weighable): Cells => ('person' in one ? cellsOf(one.person) : one.cells);
    return (a, b) => weigh(told(a), told(b));
  }

  /** Why somebody may be the other person, or may not; null when the other is not in the index. */
  explain(personId: string, other: Person): Explanation | null {
    const record = this.recordOf.get(personId);
    return record === undefined ? null : this.index.explain(record, cellsOf(other));
  }
}

/** A person's facts as the columns of the profile; a valid document before one that is not. */
function cellsOf(person: Person): Cells {
  const document = person.documents.find((one) => one.valid) ?? person.documents[0];
  return {
    name: person.name,
    sex: person.sex === 'unknown' ? '' : person.sex,
    birth_on: person.birthOn,
    doc_no: document?.no,
    phone: person.phones[0],
    second_phone: person.phones[1],
    address: person.address,
    current_address: person.currentAddress,
  };
}
