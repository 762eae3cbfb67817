import { describe, expect, it } from 'vitest';
import { ALL_PUSH_STATES, ALL_TRANSFER_STATES, consequenceOf, PERSON_EVENTS, type PersonEvent } from './consequences.js';
import type { PushState } from './states-push.js';
import type { TransferState } from './states-transfer.js';

/** Ruling 24 written out a second time, a word a cell: what becomes of the push … */
const PUSHES: Record<string, string> = {
  //            exclude            merge              undo-merge   positive        fever    already-isolated
  NONE: '       nothing            nothing            nothing      nothing         nothing  nothing',
  DRAFT: '      withdraw           withdraw           nothing      withdraw        nothing  withdraw',
  CHECKED: '    withdraw           withdraw           nothing      withdraw        nothing  withdraw',
  SENT: '       withdraw-and-tell  withdraw-and-tell  nothing      close-and-tell  nothing  close-and-tell',
  ACKED: '      withdraw-and-tell  withdraw-and-tell  nothing      close-and-tell  nothing  close-and-tell',
  LOCATED: '    withdraw-and-tell  withdraw-and-tell  nothing      close-and-tell  nothing  close-and-tell',
  CONTROLLED: ' withdraw-and-tell  withdraw-and-tell  nothing      close-and-tell  nothing  close-and-tell',
  CLOSED: '     withdraw-and-tell  withdraw-and-tell  nothing      close-and-tell  nothing  nothing',
  RETURNED: '   withdraw           withdraw           nothing      withdraw        nothing  withdraw',
  WITHDRAWN: '  nothing            nothing            draft-anew   nothing         nothing  nothing',
};

/** … and of the transfer. */
const TRANSFERS: Record<string, string> = {
  //             exclude          merge            undo-merge  positive         fever            already-isolated
  NONE: '        nothing          nothing          nothing     nothing          nothing          nothing',
  WAITING: '     cancel           cancel           nothing     hospital         hospital         cancel',
  REFUSED: '     cancel           cancel           nothing     hospital         hospital         cancel',
  ABSENT: '      cancel           cancel           nothing     hospital         hospital         cancel',
  ASSIGNED: '    off-run          off-run          nothing     hospital         hospital         off-run',
  ACCEPTED: '    off-run          off-run          nothing     hospital         hospital         off-run',
  ARRIVED: '     off-run          off-run          nothing     hospital         hospital         off-run',
  BOARDED: '     dispatcher-task  dispatcher-task  nothing     dispatcher-task  dispatcher-task  dispatcher-task',
  AT_SITE: '     dispatcher-task  dispatcher-task  nothing     dispatcher-task  dispatcher-task  dispatcher-task',
  HANDED_OVER: ' dispatcher-task  dispatcher-task  nothing     dispatcher-task  dispatcher-task  dispatcher-task',
  IN_STAY: '     site-task        site-task        nothing     site-task        site-task        nothing',
  TO_HOSPITAL: ' nothing          nothing          nothing     nothing          nothing          nothing',
  CANCELLED: '   nothing          nothing          nothing     nothing          nothing          nothing',
};

const EVENTS: PersonEvent[] = ['exclude', 'merge', 'undo-merge', 'positive', 'fever', 'already-isolated'];
const OBSERVED = {
  exclude: 'EXCLUDED',
  merge: 'MERGED',
  'undo-merge': 'BEING_PLACED',
  positive: 'CONFIRMED',
  fever: null,
  'already-isolated': 'CENTRAL',
};

const cells = Object.entries(PUSHES).flatMap(([push, effects]) =>
  Object.entries(TRANSFERS).flatMap(([transfer, moves]) =>
    EVENTS.map((event, i) => ({
      event,
      push,
      transfer,
      expected: { push: effects.trim().split(/\s+/)[i], transfer: moves.trim().split(/\s+/)[i], observation: OBSERVED[event] },
    })),
  ),
);

describe('ruling 24, cell by cell', () => {
  it('names every event and every state', () => {
    expect([...PERSON_EVENTS].sort()).toEqual([...EVENTS].sort());
    expect(Object.keys(PUSHES).sort()).toEqual(['NONE', ...ALL_PUSH_STATES].sort());
    expect(Object.keys(TRANSFERS).sort()).toEqual(['NONE', ...ALL_TRANSFER_STATES].sort());
  });

  it.each(cells)('$event, push $push, transfer $transfer', ({ event, push, transfer, expected }) => {
    const state = <T extends string>(word: string): T | null => (word === 'NONE' ? null : (word as T));
    expect(consequenceOf(event, state<PushState>(push), state<TransferState>(transfer))).toEqual(expected);
  });
});
