import {
  type ExposureFinder,
  type ExposureQuestion,
  type FoundMeeting,
  type Place,
  type PlaceStore,
  type Tx,
  WriteTx,
} from '@tracewright/investigation';
import type { Driver } from 'neo4j-driver';
import { Neo4jStore } from '../platform/neo4j-store.js';
import { Neo4jReadTx } from '../platform/neo4j-tx.js';
import { stayOf } from '../stays/neo4j-stay-store.js';
import { CypherExposureFinder } from './cypher-exposure-finder.js';
import { REVISION, STAY_TOTALS, STAYS_AFTER, STAYS_CHANGED } from './exposures.cypher.js';
import { relatedPlaces } from './related-places.js';
import { StayIndex, type StayTotals, SUMS_FROM } from './stay-index.js';

type StoredStay = Parameters<typeof stayOf>[0] & { readonly rev: number; readonly deleted?: boolean };

/** Stays read at once when the index is filled. */
const PAGE = 20_000;

/**
 * The columnar index behind the port. It holds every stay up to a revision; what was written since is read with the question, inside its
 * transaction: what others committed goes into the index, what the transaction wrote itself counts for this question only. Until it is
 * filled, and for whoever never fills it, Cypher answers.
 */
export class IndexedExposureFinder extends Neo4jStore implements ExposureFinder {
  private readonly cypher: CypherExposureFinder;
  private filled: { readonly index: StayIndex; mark: number } | null = null;
  private filling: Promise<void> | null = null;
  private inBackground = false;

  constructor(
    tz: string,
    private readonly placeStore: PlaceStore,
    private readonly driver: Driver,
  ) {
    super(tz);
    this.cypher = new CypherExposureFinder(tz, placeStore);
  }

  /** Fills the index from the database; resolves when it answers. Rejects when the database does not: then it can be begun again. */
  begin(): Promise<void> {
    this.filling ??= this.fill().catch((error: unknown) => {
      this.filling = null;
      throw error;
    });
    return this.filling;
  }

  /** Fills it while Cypher answers; after a failure it is tried anew with the next question. */
  beginInBackground(): void {
    this.inBackground = true;
    this.begin().catch(() => undefined);
  }

  async meetings(tx: Tx, question: ExposureQuestion): Promise<{ meetings: FoundMeeting[]; places: Map<string, Place> }> {
    const { filled } = this;
    const unsaved = filled && (await this.follow(tx, filled));
    if (!filled || !unsaved) {
      if (this.inBackground) this.beginInBackground();
      return this.cypher.meetings(tx, question);
    }
    const stays = question.stays.filter((stay) => stay.start < question.to && stay.end > question.from);
    const family = await this.placeStore.family(tx, [...new Set(stays.map((stay) => stay.placeId))]);
    const places = new Map(family.map((place) => [place.id, place]));
    const related = relatedPlaces(places, question.airZones);
    const asked = stays.map((stay) => ({ stay, related: related(stay.placeId) }));
    const found = filled.index.meetings(asked, question, unsaved.ids);
    return { meetings: unsaved.ids.size === 0 ? found : [...found, ...unsaved.index.meetings(asked, question)], places };
  }

  /**
   * Brings the index to the revision that is committed, and answers what the transaction sees beyond it; null: the database is older than
   * the index, another one was put in its place. The revision is read before the stays, so nothing of a later one is taken for complete.
   */
  private async follow(tx: Tx, filled: { readonly index: StayIndex; mark: number }) {
    const committed = tx instanceof WriteTx ? tx.rev - 1 : await this.revision(tx);
    // A question beside this one may have followed a later write meanwhile; a writer has the lock, so nobody is ahead of it.
    if (committed < filled.mark && (tx instanceof WriteTx || (await this.revision(tx)) < filled.mark)) return this.forget();
    const changed = await this.changedAfter(tx, filled.mark);
    const own = changed.filter(({ rev }) => rev > committed);
    // Of a stay that the transaction changed it sees its own version alone. The one that was committed before has to be read beside it: it
    // is the one that stands when the transaction is taken back.
    const others =
      own.length > 0 && filled.mark < committed ? await this.read((beside) => this.changedAfter(beside, filled.mark)) : changed;
    for (const stay of others) if (stay.rev > filled.mark && stay.rev <= committed) keep(filled.index, stay);
    filled.mark = Math.max(filled.mark, committed);
    const unsaved = { index: new StayIndex(), ids: new Set(own.map(({ id }) => id)) };
    for (const stay of own) keep(unsaved.index, stay);
    return unsaved;
  }

  private async changedAfter(tx: Tx, rev: number): Promise<StoredStay[]> {
    return (await this.rows<{ stay: StoredStay }>(tx, STAYS_CHANGED, { rev })).map(({ stay }) => stay);
  }

  /** In a transaction of its own, which sees what is committed. */
  private async read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const session = this.driver.session();
    try {
      return await session.executeRead((neo4j) => work(new Neo4jReadTx(neo4j, 0)));
    } finally {
      await session.close();
    }
  }

  /** Up to which revision the index has followed, and whether it holds what the database does; null: it is not filled. */
  async compare(tx: Tx): Promise<{ watermark: number; index: StayTotals; database: StayTotals; same: boolean } | null> {
    const { filled } = this;
    if (!filled || !(await this.follow(tx, filled))) return null;
    const database = (await this.row<StayTotals>(tx, STAY_TOTALS, { from: SUMS_FROM }))!;
    const index = filled.index.totals();
    const same = index.stays === database.stays && index.starts === database.starts && index.ends === database.ends;
    return { watermark: filled.mark, index, database, same };
  }

  /** Another database took the place of the one it was filled from. */
  forget(): null {
    this.filled = null;
    this.filling = null;
    return null;
  }

  private async revision(tx: Tx): Promise<number> {
    return (await this.row<{ rev: number }>(tx, REVISION))?.rev ?? 0;
  }

  /** Page by page: what changes meanwhile has a revision after the first one read, and follows with the first question. */
  private async fill(): Promise<void> {
    const index = new StayIndex();
    const mark = await this.read((tx) => this.revision(tx));
    const stays = [];
    for (let after = '', more = true; more; ) {
      const page = await this.read((tx) => this.rows<{ stay: StoredStay }>(tx, STAYS_AFTER, { after, first: PAGE }));
      for (const { stay } of page) stays.push(stayOf(stay));
      more = page.length === PAGE;
      after = page.at(-1)?.stay.id ?? after;
    }
    index.load(stays);
    this.filled = { index, mark };
  }
}

function keep(index: StayIndex, stay: StoredStay): void {
  if (stay.deleted) index.drop(stay.id);
  else index.put(stayOf(stay));
}
