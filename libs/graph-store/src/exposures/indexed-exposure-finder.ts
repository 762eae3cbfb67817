import { setTimeout } from 'node:timers/promises';
import type { Place as RulePlace } from '@tracewright/epi-core';
import { TooManyTouches } from '@tracewright/exposure-index';
import {
  type ExposureFinder,
  type ExposureQuestion,
  type PlaceStore,
  type SeenExposures,
  TooManyMeetings,
  type Tx,
  WriteTx,
} from '@tracewright/investigation';
import type { Driver } from 'neo4j-driver';
import { Neo4jStore } from '../platform/neo4j-store.js';
import { Neo4jReadTx } from '../platform/neo4j-tx.js';
import { stayOf } from '../stays/neo4j-stay-store.js';
import { CypherExposureFinder, placesAround } from './cypher-exposure-finder.js';
import * as ask from './exposures.cypher.js';
import { PlaceTree } from './place-tree.js';
import { readStayFile, type StayFileHead, writeStayFile } from './stay-file.js';
import { StayIndex, type StayTotals, SUMS_FROM } from './stay-index.js';
import { keep, placeOf, type StoredPlace, type StoredStay } from './stored-facts.js';

interface Changed {
  readonly stays: readonly StoredStay[];
  readonly places: readonly { readonly place: RulePlace; readonly rev: number }[];
}

/** All stays and places up to a revision. */
interface Filled {
  readonly stays: StayIndex;
  readonly places: PlaceTree;
  mark: number;
  /** Stays that changed since they were written to a file. */
  unkept: number;
}

/** What a transaction wrote itself, as far as it may yet be taken back. */
interface Unsaved {
  readonly stays: StayIndex;
  readonly ids: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly places: boolean;
}

interface TotalsAt {
  readonly mark: number;
  readonly totals: StayTotals;
}

export interface Compared {
  readonly watermark: number;
  readonly index: StayTotals;
  readonly database: StayTotals;
  readonly same: boolean;
}

/** Stays read at once when the index is filled. */
const PAGE = 20_000;
/** More stays than this that a file lacks are as quickly read all anew. */
const MOST_BEHIND = 100_000;
/** So long a question waits for a file that is being read. */
const FILE_MS = 10_000;
/** Stays that have to change, and the share of all, before the file is written anew. */
const KEEP_AFTER = 20_000;
const KEEP_SHARE = 0.05;

/**
 * The columnar index behind the port. It holds every stay and place up to a revision; what was written since is read with the question,
 * inside its transaction: what others committed goes into the index, what the transaction wrote itself counts for this question only.
 * Until it is filled, and for whoever never fills it, Cypher answers.
 */
export class IndexedExposureFinder extends Neo4jStore implements ExposureFinder {
  private readonly cypher: CypherExposureFinder;
  private filled: Filled | null = null;
  private filling: Promise<void> | null = null;
  /** What a file of a former run comes to, while it is being read. */
  private kept: Promise<Filled | null> | null = null;
  private inBackground = false;
  private file: { readonly path: string; readonly say: (text: string) => void } | null = null;
  /** Its days that changed are put in order, or will be. */
  private tidying = false;
  /** What goes on behind whoever asks: the file is written, days are put in order. */
  private behind: Promise<void> = Promise.resolve();

  constructor(
    tz: string,
    private readonly placeStore: PlaceStore,
    private readonly driver: Driver,
  ) {
    super(tz);
    this.cypher = new CypherExposureFinder(tz, placeStore);
  }

  /** A file of the stays, so that the next start need not read them all from the database. To be named before it begins. */
  keepIn(path: string, say: (text: string) => void): void {
    this.file = { path, say };
  }

  /** Fills the index; resolves when it answers. Rejects when the database does not: then it can be begun again. */
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

  async seen(tx: Tx): Promise<SeenExposures> {
    const filled = this.filled ?? (await this.soon());
    const unsaved = filled && (await this.follow(tx, filled));
    if (!filled || !unsaved) {
      if (this.inBackground) this.beginInBackground();
      return this.cypher.seen(tx);
    }
    return {
      meetings: (question) => this.meetings(tx, question, filled, unsaved),
      staysOf: async (personIds, from, to) =>
        personIds.flatMap((id) => [
          ...[...filled.stays.staysOf(id, from, to)].filter((stay) => !unsaved.ids.has(stay.id)),
          ...unsaved.stays.staysOf(id, from, to),
        ]),
    };
  }

  /** A file of many stays is read before Cypher would have answered. */
  private async soon(): Promise<Filled | null> {
    return this.kept && Promise.race([this.kept, setTimeout(FILE_MS, null, { ref: false })]);
  }

  private async meetings(tx: Tx, question: ExposureQuestion, filled: Filled, unsaved: Unsaved): ReturnType<SeenExposures['meetings']> {
    const stays = question.stays.filter((stay) => stay.start < question.to && stay.end > question.from);
    const places = unsaved.places ? await placesAround(tx, this.placeStore, stays) : filled.places;
    try {
      const found = filled.stays.meetings(stays, question, places, { hidden: unsaved.ids, whole: unsaved.people });
      const own = unsaved.ids.size === 0 ? [] : unsaved.stays.meetings(stays, { ...question, least: null }, places);
      return { meetings: own.length === 0 ? found : [...found, ...own], places };
    } catch (error) {
      if (!(error instanceof TooManyTouches)) throw error;
      const { placeId } = stays[error.source]!;
      throw new TooManyMeetings(error.touches, placeId, (await this.placeStore.byIds(tx, [placeId]))[0]?.name ?? placeId);
    }
  }

  /**
   * Brings the index to the revision that is committed, and answers what the transaction sees beyond it; null: the database is older than
   * the index, another one was put in its place. The revision is read before the stays, so nothing of a later one is taken for complete.
   */
  private async follow(tx: Tx, filled: Filled): Promise<Unsaved | null> {
    const committed = tx instanceof WriteTx ? tx.rev - 1 : await this.revision(tx);
    // A question beside this one may have followed a later write meanwhile; a writer has the lock, so nobody is ahead of it.
    if (committed < filled.mark && (tx instanceof WriteTx || (await this.revision(tx)) < filled.mark)) return this.forget();
    const changed = await this.changedAfter(tx, filled.mark);
    const own = {
      stays: changed.stays.filter(({ rev }) => rev > committed),
      places: changed.places.filter(({ rev }) => rev > committed),
    };
    // Of what the transaction changed it sees its own version alone. The one that was committed before has to be read beside it: it is the
    // one that stands when the transaction is taken back.
    const hides = own.stays.length + own.places.length > 0 && filled.mark < committed;
    const others = hides ? await this.read((beside) => this.changedAfter(beside, filled.mark)) : changed;
    const from = filled.mark;
    const isOthers = ({ rev }: { readonly rev: number }): boolean => rev > from && rev <= committed;
    for (const { place } of others.places.filter(isOthers)) filled.places.put(place);
    for (const stay of others.stays.filter(isOthers)) {
      keep(filled.stays, stay);
      filled.unkept++;
    }
    filled.mark = Math.max(filled.mark, committed);
    if (filled.stays.isUntidy && !this.tidying) this.tidySoon(filled);
    if (filled.unkept > Math.max(KEEP_AFTER, KEEP_SHARE * filled.stays.totals().stays)) this.keepSoon(filled);
    const unsaved = new StayIndex();
    for (const stay of own.stays) keep(unsaved, stay);
    return {
      stays: unsaved,
      ids: new Set(own.stays.map(({ id }) => id)),
      people: new Set(own.stays.map(({ personId }) => personId)),
      places: own.places.length > 0,
    };
  }

  private async changedAfter(tx: Tx, rev: number): Promise<Changed> {
    const stays = await this.rows<{ stay: StoredStay }>(tx, ask.STAYS_CHANGED, { rev });
    const places = await this.rows<{ place: StoredPlace; rev: number }>(tx, ask.PLACES_CHANGED, { rev });
    return { stays: stays.map(({ stay }) => stay), places: places.map(({ place, rev: at }) => ({ place: placeOf(place), rev: at })) };
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
  async compare(tx: Tx): Promise<Compared | null> {
    return this.filled && this.compareWith(tx, this.filled);
  }

  /** `known`: what the database holds at a revision, where somebody has asked already. */
  private async compareWith(tx: Tx, filled: Filled, known?: TotalsAt): Promise<Compared | null> {
    for (;;) {
      if (!(await this.follow(tx, filled))) return null;
      const { mark } = filled;
      const index = filled.stays.totals();
      const database = known?.mark === mark ? known.totals : await this.totals(tx);
      // Of what others commit meanwhile the database's sums may hold some already.
      if (!(tx instanceof WriteTx) && (await this.revision(tx)) !== mark) continue;
      const same = index.stays === database.stays && index.starts === database.starts && index.ends === database.ends;
      return { watermark: mark, index, database, same };
    }
  }

  private async totals(tx: Tx): Promise<StayTotals> {
    return (await this.row<StayTotals>(tx, ask.STAY_TOTALS, { from: SUMS_FROM }))!;
  }

  private async totalsAt(tx: Tx): Promise<TotalsAt> {
    for (;;) {
      const mark = await this.revision(tx);
      const totals = await this.totals(tx);
      if ((await this.revision(tx)) === mark) return { mark, totals };
    }
  }

  /** Another database took the place of the one it was filled from. */
  forget(): null {
    this.filled = null;
    this.filling = null;
    return null;
  }

  private async revision(tx: Tx): Promise<number> {
    return (await this.row<{ rev: number }>(tx, ask.REVISION))?.rev ?? 0;
  }

  private async fill(): Promise<void> {
    this.kept = this.fromFile();
    const kept = await this.kept;
    this.kept = null;
    this.filled = kept ?? (await this.fromDatabase());
    if (!kept) this.keepSoon(this.filled);
  }

  /** Page by page: what changes meanwhile has a revision after the first one read, and follows with the first question. */
  private async fromDatabase(): Promise<Filled> {
    const mark = await this.read((tx) => this.revision(tx));
    const stays = new StayIndex();
    for await (const page of this.pages<{ stay: StoredStay }>(ask.STAYS_AFTER, ({ stay }) => stay.id))
      for (const { stay } of page) stays.take(stayOf(stay));
    await stays.sortTaken();
    return { stays, places: await this.places(), mark, unkept: 0 };
  }

  private async places(): Promise<PlaceTree> {
    const places = new PlaceTree();
    for await (const page of this.pages<{ place: StoredPlace }>(ask.PLACES_AFTER, ({ place }) => place.id))
      for (const { place } of page) places.put(placeOf(place));
    return places;
  }

  private async *pages<T>(statement: string, idOf: (row: T) => string): AsyncGenerator<T[]> {
    for (let after = '', more = true; more; ) {
      const page = await this.read((tx) => this.rows<T>(tx, statement, { after, first: PAGE }));
      yield page;
      more = page.length === PAGE;
      after = more ? idOf(page.at(-1)!) : after;
    }
  }

  /** From the file of a former run; null where there is none, of another history, damaged, or so old that reading all anew is as quick. */
  private async fromFile(): Promise<Filled | null> {
    if (this.file === null) return null;
    try {
      const kept = await readStayFile(this.file.path);
      if (!kept || !(await this.isOfThisHistory(kept.head))) return null;
      // The database adds its times up while the file is read.
      const asked = this.read((tx) => this.totalsAt(tx));
      asked.catch(() => undefined);
      const stays = new StayIndex();
      for (const part of kept.parts) {
        for (const stay of part) stays.take(stay);
        await new Promise(setImmediate);
      }
      await stays.sortTaken();
      const filled = { stays, places: await this.places(), mark: kept.head.mark, unkept: 0 };
      // Nobody is answered from it before: a stay that it lacks would be a contact that nobody finds.
      const known = await asked;
      if ((await this.read((tx) => this.compareWith(tx, filled, known)))?.same) return filled;
      this.file.say('The file of stays does not hold what the database does: all stays are read anew.');
      return null;
    } catch (error) {
      // Whatever is wrong with the file, the database has it all; when the database does not answer, that shows at once.
      this.file.say(`The file of stays is not used, they are read from the database: ${messageOf(error)}`);
      return null;
    }
  }

  private isOfThisHistory(head: StayFileHead): Promise<boolean> {
    return this.read(async (tx) => {
      const { known } = (await this.row<{ known: boolean | null }>(tx, ask.IN_HISTORY, { ...head }))!;
      if (!known) return false;
      return (await this.row<{ changed: number }>(tx, ask.COUNT_CHANGED, { rev: head.mark }))!.changed <= MOST_BEHIND;
    });
  }

  /** One that cannot be written is tried again after as many changes. */
  private keepSoon(filled: Filled): void {
    filled.unkept = 0;
    const { file } = this;
    if (file !== null) this.later(() => this.keepAll(filled, file.path));
  }

  private async keepAll(filled: Filled, path: string): Promise<void> {
    const { mark } = filled;
    const head = await this.read((tx) => this.row<StayFileHead>(tx, ask.HISTORY));
    if (head && head.auditSeq > 0) await writeStayFile(path, { ...head, mark }, filled.stays.all());
  }

  private tidySoon({ stays }: Filled): void {
    this.tidying = true;
    this.later(() =>
      stays.tidy().finally(() => {
        this.tidying = false;
      }),
    );
  }

  private later(work: () => Promise<void>): void {
    this.behind = this.behind.then(work).catch((error: unknown) => this.file?.say(`The index of stays: ${messageOf(error)}`));
  }

  /** Resolves when nothing goes on behind whoever asks. */
  idle(): Promise<void> {
    return this.behind;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
