import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';

export type FileCoreReportOutcome =
  | { kind: 'core-report-filed' }
  | { kind: 'not-allowed' }
  | { kind: 'case-not-found' }
  | { kind: 'already-filed' };

/** The core report has gone out: its clock of four hours stops. The report itself stays text; later ones do not move the moment. */
export async function fileCoreReport(desk: Desk, actor: Actor, caseId: string): Promise<FileCoreReportOutcome> {
  if (actor.role !== 'tracer') return { kind: 'not-allowed' };
  return desk.work.write(actor, 'file-core-report', async (tx): Promise<FileCoreReportOutcome> => {
    const one = (await desk.cases.byIds(tx, [caseId]))[0];
    if (!one?.areaPath.startsWith(actor.areaPath)) return { kind: 'case-not-found' };
    if (one.coreReportedAt !== null) return { kind: 'already-filed' };
    await desk.cases.save(tx, [{ ...one, coreReportedAt: tx.now, rev: tx.rev }]);
    tx.touch(one.personId, caseId);
    tx.announce('cases', caseId);
    return { kind: 'core-report-filed' };
  });
}
