import { describe, expect, it } from 'vitest';
import { ALL_PUSH_STATES, ALL_TRANSFER_STATES, consequenceOf, PERSON_EVENTS } from './consequences.js';
import { PUSH_LIVE, PUSH_TOLD } from './states-push.js';
import { TRANSFER_ABOARD, TRANSFER_SEATED } from './states-transfer.js';

const cells = PERSON_EVENTS.flatMap((event) =>
  [null, ...ALL_PUSH_STATES].flatMap((push) => [null, ...ALL_TRANSFER_STATES].map((transfer) => ({ event, push, transfer }))),
);

describe('ruling 24: what follows from an event, in every push and transfer state', () => {
  it.each(cells)('$event with push $push and transfer $transfer', ({ event, push, transfer }) => {
    const { push: onPush, transfer: onTransfer } = consequenceOf(event, push, transfer);
    const ends = event !== 'undo-merge' && event !== 'fever';
    if (push !== null && PUSH_LIVE.has(push) && ends) expect(onPush).not.toBe('nothing');
    // Whoever was told is told again; nobody is told of what they never saw.
    if (onPush.endsWith('and-tell')) expect(PUSH_TOLD.has(push!)).toBe(true);
    if (push !== null && PUSH_LIVE.has(push) && PUSH_TOLD.has(push) && ends) expect(onPush).toMatch(/and-tell$/);
    if (transfer !== null && TRANSFER_SEATED.has(transfer) && event !== 'undo-merge') expect(['off-run', 'hospital']).toContain(onTransfer);
    if (transfer !== null && TRANSFER_ABOARD.has(transfer) && event !== 'undo-merge') expect(onTransfer).toBe('dispatcher-task');
    if (push === null) expect(onPush).toBe('nothing');
    if (transfer === null) expect(onTransfer).toBe('nothing');
  });
});
