import {
  belongsTo,
  dayOf,
  type Instant,
  type Ledger,
  type LedgerEntry,
  type LedgerFigure,
  ledgerOf,
  startOfDay,
} from '@tracewright/epi-core';
import type { Contact } from '../contacts/contact-store.js';
import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';

export interface LedgerAt {
  readonly asOf: Instant;
  readonly ledger: Ledger;
  /** Who left since the start of the day, by why: shown as the net change. */
  readonly left: readonly { readonly kind: string; readonly people: number }[];
}

const here = (entries: readonly LedgerEntry[], cls: string | null): LedgerEntry[] =>
  cls === null ? [...entries] : entries.filter((e) => e.cls === cls);

/** The ledger of the asker's area as of a moment; `cls` CLOSE or SECOND, null: their sum. */
export async function readLedger(desk: Desk, actor: Actor, asOf: Instant | null, cls: string | null = null): Promise<LedgerAt> {
  return desk.work.read(async (tx) => {
    const at = Math.min(asOf ?? tx.now, tx.now);
    const from = startOfDay(dayOf(at, desk.clock.tz), desk.clock.tz);
    return {
      asOf: at,
      ledger: ledgerOf(here(await desk.ledger.entries(tx, actor.areaPath, at), cls)),
      left: await desk.ledger.left(tx, actor.areaPath, from, at),
    };
  });
}

/** The people behind one figure, or those that make an equation differ. A figure nobody knows opens nobody. */
export async function ledgerPeople(
  desk: Desk,
  actor: Actor,
  ask: { asOf: Instant | null; cls: string | null; figure: string | null; differing: string | null },
): Promise<Contact[]> {
  return desk.work.read(async (tx) => {
    const entries = here(await desk.ledger.entries(tx, actor.areaPath, Math.min(ask.asOf ?? tx.now, tx.now)), ask.cls);
    const line = ask.differing === null ? undefined : ledgerOf(entries).lines.find((l) => l.id === ask.differing);
    const ids = line
      ? [...line.differing]
      : ask.figure === null
        ? []
        : entries.filter((e) => belongsTo(ask.figure as LedgerFigure, e)).map((e) => e.personId);
    return desk.contacts.byPersonIds(tx, ids);
  });
}
