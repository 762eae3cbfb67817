import { AcknowledgePushesDocument, type PushBitsFragment, RecordDutyCallDocument } from '@tracewright/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useSession } from '../app/session.js';
import { useAsk } from '../parts/Ask.js';
import { useLate } from '../parts/When.js';
import { OutcomeDialog } from '../received/OutcomeDialog.js';

const OPEN = ['SENT', 'ACKED', 'LOCATED'];

/** Whoever does not acknowledge in time is called at the duty phone; for outside areas what they answered is recorded by hand. */
export function PushActions({ push }: { readonly push: PushBitsFragment }) {
  const { t } = useTranslation();
  const { account } = useSession();
  const act = useAct();
  const ask = useAsk();
  const overdue = useLate()(push.dueAt);
  const [recording, setRecording] = useState(false);
  if (account.role !== 'database' || !OPEN.includes(push.state)) return <span className="sub">{push.dutyCall}</span>;
  const call = async () => {
    const body = (
      <p>
        {push.dutyHolder ?? '—'} <b className="num">{push.dutyPhone ?? '—'}</b>
      </p>
    );
    const result = await ask({
      title: t('push.dutyCallTo', { area: push.toAreaName }),
      body,
      reason: t('push.dutyResult'),
      ok: t('frame.save'),
    });
    if (result) await act(RecordDutyCallDocument, { pushId: push.id, result }, { topics: ['pushes'] });
  };
  return (
    <span className="inline">
      {push.outside && push.state === 'SENT' && (
        <button
          type="button"
          className="link"
          onClick={() => void act(AcknowledgePushesDocument, { ids: [push.id] }, { topics: ['pushes'] })}
        >
          {t('push.ackByHand')}
        </button>
      )}
      {push.outside && (
        <button type="button" className="link" onClick={() => setRecording(true)}>
          {t('push.outcomeByHand')}
        </button>
      )}
      {push.state === 'SENT' && overdue && (
        <>
          {push.dutyHolder} <b className="num">{push.dutyPhone}</b>
          <button type="button" className="link" onClick={() => void call()}>
            {t('push.callDuty')}
          </button>
        </>
      )}
      {push.dutyCall && <span className="sub">{push.dutyCall}</span>}
      {recording && <OutcomeDialog push={push} onClose={() => setRecording(false)} />}
    </span>
  );
}
