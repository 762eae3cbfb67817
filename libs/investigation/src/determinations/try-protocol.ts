import { mayOpen, type Protocol, SIGHT, shippedProtocol, unhandledFields } from '@tracewright/epi-core';
import type { Case } from '../cases/case-store.js';
import { type ChangeCounts, countsOf, type DerivationChange, type DiffSides, diffOf, sidesOf } from '../cases/derivation-diff.js';
import { seePerson } from '../people/person-view.js';
import type { Desk } from '../platform/desk.js';
import type { Actor, Tx } from '../platform/unit-of-work.js';
import { deriveCase } from './derive-case.js';
import { decidedAmong } from './determination-store.js';
import { protocolIn, protocolOf } from './protocol-of.js';
import { type ProtocolProblem, type ReadText, readProtocolText } from './read-protocol-text.js';

/** A shipped protocol or the version active here by its id, a stored version as `id@version`, or the text of a file. */
export type ProtocolSource = { readonly id: string } | { readonly text: string };

/** Cases that are answered while the asker waits: seconds of work. More are tried beside it, with `ProtocolTries`. */
export const MOST_TRIED = 100;

export interface TriedChange extends DerivationChange {
  /** As the asker may see it. */
  readonly name: string | null;
}
export interface TriedDiff {
  readonly counts: ChangeCounts;
  /** Empty for a role that does not see who hangs on which case. */
  readonly changes: readonly TriedChange[];
}
export interface TriedCase {
  readonly caseId: string;
  readonly no: string;
  /** What the case is judged by now. */
  readonly protocolId: string;
  readonly noWindow: { readonly zh: string; readonly en: string } | null;
  readonly diff: TriedDiff;
}
export type TryProtocolOutcome =
  | { kind: 'protocol-tried'; protocol: Protocol; cases: TriedCase[]; affected: number; total: TriedDiff }
  | { kind: 'not-allowed' }
  | { kind: 'protocol-not-found' }
  | { kind: 'case-not-found' }
  | { kind: 'nothing-selected' }
  | { kind: 'too-many-cases' }
  | { kind: 'invalid-input'; fields: readonly ProtocolProblem[] };

/** The protocol that a source means. */
export async function sourceProtocol(desk: Desk, tx: Tx, source: ProtocolSource): Promise<ReadText | { kind: 'protocol-not-found' }> {
  if ('text' in source) return readProtocolText(source.text);
  const stored = (await desk.protocols.version(tx, source.id)) ?? (await desk.protocols.active(tx, source.id));
  const protocol = stored ? protocolIn(stored) : shippedProtocol(source.id);
  if (!protocol) return { kind: 'protocol-not-found' };
  return unhandledFields(protocol).length === 0 ? { kind: 'read', protocol } : readProtocolText(JSON.stringify(protocol));
}

export type Order = Pick<Protocol, 'classOrder'>;

/** The classes of the order in force, with those that only the tried protocol has put where it has them. */
export function mergedOrder(now: Order, tried: Order): Order {
  const classOrder = [...now.classOrder];
  for (const [i, cls] of tried.classOrder.entries())
    if (!classOrder.includes(cls)) classOrder.splice(i === 0 ? 0 : classOrder.indexOf(tried.classOrder[i - 1]!) + 1, 0, cls);
  return { classOrder };
}

export interface Sides extends DiffSides {
  readonly one: Case;
  readonly order: Order;
  readonly noWindow: TriedCase['noWindow'];
}

/** What stands for a case and what would. */
export async function sidesOfCase(desk: Desk, tx: Tx, one: Case, tried: Protocol): Promise<Sides> {
  const standing = await desk.determinations.standingOfCase(tx, one.id);
  const derived = await deriveCase(desk, tx, one, { protocol: tried, decided: decidedAmong(standing) });
  const order = mergedOrder(await protocolOf(desk, tx, one.protocolId), tried);
  return { one, order, ...sidesOf(standing, derived), noWindow: derived.noWindow };
}

/**
 * What another protocol, or a draft, would change in the contacts of these cases, or of all in the asker's area (`null`). Nothing is
 * written but the audit of who was looked at. Each case is derived in a transaction of its own, so that desks go on meanwhile; in `total` a
 * person stands once, by the strictest class over the cases tried.
 */
export async function tryProtocol(
  desk: Desk,
  actor: Actor,
  source: ProtocolSource,
  caseIds: readonly string[] | null,
): Promise<TryProtocolOutcome> {
  if (!mayOpen(actor.role, 'protocols')) return { kind: 'not-allowed' };
  if (caseIds?.length === 0) return { kind: 'nothing-selected' };
  const start = await desk.work.read(async (tx) => {
    const read = await sourceProtocol(desk, tx, source);
    if (read.kind !== 'read') return read;
    const ids = caseIds === null ? await desk.chains.caseIds(tx, actor.areaPath, MOST_TRIED + 1) : [...new Set(caseIds)];
    if (ids.length > MOST_TRIED) return { kind: 'too-many-cases' as const };
    const cases = (await desk.cases.byIds(tx, ids)).filter((c) => c.areaPath.startsWith(actor.areaPath));
    if (cases.length === 0 || cases.length < ids.length) return { kind: 'case-not-found' as const };
    return { kind: 'ready' as const, protocol: read.protocol, cases };
  });
  if (start.kind !== 'ready') return start;
  const { protocol, cases } = start;
  const sides: Sides[] = [];
  for (const one of cases.sort((a, b) => (a.no < b.no ? -1 : 1)))
    sides.push(await desk.work.read((tx) => sidesOfCase(desk, tx, one, protocol)));
  return { kind: 'protocol-tried', protocol, ...(await told(desk, actor, sides)) };
}

/** Changes as the asker may see them: with the names that their role and purpose show, and written into the audit; or none at all. */
export async function shownTo(
  desk: Desk,
  actor: Actor,
  personIds: readonly string[],
): Promise<(changes: readonly DerivationChange[]) => TriedChange[]> {
  if (SIGHT[actor.role].case === 'absent') return () => [];
  if (personIds.length > 0) await desk.audit.seen(actor, 'try-protocol', personIds);
  const people = await desk.work.read((tx) => desk.people.byIds(tx, personIds));
  const now = desk.clock.now();
  const names = new Map(people.map((person) => [person.id, seePerson(actor, person, now).name]));
  return (changes) => changes.map((c) => ({ ...c, name: names.get(c.personId) ?? null }));
}

async function told(
  desk: Desk,
  actor: Actor,
  sides: readonly Sides[],
): Promise<{ cases: TriedCase[]; affected: number; total: TriedDiff }> {
  const diffs = sides.map(({ one, order, before, after, noWindow }) => ({
    one,
    noWindow,
    changes: diffOf(order, { before, after }).changes,
  }));
  const total = diffOf(sides.map((s) => s.order).reduce(mergedOrder), {
    before: sides.flatMap((s) => s.before),
    after: sides.flatMap((s) => s.after),
  }).changes;
  const shown = await shownTo(desk, actor, [...new Set(diffs.flatMap((d) => d.changes.map((c) => c.personId)))]);
  const diffFace = (changes: readonly DerivationChange[]): TriedDiff => ({ counts: countsOf(changes), changes: shown(changes) });
  return {
    cases: diffs.map(({ one, noWindow, changes }) => ({
      caseId: one.id,
      no: one.no,
      protocolId: one.protocolId,
      noWindow,
      diff: diffFace(changes),
    })),
    affected: diffs.filter((d) => d.changes.length > 0).length,
    total: diffFace(total),
  };
}
