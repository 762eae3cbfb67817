import { limitMs } from '@tracewright/epi-core';
import { newTask } from '../contacts/person-event.js';
import type { Desk } from '../platform/desk.js';
import type { WriteTx } from '../platform/unit-of-work.js';
import { areaOfPair } from './area-of-pair.js';
import type { DuplicatePair } from './duplicate-store.js';

/**
 * A pair that keeps both people from being sent is a task of the database desk that sees both, with a clock, until somebody has decided it (ruling 24).
 */
export async function askToClear(desk: Desk, tx: WriteTx, pairs: readonly DuplicatePair[]): Promise<void> {
  for (const pair of pairs.filter(({ holds }) => holds)) {
    const [contact] = await desk.contacts.byPersonIds(tx, [pair.a, pair.b]);
    if (!contact) continue;
    const task = newTask(desk, tx, contact, 'clear-hold', 'database', pair.id, null, limitMs('clearHold'));
    await desk.pushes.giveTasks(tx, [{ ...task, areaPath: await areaOfPair(desk, tx, pair) }]);
  }
}
