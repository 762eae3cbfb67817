import { useQuery } from '@apollo/client/react';
import {
  AccountsDocument,
  type AccountsQuery,
  ExpireAccountDocument,
  LockAccountDocument,
  ResetPasswordDocument,
  UnlockAccountDocument,
} from '@tracewright/api-client';
import { formatInstant, parseTypedTime, ROLES } from '@tracewright/epi-core';
import { wordOf } from '@tracewright/workbench-model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useLive } from '../app/live.js';
import { useLang, useNow, useSession } from '../app/session.js';
import { useAsk } from '../parts/Ask.js';
import { CopyText } from '../parts/Copy.js';
import { Loading } from '../parts/Loading.js';
import { useSay } from '../parts/Toasts.js';
import { When } from '../parts/When.js';
import { NewAccount } from './NewAccount.js';

type Account = AccountsQuery['accounts'][number];

/** Who may sign in; a lock ends every open sign-in at once. */
export default function AccountsPage() {
  const { t } = useTranslation();
  const lang = useLang();
  const [making, setMaking] = useState(false);
  const [password, setPassword] = useState<{ login: string; password: string } | null>(null);
  const { data, error, refetch } = useQuery(AccountsDocument);
  useLive(['accounts'], () => void refetch());
  if (!data) return <Loading error={error} again={() => void refetch()} />;
  return (
    <div className="page">
      <div className="page-head">
        <h1>
          {t('frame.desk.accounts')} <small>{data.accounts.length}</small>
        </h1>
        <span className="sp" />
        <button type="button" className="btn p" onClick={() => setMaking(true)}>
          {t('more.accounts.new')}
        </button>
      </div>
      {password && (
        <section className="panel" role="status">
          <p>{t('more.accounts.oneTime', { login: password.login })}</p>
          <CopyText text={password.password} label={t('frame.password')} />
        </section>
      )}
      <table aria-label={t('frame.desk.accounts')}>
        <thead>
          <tr>
            {(['login', 'name', 'role', 'area', 'state', 'expires', 'steps'] as const).map((column) => (
              <th key={column}>{t(`more.accounts.column.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.accounts.map((account) => (
            <tr key={account.id}>
              <td>
                <b>{account.login}</b>
              </td>
              <td>{account.name}</td>
              <td>{wordOf(ROLES, account.role, lang)}</td>
              <td>{account.areaName}</td>
              <td>
                {account.lockedAt ? (
                  <span className="late">{t('more.accounts.locked')}</span>
                ) : account.mustChange ? (
                  <span className="warn">{t('more.accounts.mustChange')}</span>
                ) : (
                  <span className="ok">✓</span>
                )}
              </td>
              <td>
                <When at={account.expiresAt} />
              </td>
              <td>
                <AccountSteps account={account} onPassword={(next) => setPassword({ login: account.login, password: next })} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {making && <NewAccount vehicles={data.vehicles} sites={data.sites} onClose={() => setMaking(false)} onMade={setPassword} />}
    </div>
  );
}

function AccountSteps({ account, onPassword }: { readonly account: Account; readonly onPassword: (password: string) => void }) {
  const { t } = useTranslation();
  const act = useAct();
  const ask = useAsk();
  const say = useSay();
  const now = useNow();
  const { tz } = useSession();
  const topics = ['accounts'] as const;
  const lock = async () => {
    if ((await ask({ title: t('more.accounts.lockTitle', { login: account.login }), ok: t('more.accounts.lock'), danger: true })) !== null)
      await act(LockAccountDocument, { id: account.id }, { topics });
  };
  const reset = async () => {
    if ((await ask({ title: t('more.accounts.resetTitle', { login: account.login }), ok: t('more.accounts.reset') })) === null) return;
    const made = await act(ResetPasswordDocument, { id: account.id }, { topics });
    if (made && 'password' in made) onPassword(made.password);
  };
  const expire = async () => {
    const text = await ask({
      title: t('more.accounts.expireTitle', { login: account.login }),
      reason: t('more.accounts.expireHint'),
      optional: true,
      ok: t('frame.save'),
    });
    if (text === null) return;
    const read = text === '' ? null : parseTypedTime(/\d{4}-\d{2}-\d{2}$/.test(text) ? `${text} 0:00` : text, { now, tz });
    if (read !== null && read.kind !== 'understood') return say('problem', t('more.accounts.expireHint'));
    await act(ExpireAccountDocument, { id: account.id, at: read === null ? null : formatInstant(read.instant, tz) }, { topics });
  };
  return (
    <span className="inline">
      {account.lockedAt ? (
        <button type="button" className="link" onClick={() => void act(UnlockAccountDocument, { id: account.id }, { topics })}>
          {t('more.accounts.unlock')}
        </button>
      ) : (
        <button type="button" className="link" onClick={() => void lock()}>
          {t('more.accounts.lock')}
        </button>
      )}
      <button type="button" className="link" onClick={() => void reset()}>
        {t('more.accounts.reset')}
      </button>
      <button type="button" className="link" onClick={() => void expire()}>
        {t('more.accounts.expire')}
      </button>
    </span>
  );
}
