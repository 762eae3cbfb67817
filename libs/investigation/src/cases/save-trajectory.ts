import type { Instant } from '@tracewright/epi-core';
import { type Derivation, deriveCase, type Overlay } from '../determinations/derive-case.js';
import { decidedAmong, type Standing } from '../determinations/determination-store.js';
import { protocolOf } from '../determinations/protocol-of.js';
import { casesTouching, rederiveCase } from '../determinations/store-derivation.js';
import type { Desk } from '../platform/desk.js';
import { sound } from '../platform/flaw.js';
import type { Actor, Tx } from '../platform/unit-of-work.js';
import { evidenceSchema } from '../stays/evidence.schema.js';
import { staySchema } from '../stays/stay.schema.js';
import { type StayRow, stayOfRow } from '../stays/stay-rows.js';
import type { Evidence, Stay } from '../stays/stay-store.js';
import type { Case } from './case-store.js';
import { lastChange } from './change-case.js';
import type { ValueProblem } from './create-case.js';
import { type DerivationDiff, diffOf, sidesOf } from './derivation-diff.js';
import { leftOutWords } from './left-out-words.js';

export interface TrajectoryEdit {
  readonly stays: readonly StayRow[];
  readonly removed: readonly string[];
}
export interface TrajectoryDiff extends DerivationDiff {
  /** That second contacts are not among the changes, and what to do about it; null: they are. */
  readonly leftOut: { readonly zh: string; readonly en: string } | null;
}
export type PreviewOutcome =
  | { kind: 'previewed'; diff: TrajectoryDiff }
  | { kind: 'not-allowed' }
  | { kind: 'case-not-found' }
  | { kind: 'invalid-input'; fields: readonly ValueProblem[] };
export type SaveOutcome =
  | { kind: 'trajectory-saved'; rev: number; diff: TrajectoryDiff }
  | { kind: 'not-allowed' }
  | { kind: 'case-not-found' }
  | { kind: 'changed-meanwhile'; by: string; at: Instant; rev: number }
  | { kind: 'invalid-input'; fields: readonly ValueProblem[] };

async function overlayOf(
  desk: Desk,
  tx: Tx,
  one: Case,
  edit: TrajectoryEdit,
): Promise<{ overlay: Overlay; fresh: Stay[] } | { fields: ValueProblem[] }> {
  const places = new Map((await desk.places.byIds(tx, [...new Set(edit.stays.map((s) => s.placeId))])).map((p) => [p.id, p]));
  const own = new Set((await desk.stays.ofPerson(tx, one.personId)).map((s) => s.id));
  const schema = staySchema(tx.now);
  const fields: ValueProblem[] = [];
  const stays: Stay[] = [];
  const fresh: Stay[] = [];
  for (const [i, row] of edit.stays.entries()) {
    const known = row.id != null && own.has(row.id);
    const id = known ? row.id! : desk.ids.next('stay');
    const read = stayOfRow(row, i, { personId: one.personId, id, place: places.get(row.placeId), now: tx.now, schema });
    if ('problem' in read) {
      fields.push(read.problem);
      continue;
    }
    stays.push(read.stay);
    if (!known) fresh.push(read.stay);
  }
  if (fields.length > 0) return { fields };
  // Only the case's own stays can be taken away from here.
  return { overlay: { stays, removed: edit.removed.filter((id) => own.has(id)) }, fresh };
}

/** What saving would change in the case's contacts. Nothing is written (ruling 16). */
export async function previewTrajectory(desk: Desk, actor: Actor, caseId: string, edit: TrajectoryEdit): Promise<PreviewOutcome> {
  if (actor.role !== 'tracer') return { kind: 'not-allowed' };
  return desk.work.read(async (tx): Promise<PreviewOutcome> => {
    const one = (await desk.cases.byIds(tx, [caseId]))[0];
    if (!one?.areaPath.startsWith(actor.areaPath)) return { kind: 'case-not-found' };
    const read = await overlayOf(desk, tx, one, edit);
    if ('fields' in read) return { kind: 'invalid-input', fields: read.fields };
    const standing = await desk.determinations.standingOfCase(tx, one.id);
    const derived = await deriveCase(desk, tx, one, { overlay: read.overlay, decided: decidedAmong(standing) });
    return { kind: 'previewed', diff: await diffFor(desk, tx, one, standing, derived) };
  });
}

async function diffFor(desk: Desk, tx: Tx, one: Case, live: readonly Standing[], derived: Derivation): Promise<TrajectoryDiff> {
  const { changes } = diffOf(await protocolOf(desk, tx, one.protocolId), sidesOf(live, derived));
  return { changes, leftOut: await leftOutWords(desk, tx, derived.leftOut) };
}

/**
 * Saves rows of the trajectory: each new one with the statement it rests on, removed ones softly. Two people at one case: whoever saves
 * on a former revision is told who was first, and nothing is written.
 */
export async function saveTrajectory(desk: Desk, actor: Actor, caseId: string, rev: number, edit: TrajectoryEdit): Promise<SaveOutcome> {
  if (actor.role !== 'tracer') return { kind: 'not-allowed' };
  return desk.work.write(actor, 'save-trajectory', async (tx): Promise<SaveOutcome> => {
    const one = (await desk.cases.byIds(tx, [caseId]))[0];
    if (!one?.areaPath.startsWith(actor.areaPath)) return { kind: 'case-not-found' };
    if (one.rev !== rev) return { kind: 'changed-meanwhile', ...(await lastChange(desk, tx, one)), rev: one.rev };
    const read = await overlayOf(desk, tx, one, edit);
    if ('fields' in read) return { kind: 'invalid-input', fields: read.fields };
    const { overlay, fresh } = read;
    const before = await desk.determinations.standingOfCase(tx, one.id);
    await desk.stays.save(tx, overlay.stays);
    const schema = evidenceSchema(tx.now);
    await desk.stays.addEvidence(
      tx,
      fresh.map((stay) => sound(schema, statementOf(desk, stay))),
    );
    await desk.stays.remove(tx, overlay.removed);
    const changed: Case = { ...one, rev: tx.rev };
    await desk.cases.save(tx, [changed]);
    const derived = await rederiveCase(desk, tx, changed);
    // The person may stand in the middle between other cases and their secondary contacts.
    for (const other of await casesTouching(desk, tx, [one.personId])) if (other.id !== one.id) await rederiveCase(desk, tx, other);
    tx.touch(one.personId, one.id);
    tx.announce('cases', one.id);
    return { kind: 'trajectory-saved', rev: tx.rev, diff: await diffFor(desk, tx, one, before, derived) };
  });
}

/** A row typed in an interview is a statement: it stays as evidence when the row is corrected later. */
const statementOf = (desk: Desk, stay: Stay): Evidence => ({
  id: desk.ids.next('evidence'),
  personId: stay.personId,
  source: stay.source,
  placeId: stay.placeId,
  areaId: null,
  start: stay.start,
  end: stay.end,
  lat: null,
  lng: null,
  text: [stay.activity, stay.note].filter(Boolean).join(' · ') || null,
  stayId: stay.id,
});
