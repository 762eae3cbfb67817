import {
  type DuplicateEvidence,
  type DuplicateFinder,
  type DuplicateStore,
  type FoundDuplicate,
  type IdentitySetting,
  PERSON_PROFILE,
  type Person,
  type Thresholds,
  type Tx,
  type Weighable,
  WriteTx,
} from '@tracewright/investigation';
import type { LevelWeights } from '@tracewright/linkage';
import type { Driver } from 'neo4j-driver';
import { REVISION } from '../exposures/exposures.cypher.js';
import { personOf } from '../people/neo4j-person-store.js';
import { PEOPLE_AFTER, PEOPLE_BY_ID, PEOPLE_CHANGED } from '../people/people.cypher.js';
import { Neo4jStore } from '../platform/neo4j-store.js';
import { Neo4jReadTx } from '../platform/neo4j-tx.js';
import { ExactDuplicateFinder } from './exact-duplicate-finder.js';
import { type Alike, PeopleIndex } from './people-index.js';

/** People read at once when the index is filled. */
const PAGE = 20_000;
/** Of everybody whom a person may be, the first five are offered (domain notes §7.4). */
const OFFERED = 5;

interface Filled {
  readonly index: PeopleIndex;
  readonly setting: Thresholds & Pick<IdentitySetting, 'weights'>;
  mark: number;
  /** Seen as a transaction had written them before it was committed: read again, for it may have been taken back. */
  readonly unsure: Set<string>;
}
type Stored = Person & { readonly rev: number };
interface Followed {
  readonly index: PeopleIndex;
  readonly unsaved: ReadonlySet<string>;
  readonly own: PeopleIndex | null;
}

/**
 * The identity engine behind the port: everybody is in an index, which follows the database by revision within each question's transaction. What a
 * transaction has written itself counts for its own question only. Same documents are found by the database as well, so that a conflict of documents is
 * told whatever else is known.
 */
export class EngineDuplicateFinder extends Neo4jStore implements DuplicateFinder {
  private readonly exact: ExactDuplicateFinder;
  private filled: Filled | null = null;
  private filling: Promise<Filled> | null = null;
  private following: Promise<unknown> = Promise.resolve();

  constructor(
    tz: string,
    private readonly driver: Driver,
    private readonly store: DuplicateStore,
  ) {
    super(tz);
    this.exact = new ExactDuplicateFinder(tz);
  }

  /** Reads everybody; resolves when it answers. Rejects when the database does not: then it can be begun again. */
  begin(): Promise<Filled> {
    this.filling ??= this.fill().catch((error: unknown) => {
      this.filling = null;
      throw error;
    });
    return this.filling;
  }

  /** Reads everybody while the desk opens; the first question waits for it, and tries anew what failed. */
  beginInBackground(): void {
    this.begin().catch(() => undefined);
  }

  forget(): void {
    this.filled = null;
    this.filling = null;
  }

  async among(tx: Tx, personIds: readonly string[]): Promise<FoundDuplicate[]> {
    const { index, unsaved, own } = await this.follow(tx);
    const found = new Map<string, FoundDuplicate>();
    for (const pair of await this.exact.among(tx, personIds)) found.set(`${pair.a}|${pair.b}`, { ...pair, weight: null });
    for (const person of await this.people(tx, PEOPLE_BY_ID, { ids: personIds })) {
      if (person.mergedInto !== null) continue;
      const alike = [...index.ask(person, OFFERED).filter(({ personId }) => !unsaved.has(personId)), ...(own?.ask(person, OFFERED) ?? [])];
      for (const one of first(alike)) {
        const [a, b] = [person.id, one.personId].sort() as [string, string];
        const known = found.get(`${a}|${b}`);
        found.set(`${a}|${b}`, known ? { ...known, weight: one.weight } : { a, b, reason: 'alike', holds: false, weight: one.weight });
      }
    }
    return [...found.values()];
  }

  async explain(tx: Tx, a: string, b: string): Promise<DuplicateEvidence | null> {
    const { index } = await this.follow(tx);
    const [other] = await this.people(tx, PEOPLE_BY_ID, { ids: [b] });
    const explained = other ? index.explain(a, other) : null;
    return explained && { ...explained, veto: explained.veto?.says ?? null };
  }

  async weigh(tx: Tx, couples: readonly { readonly a: Weighable; readonly b: Weighable }[], weights: LevelWeights): Promise<number[]> {
    const { index } = await this.follow(tx);
    const weigh = index.tried(weights);
    return couples.map(({ a, b }) => weigh(a, b));
  }

  /** One question after the other: of two at once the one that read earlier could put what the other has put anew. */
  private follow(tx: Tx): Promise<Followed> {
    const followed = this.following.then(() => this.followNow(tx));
    this.following = followed.catch(() => undefined);
    return followed;
  }

  /** Brings the index to the revision that is committed, and answers what the transaction sees beyond it, in an index of its own. */
  private async followNow(tx: Tx): Promise<Followed> {
    const committed = tx instanceof WriteTx ? tx.rev - 1 : await this.revision(tx);
    if (this.filled && (committed < this.filled.mark || this.filled.index.worn)) this.forget();
    const filled = this.filled ?? (await this.begin());
    const changed = await this.people<Stored>(tx, PEOPLE_CHANGED, { rev: filled.mark, ids: [...filled.unsure] });
    filled.unsure.clear();
    const written = changed.filter(({ rev }) => rev > committed);
    for (const person of changed) if (person.rev <= committed) filled.index.put(person);
    const own = written.length > 0 ? new PeopleIndex(0, filled.setting) : null;
    for (const person of written) {
      filled.unsure.add(person.id);
      own?.put(person);
    }
    filled.mark = Math.max(filled.mark, committed);
    return { index: filled.index, unsaved: new Set(written.map(({ id }) => id)), own };
  }

  private async revision(tx: Tx): Promise<number> {
    return (await this.row<{ rev: number }>(tx, REVISION))?.rev ?? 0;
  }

  private async people<T extends Person>(tx: Tx, cypher: string, parameters: Record<string, unknown>): Promise<T[]> {
    return (await this.rows<{ person: T }>(tx, cypher, parameters)).map(({ person }) => personOf(person) as T);
  }

  /** Page by page: what changes meanwhile has a revision after the first one read, and follows with the first question. */
  private async fill(): Promise<Filled> {
    const session = this.driver.session();
    const read = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => session.executeRead((neo4j) => work(new Neo4jReadTx(neo4j, 0)));
    try {
      const mark = await read((tx) => this.revision(tx));
      const everybody: Person[] = [];
      for (let after = '', more = true; more; ) {
        const page = await read((tx) => this.people(tx, PEOPLE_AFTER, { after, first: PAGE }));
        everybody.push(...page);
        more = page.length === PAGE;
        after = page.at(-1)?.id ?? after;
      }
      const setting = (await read((tx) => this.store.setting(tx))) ?? { ...PERSON_PROFILE.thresholds, weights: {} };
      const index = new PeopleIndex(everybody.length, setting);
      for (const person of everybody) index.put(person);
      this.filled = { index, setting, mark, unsure: new Set() };
      return this.filled;
    } finally {
      await session.close();
    }
  }
}

/** The surest of both indexes. */
const first = (alike: readonly Alike[]): Alike[] => [...alike].sort((x, y) => y.weight - x.weight).slice(0, OFFERED);
