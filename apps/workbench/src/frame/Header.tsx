import type { CountsQuery } from '@tracewright/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang, useSession } from '../app/session.js';
import { switchTheme } from '../app/theme.js';
import { chooseLanguage } from '../words/start-words.js';
import { Notices } from './Notices.js';
import { useSignOut } from './use-sign-out.js';

interface Props {
  readonly counts: CountsQuery['counts'] | undefined;
  readonly onSearch: () => void;
  readonly onMenu: () => void;
}

export function Header({ counts, onSearch, onMenu }: Props) {
  const { t } = useTranslation();
  const { account } = useSession();
  const lang = useLang();
  const signOut = useSignOut();
  const [notices, setNotices] = useState(false);
  return (
    <header className="top">
      <button type="button" className="plain menu" aria-label={t('frame.desks')} onClick={onMenu}>
        ☰
      </button>
      <b className="area">{account.areaName}</b>
      <button type="button" className="search" onClick={onSearch} aria-label={t('frame.search')}>
        <span>{t('frame.searchHint')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <span className="sp" />
      {counts !== undefined && counts.overdue > 0 && (
        <span className="late overdue">
          <span className="dot-late" aria-hidden="true" /> {t('frame.overdue', { n: counts.overdue })}
        </span>
      )}
      <button type="button" className="plain" aria-label={t('frame.notices')} onClick={() => setNotices(!notices)}>
        <Bell /> {counts !== undefined && counts.notices > 0 && <b className="late">{counts.notices}</b>}
      </button>
      <button
        type="button"
        className="plain"
        aria-label={t('frame.switchLanguage')}
        onClick={() => chooseLanguage(lang === 'zh' ? 'en' : 'zh')}
      >
        <span className={lang === 'zh' ? '' : 'muted'}>中</span> / <span className={lang === 'en' ? '' : 'muted'}>EN</span>
      </button>
      <button type="button" className="plain" aria-label={t('frame.switchTheme')} onClick={switchTheme}>
        ◐
      </button>
      <button type="button" className="plain sign-out" onClick={signOut}>
        {t('frame.signOut')}
      </button>
      {notices && <Notices onClose={() => setNotices(false)} />}
    </header>
  );
}

const Bell = () => (
  <svg width="14" height="15" viewBox="0 0 14 15" fill="none" stroke="currentColor" strokeWidth="1.4" aria-hidden="true">
    <path d="M2 11h10M3 11V6.5a4 4 0 0 1 8 0V11M5.8 13.2h2.4" strokeLinecap="round" />
  </svg>
);
