import type { Instant } from '@tracewright/epi-core';
import { type Cells, type LabelledPair, type LevelWeights, probabilityOf } from '@tracewright/linkage';
import type { Person } from '../people/person-store.js';
import type { Desk } from '../platform/desk.js';
import type { Actor, Tx } from '../platform/unit-of-work.js';
import type { DuplicatePair } from './duplicate-store.js';

/** What is weighed: somebody of the database, or a row of a file. */
export type Weighable = { readonly person: Person } | { readonly cells: Cells };

/** Two of whom somebody says whether they are one person. */
export interface Label {
  readonly a: Weighable;
  readonly b: Weighable;
  readonly same: boolean;
}

/** A label of a file that is kept: it refers to people of the database. */
export interface StoredLabel {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
}
export interface StoredLabels {
  readonly labels: readonly StoredLabel[];
  readonly by: string;
  readonly at: Instant;
}

/** Whose decisions the curve is drawn over. */
export const LABEL_SOURCES = ['desk', 'file', 'both'] as const;
export type LabelSource = (typeof LABEL_SOURCES)[number];

/** Whoever was merged is weighed as they were before: the one who stayed has had the other's values since. */
async function ofDecisions(desk: Desk, tx: Tx, pairs: readonly DuplicatePair[]): Promise<Label[]> {
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const people = new Map((await desk.people.byIds(tx, ids)).map((person) => [person.id, person]));
  const merges = new Map((await desk.duplicates.standingMergesOf(tx, ids)).map((merge) => [`${merge.keptId} ${merge.mergedId}`, merge]));
  return pairs.flatMap(({ a, b, state }): Label[] => {
    const merge = merges.get(`${a} ${b}`) ?? merges.get(`${b} ${a}`);
    const was = (id: string): Person | undefined =>
      (merge?.keptId === id ? (merge.before.kept as unknown as Person | null) : null) ?? people.get(id);
    const [one, other] = [was(a), was(b)];
    return one && other ? [{ a: { person: one }, b: { person: other }, same: state === 'SAME' }] : [];
  });
}

async function ofStored(desk: Desk, tx: Tx, labels: readonly StoredLabel[]): Promise<Label[]> {
  const people = new Map((await desk.people.byIds(tx, [...new Set(labels.flatMap(({ a, b }) => [a, b]))])).map((one) => [one.id, one]));
  return labels.flatMap(({ a, b, same }): Label[] => {
    const [one, other] = [people.get(a), people.get(b)];
    return one && other ? [{ a: { person: one }, b: { person: other }, same }] : [];
  });
}

/** All that is labelled, by these sources; `given`: rows of a file that are kept nowhere. */
export async function labelsOf(desk: Desk, tx: Tx, actor: Actor, source: LabelSource, given: readonly Label[]): Promise<Label[]> {
  const decided = source === 'file' ? [] : await ofDecisions(desk, tx, await desk.duplicates.labelled(tx, actor.areaPath));
  const stored = source === 'desk' ? [] : await ofStored(desk, tx, (await desk.duplicates.labels(tx))?.labels ?? []);
  return [...decided, ...stored, ...(source === 'desk' ? [] : given)];
}

/** As the engine would weigh them under these weights. */
export async function weighLabels(desk: Desk, tx: Tx, labels: readonly Label[], weights: LevelWeights): Promise<LabelledPair[]> {
  const bits = await desk.duplicateFinder.weigh(tx, labels, weights);
  return labels.map(({ same }, i) => ({ same, probability: probabilityOf(bits[i]!) }));
}
