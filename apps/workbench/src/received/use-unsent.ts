import { useApolloClient } from '@apollo/client/react';
import { RecordOutcomeDocument, type RecordOutcomeInput } from '@tracewright/api-client';
import { formatInstant } from '@tracewright/epi-core';
import type { Delivery, Unsent } from '@tracewright/workbench-model';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../app/live.js';
import { useNow, useSession } from '../app/session.js';
import { useSay } from '../parts/Toasts.js';
import { outcomeQueue } from './outcome-queue.js';

export interface UnsentOutcomes {
  readonly count: number;
  readonly ids: ReadonlySet<string>;
  readonly flush: () => void;
  /** Kept on the phone with the time of the act, and sent at once when there is signal. */
  readonly record: (input: RecordOutcomeInput) => void;
}

const RETRY_MS = 20_000;

export function useUnsent(onSent: () => void): UnsentOutcomes {
  const client = useApolloClient();
  const say = useSay();
  const { t } = useTranslation();
  const { account, tz } = useSession();
  const now = useNow();
  const queue = outcomeQueue(account.id);
  const [entries, setEntries] = useState<readonly Unsent<RecordOutcomeInput>[]>(() => queue.all());
  const busy = useRef(false);
  const send = async ({ input }: Unsent<RecordOutcomeInput>): Promise<Delivery> => {
    try {
      const { data } = await client.mutate({ mutation: RecordOutcomeDocument, variables: { input }, fetchPolicy: 'no-cache' });
      const answer = data?.recordOutcome;
      if (answer?.__typename === 'OutcomeRecorded') return 'sent';
      if (answer) say('problem', answer.message);
      return 'refused';
    } catch {
      return 'unreachable';
    }
  };
  const flush = async () => {
    if (busy.current) return;
    busy.current = true;
    try {
      const { sent } = await queue.flush(send);
      if (sent > 0) {
        say('done', t('push.received.recorded', { n: sent }));
        announce('pushes');
        onSent();
      }
    } finally {
      busy.current = false;
      setEntries(queue.all());
    }
  };
  const latest = useRef(flush);
  useEffect(() => {
    latest.current = flush;
  });
  const again = useCallback(() => void latest.current(), []);
  useEffect(() => {
    window.addEventListener('online', again);
    const timer = setInterval(again, RETRY_MS);
    again();
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [again]);
  const record = (input: RecordOutcomeInput) => {
    queue.add({ id: input.pushId, at: new Date().toISOString(), input: { ...input, tookPlaceAt: formatInstant(now, tz) } });
    setEntries(queue.all());
    again();
  };
  return { count: entries.length, ids: new Set(entries.map((entry) => entry.id)), flush: again, record };
}
