import { StatePurposeDocument } from '@tracewright/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useSession } from '../app/session.js';

/** Asked once a shift before people are shown in full; it stands in every line of the audit. */
export function StatePurpose() {
  const { t } = useTranslation();
  const { account, refresh } = useSession();
  const act = useAct();
  const [purpose, setPurpose] = useState('');
  const state = async (words: string) => {
    if (await act(StatePurposeDocument, { purpose: words })) await refresh();
  };
  return (
    <main className="sign-in">
      <form
        className="panel"
        onSubmit={(event) => {
          event.preventDefault();
          void state(purpose.trim());
        }}
      >
        <h1>{t('frame.purposeTitle')}</h1>
        <p className="sub">{t('frame.purposeWhy', { name: account.name })}</p>
        <div className="choices">
          {(['one', 'two', 'three'] as const).map((key) => (
            <button key={key} type="button" className="btn" onClick={() => setPurpose(t(`frame.purpose.${key}`))}>
              {t(`frame.purpose.${key}`)}
            </button>
          ))}
        </div>
        <label className="field">
          <span>{t('frame.purposeLabel')}</span>
          <input value={purpose} onChange={(event) => setPurpose(event.target.value)} required />
        </label>
        <button type="submit" className="btn p big" disabled={purpose.trim() === ''}>
          {t('frame.purposeGo')}
        </button>
      </form>
    </main>
  );
}
