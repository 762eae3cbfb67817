import { SignInDocument } from '@tracewright/api-client';
import { ROLES } from '@tracewright/epi-core';
import { wordOf } from '@tracewright/workbench-model';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useLang } from '../app/session.js';
import { chooseLanguage } from '../words/start-words.js';

interface DemoAccount {
  readonly login: string;
  readonly password: string;
  readonly role: string;
  readonly name?: string;
}

export function SignIn({ demo, onSignedIn }: { readonly demo: boolean; readonly onSignedIn: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const lang = useLang();
  const act = useAct();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);
  const signIn = async (as: { login: string; password: string }) => {
    setBusy(true);
    setWrong('');
    const signedIn = await act(SignInDocument, as, {
      onRefused: ({ message }) => {
        setWrong(message);
        return true;
      },
    });
    if (signedIn) await onSignedIn();
    setBusy(false);
  };
  return (
    <main className="sign-in">
      <form
        className="panel"
        onSubmit={(event) => {
          event.preventDefault();
          void signIn({ login: login.trim(), password });
        }}
      >
        <div className="row-between">
          <h1>
            追迹 <small>Tracewright</small>
          </h1>
          <button
            type="button"
            className="plain"
            aria-label={t('frame.switchLanguage')}
            onClick={() => chooseLanguage(lang === 'zh' ? 'en' : 'zh')}
          >
            {lang === 'zh' ? 'English' : '中文'}
          </button>
        </div>
        <label className="field">
          <span>{t('frame.login')}</span>
          <input name="login" autoComplete="username" required value={login} onChange={(event) => setLogin(event.target.value)} />
        </label>
        <label className="field">
          <span>{t('frame.password')}</span>
          <input
            name="password"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        {wrong && (
          <p className="late" role="alert">
            {wrong}
          </p>
        )}
        <button type="submit" className="btn p big" disabled={busy}>
          {t('frame.signIn')}
        </button>
      </form>
      {demo && <DemoAccounts onChoose={signIn} disabled={busy} />}
    </main>
  );
}

function DemoAccounts({ onChoose, disabled }: { readonly onChoose: (account: DemoAccount) => void; readonly disabled: boolean }) {
  const { t } = useTranslation();
  const lang = useLang();
  const [accounts, setAccounts] = useState<readonly DemoAccount[]>([]);
  useEffect(() => {
    let gone = false;
    fetch('/demo-accounts')
      .then((answer) => (answer.ok ? (answer.json() as Promise<DemoAccount[]>) : []))
      .then((all) => !gone && setAccounts(all))
      .catch(() => {});
    return () => {
      gone = true;
    };
  }, []);
  const roles = [...new Set(accounts.map((account) => account.role))];
  return (
    <section className="panel demo-accounts" aria-label={t('frame.demoAccounts')}>
      <h2>{t('frame.demoAccounts')}</h2>
      <p className="muted">{t('frame.demoAccountsHint')}</p>
      {roles.map((role) => (
        <div key={role} className="demo-role">
          <span className="sub">{wordOf(ROLES, role, lang)}</span>
          <span className="demo-logins">
            {accounts
              .filter((account) => account.role === role)
              .map((account) => (
                <button key={account.login} type="button" className="btn small" disabled={disabled} onClick={() => onChoose(account)}>
                  {account.login}
                </button>
              ))}
          </span>
        </div>
      ))}
    </section>
  );
}
