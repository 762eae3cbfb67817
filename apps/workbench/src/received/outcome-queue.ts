import type { RecordOutcomeInput } from '@tracewright/api-client';
import { OfflineQueue } from '@tracewright/workbench-model';

/** Answers of one account that the server has not heard yet, kept on this phone. */
export const outcomeQueue = (accountId: string): OfflineQueue<RecordOutcomeInput> =>
  new OfflineQueue(localStorage, `tracewright-unsent-${accountId}`);
