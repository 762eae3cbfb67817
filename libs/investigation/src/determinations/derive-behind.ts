import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';
import { deriveInTurns } from './derive-in-turns.js';

/**
 * Derives every case anew that was last derived before its protocol changed what it says: one transaction a case, so that desks go on meanwhile and
 * whoever begins again after a crash begins where it stopped. Answers how many.
 */
export async function deriveBehind(desk: Desk, actor: Actor): Promise<number> {
  let derived = 0;
  for (;;) {
    const [next] = await desk.work.read((tx) => desk.cases.behindProtocol(tx));
    if (next === undefined) return derived;
    await deriveInTurns(desk, actor, [next]);
    derived++;
  }
}
