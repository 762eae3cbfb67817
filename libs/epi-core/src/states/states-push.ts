import { defineStates } from './states-table.js';

/** States of one push (`domain.md` §8.1). The sender answers for the person until CONTROLLED, the second handshake. */
export const PUSH = defineStates({
  DRAFT: { zh: '草稿', en: 'draft' },
  CHECKED: { zh: '已核', en: 'checked' },
  SENT: { zh: '已发', en: 'sent' },
  ACKED: { zh: '已接收', en: 'acknowledged' },
  LOCATED: { zh: '已找到', en: 'located' },
  CONTROLLED: { zh: '已管控', en: 'under control' },
  CLOSED: { zh: '已闭环', en: 'closed' },
  RETURNED: { zh: '被退回', en: 'returned' },
  WITHDRAWN: { zh: '已撤回', en: 'withdrawn' },
});
export type PushState = keyof typeof PUSH;

/** A push that still binds somebody. At most one of these per person, by constraint (ruling 24). */
export const PUSH_LIVE: ReadonlySet<PushState> = new Set(['DRAFT', 'CHECKED', 'SENT', 'ACKED', 'LOCATED', 'CONTROLLED']);
/** The receiver has it in hand or in the inbox: whoever takes it back must tell them. */
export const PUSH_TOLD: ReadonlySet<PushState> = new Set(['SENT', 'ACKED', 'LOCATED', 'CONTROLLED', 'CLOSED']);

export type PushStep = 'check' | 'send' | 'acknowledge' | 'locate' | 'control' | 'close' | 'send-back' | 'withdraw';

export const PUSH_STEPS: Record<PushStep, { from: readonly PushState[]; to: PushState }> = {
  check: { from: ['DRAFT'], to: 'CHECKED' },
  send: { from: ['DRAFT', 'CHECKED'], to: 'SENT' },
  acknowledge: { from: ['SENT'], to: 'ACKED' },
  locate: { from: ['SENT', 'ACKED'], to: 'LOCATED' },
  control: { from: ['SENT', 'ACKED', 'LOCATED'], to: 'CONTROLLED' },
  close: { from: ['SENT', 'ACKED', 'LOCATED', 'CONTROLLED'], to: 'CLOSED' },
  'send-back': { from: ['SENT', 'ACKED', 'LOCATED'], to: 'RETURNED' },
  withdraw: { from: ['DRAFT', 'CHECKED', 'SENT', 'ACKED', 'LOCATED', 'CONTROLLED', 'CLOSED'], to: 'WITHDRAWN' },
};

export function pushAfter(step: PushStep, from: PushState): PushState | null {
  return PUSH_STEPS[step].from.includes(from) ? PUSH_STEPS[step].to : null;
}

/** What a community reports for one person, and what follows by itself. */
export const PUSH_OUTCOMES = defineStates({
  AT_HOME_CONTROLLED: { zh: '在家已管控', en: 'at home, under control', step: 'control', next: 'transfer-or-home' },
  CANNOT_BE_MOVED: { zh: '暂不宜转运', en: 'cannot be moved', step: 'control', next: 'home-with-reason' },
  ALREADY_ISOLATED: { zh: '已在隔离', en: 'already isolated', step: 'close', next: 'link-placement' },
  IN_HOSPITAL: { zh: '住院', en: 'in hospital', step: 'close', next: 'hospital' },
  DIED: { zh: '死亡', en: 'died', step: 'close', next: 'died' },
  BECAME_POSITIVE: { zh: '转阳', en: 'became positive', step: 'close', next: 'case' },
  MOVED_AWAY: { zh: '已离开', en: 'moved away', step: 'send-back', next: 're-push' },
  WRONG_ADDRESS: { zh: '地址错误', en: 'wrong address', step: 'send-back', next: 'locate' },
  NOT_FOUND: { zh: '查无此人', en: 'not found', step: 'send-back', next: 'police' },
  WRONG_IDENTITY: { zh: '身份错误', en: 'wrong identity', step: 'send-back', next: 'duplicates' },
  NO_ANSWER: { zh: '电话不通', en: 'no answer', step: null, next: 'retry' },
  REFUSED: { zh: '拒绝配合', en: 'refuses', step: 'locate', next: 'doctor-police' },
  DISPUTES: { zh: '判定异议', en: 'disputes', step: 'locate', next: 'tracer' },
} as const);
export type PushOutcome = keyof typeof PUSH_OUTCOMES;
