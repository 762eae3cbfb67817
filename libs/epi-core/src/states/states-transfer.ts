import { defineStates } from './states-table.js';

/** States of moving one person (`domain.md` §8.2). */
export const TRANSFER = defineStates({
  WAITING: { zh: '待转运', en: 'waiting' },
  ASSIGNED: { zh: '已派单', en: 'assigned' },
  ACCEPTED: { zh: '已接单', en: 'accepted' },
  ARRIVED: { zh: '到达接人点', en: 'at pick-up' },
  BOARDED: { zh: '已登车', en: 'boarded' },
  AT_SITE: { zh: '到达隔离点', en: 'at site' },
  HANDED_OVER: { zh: '已交接', en: 'handed over' },
  IN_STAY: { zh: '隔离中', en: 'in isolation' },
  REFUSED: { zh: '拒绝', en: 'refused' },
  ABSENT: { zh: '找不到', en: 'absent' },
  TO_HOSPITAL: { zh: '转医院', en: 'to hospital' },
  CANCELLED: { zh: '取消', en: 'cancelled' },
});
export type TransferState = keyof typeof TRANSFER;

/** A task that holds a place in the queue, a seat or a room. At most one per person, by constraint (ruling 24). */
export const TRANSFER_LIVE: ReadonlySet<TransferState> = new Set([
  'WAITING',
  'ASSIGNED',
  'ACCEPTED',
  'ARRIVED',
  'BOARDED',
  'AT_SITE',
  'HANDED_OVER',
]);
/** On a run but not yet in the vehicle: whoever must come off, comes off at once. */
export const TRANSFER_SEATED: ReadonlySet<TransferState> = new Set(['ASSIGNED', 'ACCEPTED', 'ARRIVED']);
/** In the vehicle or at the door: only a dispatcher can take the person out, against a clock. */
export const TRANSFER_ABOARD: ReadonlySet<TransferState> = new Set(['BOARDED', 'AT_SITE', 'HANDED_OVER']);

export type TransferStep =
  | 'assign'
  | 'unassign'
  | 'accept'
  | 'arrive'
  | 'board'
  | 'reach-site'
  | 'hand-over'
  | 'settle'
  | 'refuse'
  | 'mark-absent'
  | 'requeue'
  | 'take-to-hospital'
  | 'cancel';

export const TRANSFER_STEPS: Record<
  TransferStep,
  { from: readonly TransferState[]; to: TransferState; by: readonly ('dispatcher' | 'crew' | 'site' | 'system')[] }
> = {
  assign: { from: ['WAITING'], to: 'ASSIGNED', by: ['dispatcher'] },
  unassign: { from: ['ASSIGNED', 'ACCEPTED', 'ARRIVED'], to: 'WAITING', by: ['dispatcher', 'system'] },
  accept: { from: ['ASSIGNED'], to: 'ACCEPTED', by: ['crew'] },
  arrive: { from: ['ACCEPTED'], to: 'ARRIVED', by: ['crew'] },
  board: { from: ['ARRIVED'], to: 'BOARDED', by: ['crew'] },
  'reach-site': { from: ['BOARDED'], to: 'AT_SITE', by: ['crew'] },
  // Role `site` alone takes the person over and sets the stay (ruling 25).
  'hand-over': { from: ['AT_SITE'], to: 'HANDED_OVER', by: ['site'] },
  settle: { from: ['HANDED_OVER'], to: 'IN_STAY', by: ['site'] },
  refuse: { from: ['ASSIGNED', 'ACCEPTED', 'ARRIVED'], to: 'REFUSED', by: ['crew'] },
  'mark-absent': { from: ['ASSIGNED', 'ACCEPTED', 'ARRIVED'], to: 'ABSENT', by: ['crew'] },
  requeue: { from: ['REFUSED', 'ABSENT'], to: 'WAITING', by: ['dispatcher', 'system'] },
  'take-to-hospital': {
    from: ['WAITING', 'ASSIGNED', 'ACCEPTED', 'ARRIVED', 'BOARDED', 'AT_SITE', 'HANDED_OVER', 'IN_STAY'],
    to: 'TO_HOSPITAL',
    by: ['dispatcher', 'crew', 'system'],
  },
  cancel: { from: ['WAITING', 'ASSIGNED', 'ACCEPTED', 'ARRIVED', 'REFUSED', 'ABSENT'], to: 'CANCELLED', by: ['dispatcher', 'system'] },
};

export function transferAfter(step: TransferStep, from: TransferState): TransferState | null {
  return TRANSFER_STEPS[step].from.includes(from) ? TRANSFER_STEPS[step].to : null;
}

/** A run goes with its people: the crew's first three steps are the run's, boarding is each person's. */
export const RUN = defineStates({
  PLANNED: { zh: '已派单', en: 'assigned' },
  ACCEPTED: { zh: '已接单', en: 'accepted' },
  COLLECTING: { zh: '接人中', en: 'collecting' },
  AT_SITE: { zh: '到达隔离点', en: 'at site' },
  DONE: { zh: '已完成', en: 'done' },
  CANCELLED: { zh: '取消', en: 'cancelled' },
});
export type RunState = keyof typeof RUN;
