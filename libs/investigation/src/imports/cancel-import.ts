import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';
import { mayOpenImport } from './own-area.js';

export type CancelImportOutcome = { kind: 'import-cancelled' } | { kind: 'not-allowed' } | { kind: 'import-not-found' };

/** Stops a running import before its next slice; what is written stays, and the same file can be run again (ruling 20). */
export async function cancelImport(desk: Desk, actor: Actor, id: string): Promise<CancelImportOutcome> {
  return desk.work.write(actor, 'cancel-import', async (tx): Promise<CancelImportOutcome> => {
    const batch = await desk.imports.byId(tx, id);
    if (!batch || !mayOpenImport(actor, batch) || (batch.state !== 'RUNNING' && batch.state !== 'UPLOADED'))
      return { kind: 'import-not-found' };
    await desk.imports.save(tx, { ...batch, state: 'CANCELLED' });
    tx.touch(id);
    tx.announce('imports', id);
    return { kind: 'import-cancelled' };
  });
}
