import type { PushBitsFragment } from '@tracewright/api-client';
import { PUSH_OUTCOMES } from '@tracewright/epi-core';
import { wordOf } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { useLang } from '../app/session.js';
import { useLate, When } from '../parts/When.js';

/** What was found so far, and the next try. */
export function OutcomeWords({ push }: { readonly push: PushBitsFragment }) {
  const { t } = useTranslation();
  const lang = useLang();
  const overdue = useLate()(push.dueAt);
  if (!push.outcome)
    return push.state === 'SENT' ? (
      <span className={overdue ? 'late' : 'muted'}>{t(overdue ? 'push.escalated' : 'push.notAcked')}</span>
    ) : null;
  return (
    <>
      <b>{wordOf(PUSH_OUTCOMES, push.outcome, lang)}</b> <span className="sub">{push.outcomeNote}</span>
      {push.attempts.length > 1 && <span className="muted"> ×{push.attempts.length}</span>}
      {push.nextTryAt && (
        <span className="muted">
          {' '}
          {t('push.nextTry')} <When at={push.nextTryAt} />
        </span>
      )}
    </>
  );
}
