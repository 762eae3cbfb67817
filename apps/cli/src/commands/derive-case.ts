import type { Protocol } from '@tracewright/epi-core';
import { type Actor, type Derivation, type Desk, deriveCase, rederiveCase } from '@tracewright/investigation';
import { answer, Refused } from '../platform/answers.js';
import { flag, text, type Values } from '../platform/arguments.js';
import { withDatabase } from '../platform/database.js';
import { writeOut } from '../platform/file-access.js';
import { HEADERS, rowCells } from './contact-rows.js';
import { protocolOfDatabase } from './protocol-for.js';

interface OfCase extends Derivation {
  readonly caseId: string;
}
type Found = { readonly no: string; readonly derivations: readonly OfCase[] } | null;

/** One case derived anew under its own protocol; what changed is stored. */
async function stored(desk: Desk, actor: Actor, caseRef: string): Promise<Found> {
  return desk.work.write(actor, 'derive', async (tx) => {
    const one = (await desk.cases.byIds(tx, [caseRef]))[0];
    if (!one?.areaPath.startsWith(actor.areaPath)) return null;
    const derivation = await rederiveCase(desk, tx, one);
    tx.touch(one.personId, one.id);
    return { no: one.no, derivations: [{ ...derivation, caseId: one.id }] };
  });
}

/** One case, or `all`, under another protocol: tried, and nothing is stored. */
async function tried(desk: Desk, actor: Actor, caseRef: string, protocol: Protocol): Promise<Found> {
  const cases = await desk.work.read(async (tx) => {
    const ids = caseRef === 'all' ? await desk.chains.caseIds(tx, actor.areaPath, 100_000) : [caseRef];
    return (await desk.cases.byIds(tx, ids)).filter((c) => c.areaPath.startsWith(actor.areaPath));
  });
  if (cases.length === 0) return null;
  const derivations: OfCase[] = [];
  for (const one of cases) {
    const derivation = await desk.work.read((tx) => deriveCase(desk, tx, one, { protocol }));
    derivations.push({ ...derivation, caseId: one.id });
  }
  return { no: cases.length === 1 ? cases[0]!.no : 'all', derivations };
}

/** A case of the database: derived and stored, or with `--protocol` tried under another one. The rows are those of `derive` from files. */
export async function deriveCaseCommand(caseRef: string, values: Values): Promise<void> {
  const protocolName = text(values, 'protocol');
  // Trying is looking at cases; storing changes them, which a role that only looks may not.
  const desks = protocolName === undefined ? (['cases', 'import'] as const) : (['cases'] as const);
  await withDatabase(values, { command: 'derive', desks, whenEmpty: 'refuse' }, async ({ desk, actor, clock }) => {
    if (caseRef === 'all') desk.exposures.beginInBackground();
    const found =
      protocolName === undefined
        ? await stored(desk, actor, caseRef)
        : await tried(desk, actor, caseRef, await protocolOfDatabase(desk, protocolName));
    if (!found) throw new Refused(`There is no case ${caseRef} in this database.`);
    const derived = found.derivations.flatMap((d) => d.values);
    const rows = derived.map((v) => rowCells({ ...v, case: v.caseId, contact: v.personId, via: v.viaPersonId }, v.protocolId, clock.tz));
    const out = text(values, 'out');
    if (out !== undefined) await writeOut(out, { name: 'contacts', headers: HEADERS, rows });
    const people = (of: typeof derived) => new Set(of.map((v) => v.personId)).size;
    const by = (pick: (v: (typeof derived)[number]) => string) =>
      Object.fromEntries([...new Set(derived.map(pick))].sort().map((word) => [word, people(derived.filter((v) => pick(v) === word))]));
    const totals = {
      contacts: people(derived),
      byClass: by((v) => v.cls),
      byCertainty: by((v) => v.certainty),
      rows: rows.length,
      ignored: 0,
      noWindow: found.derivations.flatMap(({ caseId, noWindow }) => (noWindow === null ? [] : [caseId])),
    };
    if (out !== '-') answer(flag(values, 'json'), totals, [`Case #${found.no}: ${totals.contacts} contacts in ${totals.rows} rows.`]);
  });
}
