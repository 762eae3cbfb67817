import {
  type DecidedPairs,
  type DuplicatePair,
  type DuplicateStore,
  ENGINE,
  type IdentitySetting,
  type Keys,
  type Merge,
  type MergeBefore,
  PERSON_PROFILE,
  type StoredLabel,
  type StoredLabels,
  type Tx,
  type WriteTx,
} from '@tracewright/investigation';
import { Neo4jStore } from '../platform/neo4j-store.js';
import * as ask from './duplicates.cypher.js';

type Moved = Omit<MergeBefore, 'contact' | 'keptContact' | 'kept'>;

const pairOf = (d: DuplicatePair): DuplicatePair => ({
  ...d,
  weight: d.weight ?? null,
  decidedBy: d.decidedBy ?? null,
  decidedAt: d.decidedAt ?? null,
  seconds: d.seconds ?? null,
  note: d.note ?? null,
  carriedBy: d.carriedBy ?? null,
  askedAt: d.askedAt ?? null,
  askedBy: d.askedBy ?? null,
});
const mergeOf = (m: Merge & { before: unknown }): Merge => ({
  ...m,
  undoneAt: m.undoneAt ?? null,
  before: JSON.parse(m.before as unknown as string) as MergeBefore,
});

type KeptSetting = Omit<IdentitySetting, 'weights'> & { readonly weights: string | null };
const settingOf = (kept: KeptSetting): IdentitySetting => ({
  ...kept,
  reason: kept.reason ?? null,
  weights: kept.weights === null ? {} : (JSON.parse(kept.weights) as IdentitySetting['weights']),
});
/** Beside the setting: what a file says of people of the database. */
const LABELS = `${PERSON_PROFILE.name} labels`;

export class Neo4jDuplicateStore extends Neo4jStore implements DuplicateStore {
  async undecided(tx: Tx, homePath: string): Promise<DuplicatePair[]> {
    return (await this.rows<{ pair: DuplicatePair }>(tx, ask.UNDECIDED_PAIRS, { homePath })).map((r) => pairOf(r.pair));
  }

  async decidedSince(tx: Tx, homePath: string, since: number): Promise<DecidedPairs> {
    return (await this.row<DecidedPairs>(tx, ask.DECIDED_SINCE, { homePath, since, engine: ENGINE }))!;
  }

  async labelled(tx: Tx, homePath: string): Promise<DuplicatePair[]> {
    return (await this.rows<{ pair: DuplicatePair }>(tx, ask.LABELLED_PAIRS, { homePath, engine: ENGINE })).map((r) => pairOf(r.pair));
  }

  async setting(tx: Tx): Promise<IdentitySetting | null> {
    const found = await this.row<KeptSetting>(tx, ask.IDENTITY_SETTING, { id: PERSON_PROFILE.name });
    return found && settingOf(found);
  }

  async settings(tx: Tx, first: number): Promise<IdentitySetting[]> {
    return (await this.rows<KeptSetting>(tx, ask.IDENTITY_SETTINGS, { id: PERSON_PROFILE.name, first })).map(settingOf);
  }

  async saveSetting(tx: WriteTx, setting: IdentitySetting): Promise<void> {
    const weights = JSON.stringify(setting.weights);
    await this.rows(tx, ask.SAVE_IDENTITY_SETTING, { id: PERSON_PROFILE.name, ...setting, weights, rev: tx.rev });
  }

  async labels(tx: Tx): Promise<StoredLabels | null> {
    const found = await this.row<{ labels: string; by: string; at: number }>(tx, ask.IDENTITY_LABELS, { id: LABELS });
    return found && { ...found, labels: JSON.parse(found.labels) as StoredLabel[] };
  }

  async saveLabels(tx: WriteTx, { labels, by, at }: StoredLabels): Promise<void> {
    await this.rows(tx, ask.SAVE_IDENTITY_LABELS, { id: LABELS, labels: JSON.stringify(labels), by, at, rev: tx.rev });
  }

  async standingMergesOf(tx: Tx, mergedIds: readonly string[]): Promise<Merge[]> {
    return (await this.rows<{ merge: Merge }>(tx, ask.STANDING_MERGES_OF, { ids: mergedIds })).map((r) => mergeOf(r.merge));
  }

  async byId(tx: Tx, id: string): Promise<DuplicatePair | null> {
    return (await this.existing(tx, [id]))[0] ?? null;
  }

  async existing(tx: Tx, ids: readonly string[]): Promise<DuplicatePair[]> {
    return (await this.rows<{ pair: DuplicatePair }>(tx, ask.PAIRS_BY_ID, { ids })).map((r) => pairOf(r.pair));
  }

  async openOf(tx: Tx, personIds: readonly string[]): Promise<DuplicatePair[]> {
    return (await this.rows<{ pair: DuplicatePair }>(tx, ask.OPEN_PAIRS_OF, { personIds })).map((r) => pairOf(r.pair));
  }

  async toldApart(tx: Tx, personIds: readonly string[]): Promise<Map<string, number>> {
    const found = await this.rows<{ personId: string; others: number }>(tx, ask.TOLD_APART, { personIds });
    return new Map(found.map(({ personId, others }) => [personId, others]));
  }

  async carriedBy(tx: Tx, mergeId: string): Promise<DuplicatePair[]> {
    return (await this.rows<{ pair: DuplicatePair }>(tx, ask.PAIRS_CARRIED_BY, { mergeId })).map((r) => pairOf(r.pair));
  }

  async remove(tx: WriteTx, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.rows(tx, ask.REMOVE_PAIRS, { ids });
  }

  async save(tx: WriteTx, pairs: readonly DuplicatePair[]): Promise<void> {
    if (pairs.length > 0) await this.rows(tx, ask.SAVE_PAIRS, { rows: pairs, rev: tx.rev });
  }

  async move(tx: WriteTx, keptId: string, mergedId: string): Promise<MergeBefore> {
    const moved = (await this.row<Moved>(tx, ask.BEFORE_MERGE, { keptId, mergedId }))!;
    const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];
    await this.point(tx, keptId, moved);
    await this.rows(tx, ask.KEYS_TO, {
      personId: keptId,
      documents: union(moved.keptDocuments, moved.documents),
      phones: union(moved.keptPhones, moved.phones),
    });
    await this.rows(tx, ask.MARK_MERGED, { keptId, mergedId, rev: tx.rev });
    return { ...moved, contact: null, keptContact: null, kept: null };
  }

  async keysOf(tx: Tx, personId: string): Promise<Keys> {
    return (await this.row<Keys>(tx, ask.KEYS_OF, { personId }))!;
  }

  async moveBack(tx: WriteTx, merge: Merge, keptKeys: Keys): Promise<void> {
    await this.point(tx, merge.mergedId, merge.before);
    await this.rows(tx, ask.KEYS_TO, { personId: merge.keptId, ...keptKeys });
    await this.rows(tx, ask.MARK_MERGED, { keptId: null, mergedId: merge.mergedId, rev: tx.rev });
  }

  private async point(tx: WriteTx, personId: string, moved: Moved): Promise<void> {
    const by = { personId, rev: tx.rev, now: tx.now, by: tx.actor.accountId };
    await this.rows(tx, ask.POINT_STAYS, { ...by, ids: moved.stayIds });
    await this.rows(tx, ask.POINT_EVIDENCE, { ...by, ids: moved.evidenceIds });
    await this.rows(tx, ask.POINT_NAMINGS, { ...by, ids: moved.namingIds });
    await this.rows(tx, ask.POINT_RECORDS, { ...by, ids: moved.recordIds });
    await this.rows(tx, ask.POINT_CASES, { ...by, ids: moved.caseIds });
  }

  async saveMerge(tx: WriteTx, merge: Merge): Promise<void> {
    await this.rows(tx, ask.SAVE_MERGE, { row: { ...merge, before: JSON.stringify(merge.before) }, rev: tx.rev });
  }

  async merge(tx: Tx, id: string): Promise<Merge | null> {
    const found = await this.row<{ merge: Merge }>(tx, ask.MERGE_BY_ID, { id });
    return found && mergeOf(found.merge);
  }

  async mergesOf(tx: Tx, personId: string): Promise<Merge[]> {
    return (await this.rows<{ merge: Merge }>(tx, ask.MERGES_OF, { personId })).map((r) => mergeOf(r.merge));
  }

  async recent(tx: Tx, homePath: string, first: number): Promise<Merge[]> {
    return (await this.rows<{ merge: Merge }>(tx, ask.RECENT_MERGES, { homePath, first })).map((r) => mergeOf(r.merge));
  }
}
