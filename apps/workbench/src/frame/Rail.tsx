import type { CountsQuery } from '@tracewright/api-client';
import { dayOf, ROLES } from '@tracewright/epi-core';
import { dayAndTime, railOf, weekday, wordOf } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useLang, useNow, useSession } from '../app/session.js';

/** What the role uses, with the day's count beside each. */
export function Rail({ counts }: { readonly counts: CountsQuery['counts'] | undefined }) {
  const { t } = useTranslation();
  const { account, tz } = useSession();
  const lang = useLang();
  const now = useNow();
  return (
    <nav className="rail" aria-label={t('frame.desks')}>
      <div className="brand">
        追迹 <small>Tracewright</small>
      </div>
      {railOf(account.role).map((entry) => {
        const count = entry.count && counts ? counts[entry.count] : undefined;
        const late = entry.id === 'tasks' && counts && counts.overdue > 0;
        return (
          <NavLink key={entry.id} to={entry.path} className={({ isActive }) => (isActive ? 'on' : '')}>
            <span>{t(`frame.desk.${entry.id}`)}</span>
            {count !== undefined && count > 0 && <i className={late ? 'late' : ''}>{count.toLocaleString()}</i>}
          </NavLink>
        );
      })}
      <div className="foot">
        <b>{account.name}</b>
        <span>
          {account.areaName} · {wordOf(ROLES, account.role, lang)}
        </span>
        <span>
          {dayOf(now, tz).slice(5)} {weekday(dayOf(now, tz), lang)} {dayAndTime(new Date(now).toISOString(), tz).slice(6)}
        </span>
      </div>
    </nav>
  );
}
