import { type DuplicateReason, type FoundDuplicate, namesClearlyDiffer, type Tx } from '@tracewright/investigation';
import { Neo4jStore } from '../platform/neo4j-store.js';
import { SAME_DOCUMENT, SAME_PHONE_AND_NAME } from './duplicates.cypher.js';

interface Candidate {
  readonly a: string;
  readonly b: string;
  readonly nameA: string;
  readonly nameB: string;
}

/** Same valid document, or same phone and name. */
export class ExactDuplicateFinder extends Neo4jStore {
  async among(tx: Tx, personIds: readonly string[]): Promise<Omit<FoundDuplicate, 'weight'>[]> {
    const found = new Map<string, Omit<FoundDuplicate, 'weight'>>();
    const add = ({ a, b }: Candidate, reason: DuplicateReason, holds: boolean) => {
      const [first, second] = a < b ? [a, b] : [b, a];
      const id = `${first}|${second}`;
      if (!found.has(id)) found.set(id, { a: first, b: second, reason, holds });
    };
    for (const pair of await this.rows<Candidate>(tx, SAME_DOCUMENT, { personIds })) {
      const differ = namesClearlyDiffer(pair.nameA, pair.nameB);
      add(pair, differ ? 'same-document-other-name' : 'same-document', differ);
    }
    for (const pair of await this.rows<Candidate>(tx, SAME_PHONE_AND_NAME, { personIds })) add(pair, 'same-phone-and-name', false);
    return [...found.values()];
  }
}
