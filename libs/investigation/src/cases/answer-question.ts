import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';

export type AnswerQuestionOutcome =
  | { kind: 'question-answered' }
  | { kind: 'not-allowed' }
  | { kind: 'case-not-found' }
  | { kind: 'reason-missing' };

/** "Cannot be settled", with a reason: the question stays readable and stops counting as open. */
export async function answerQuestion(
  desk: Desk,
  actor: Actor,
  caseId: string,
  key: string,
  reason: string,
): Promise<AnswerQuestionOutcome> {
  if (actor.role !== 'tracer') return { kind: 'not-allowed' };
  if (reason.trim() === '') return { kind: 'reason-missing' };
  return desk.work.write(actor, 'answer-question', async (tx): Promise<AnswerQuestionOutcome> => {
    const one = (await desk.cases.byIds(tx, [caseId]))[0];
    if (!one?.areaPath.startsWith(actor.areaPath)) return { kind: 'case-not-found' };
    await desk.cases.saveAnswer(tx, { caseId, key, reason: reason.trim(), by: actor.accountId, at: tx.now });
    tx.touch(one.personId, caseId);
    tx.announce('cases', caseId);
    return { kind: 'question-answered' };
  });
}
