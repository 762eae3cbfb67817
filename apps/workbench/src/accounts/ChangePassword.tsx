import { ChangePasswordDocument } from '@tracewright/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../app/act.js';
import { useSession } from '../app/session.js';

/** One's own password; `due` when the one in use works only once. */
export function ChangePassword({ due }: { readonly due?: boolean }) {
  const { t } = useTranslation();
  const { refresh } = useSession();
  const act = useAct();
  const navigate = useNavigate();
  const [former, setFormer] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const differs = again !== '' && next !== again;
  const change = async () => {
    if (!(await act(ChangePasswordDocument, { former, next }, { done: t('frame.passwordChanged') }))) return;
    await refresh();
    navigate('/');
  };
  const field = (label: string, value: string, set: (value: string) => void, autoComplete: string) => (
    <label className="field">
      <span>{label}</span>
      <input type="password" value={value} onChange={(event) => set(event.target.value)} required autoComplete={autoComplete} />
    </label>
  );
  return (
    <main className="sign-in">
      <form
        className="panel"
        onSubmit={(event) => {
          event.preventDefault();
          if (!differs) void change();
        }}
      >
        <h1>{t('frame.changePassword')}</h1>
        {due && <p className="sub">{t('frame.passwordDue')}</p>}
        {field(t('frame.formerPassword'), former, setFormer, 'current-password')}
        {field(t('frame.newPassword'), next, setNext, 'new-password')}
        {field(t('frame.newPasswordAgain'), again, setAgain, 'new-password')}
        {differs && <p className="late">{t('frame.passwordsDiffer')}</p>}
        <button type="submit" className="btn p big" disabled={differs || next === ''}>
          {t('frame.changePassword')}
        </button>
      </form>
    </main>
  );
}
