import { useQuery } from '@apollo/client/react';
import { CountsDocument } from '@tracewright/api-client';
import { type Command, onPhone, railOf } from '@tracewright/workbench-model';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { useCommands } from '../app/commands.js';
import { useChanges, useLive } from '../app/live.js';
import { useLang, useSession } from '../app/session.js';
import { switchTheme } from '../app/theme.js';
import { chooseLanguage } from '../words/start-words.js';
import { DemoBanner } from './DemoBanner.js';
import { Header } from './Header.js';
import { KeySheet } from './KeySheet.js';
import { Palette } from './Palette.js';
import { Rail } from './Rail.js';
import { useSignOut } from './use-sign-out.js';

const ALL_TOPICS = ['cases', 'contacts', 'pushes', 'transfer', 'duplicates', 'notices', 'tasks'] as const;

/** Rail, header and the screen; palette and key sheet above them. */
export function Frame({ children }: { readonly children: ReactNode }) {
  useChanges();
  const { account } = useSession();
  const { data, refetch } = useQuery(CountsDocument);
  useLive(ALL_TOPICS, () => void refetch());
  const [open, setOpen] = useState<'palette' | 'keys' | 'rail' | null>(null);
  const { pathname } = useLocation();
  useEffect(() => setOpen((now) => (now === 'rail' && pathname ? null : now)), [pathname]);
  useCommands(useFrameCommands(setOpen));
  const counts = data?.counts;
  return (
    <div className={`app ${onPhone(account.role) ? 'handheld' : ''} ${open === 'rail' ? 'rail-open' : ''}`}>
      <Rail counts={counts} />
      <Header counts={counts} onSearch={() => setOpen('palette')} onMenu={() => setOpen(open === 'rail' ? null : 'rail')} />
      <main className="screen">
        <DemoBanner />
        <div className="screen-body">{children}</div>
      </main>
      {open === 'palette' && <Palette onClose={() => setOpen(null)} />}
      {open === 'keys' && <KeySheet onClose={() => setOpen(null)} />}
    </div>
  );
}

function useFrameCommands(setOpen: (what: 'palette' | 'keys' | null) => void): Command[] {
  const { account } = useSession();
  const { i18n } = useTranslation();
  const navigate = useNavigate();
  const lang = useLang();
  const signOut = useSignOut();
  const both = (key: string) => ({ zh: i18n.getFixedT('zh')(key), en: i18n.getFixedT('en')(key) });
  const go = railOf(account.role).map(
    (entry, i): Command => ({
      id: `go-${entry.id}`,
      label: both(`frame.desk.${entry.id}`),
      keys: `Alt+${i + 1}`,
      run: () => navigate(entry.path),
    }),
  );
  return [
    { id: 'palette', label: both('frame.search'), keys: 'Ctrl+K', run: () => setOpen('palette') },
    { id: 'keys', label: both('frame.keys'), keys: '?', run: () => setOpen('keys') },
    ...go,
    { id: 'language', label: both('frame.switchLanguage'), run: () => chooseLanguage(lang === 'zh' ? 'en' : 'zh') },
    { id: 'theme', label: both('frame.switchTheme'), run: switchTheme },
    { id: 'password', label: both('frame.changePassword'), run: () => navigate('/password') },
    { id: 'sign-out', label: both('frame.signOut'), run: signOut },
  ];
}
