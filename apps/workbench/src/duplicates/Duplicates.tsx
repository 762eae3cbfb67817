import { useQuery } from '@apollo/client/react';
import { DecideDuplicateDocument, DuplicatesDocument, type DuplicatesQuery } from '@tracewright/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useCommands } from '../app/commands.js';
import { useLive } from '../app/live.js';
import { useLang } from '../app/session.js';
import { Loading } from '../parts/Loading.js';
import { usePersonName } from '../parts/Who.js';
import { Merges } from './Merges.js';
import { SideBySide } from './SideBySide.js';
import './duplicates.css';

export type Pair = DuplicatesQuery['duplicates'][number];
const KEYS = { same: '1', 'not-same': '2', later: '3', household: 'H' } as const;
type Decision = keyof typeof KEYS;

/** Two records side by side; the next pair is already loaded. A merge says beforehand what it will do, and can be undone for ever. */
export default function Duplicates() {
  const { t, i18n } = useTranslation();
  const lang = useLang();
  const act = useAct();
  const nameOf = usePersonName();
  const { data, error, refetch } = useQuery(DuplicatesDocument, { variables: { state: null } });
  useLive(['duplicates'], () => void refetch());
  const [chosen, setChosen] = useState<string | null>(null);
  const [history, setHistory] = useState(false);
  const [kept, setKept] = useState<{ pairId: string; personId: string } | null>(null);
  const pairs = (data?.duplicates ?? []).filter((pair) => pair.state === 'OPEN' || pair.state === 'LATER');
  const at = Math.max(
    pairs.findIndex((one) => one.id === chosen),
    0,
  );
  const pair = pairs[at];
  const keptId = kept !== null && kept.pairId === pair?.id ? kept.personId : null;
  const decide = async (decision: Decision) => {
    if (!pair) return;
    const next = pairs[at + 1] ?? pairs[at - 1];
    const done = await act(
      DecideDuplicateDocument,
      { input: { pairId: pair.id, decision, ...(keptId ? { keptId } : {}) } },
      { topics: ['duplicates', 'contacts'], done: t(`more.duplicates.done.${decision}`) },
    );
    if (done) setChosen(next?.id ?? null);
  };
  const both = (key: string) => ({ zh: i18n.getFixedT('zh')(key), en: i18n.getFixedT('en')(key) });
  useCommands([
    ...(Object.keys(KEYS) as Decision[]).map((decision) => ({
      id: decision,
      label: both(`more.duplicates.${decision}`),
      keys: KEYS[decision],
      when: () => pair !== undefined,
      run: () => void decide(decision),
    })),
    { id: 'next', label: { zh: '下一组', en: 'Next pair' }, keys: 'J', run: () => setChosen(pairs[at + 1]?.id ?? chosen) },
    { id: 'former', label: { zh: '上一组', en: 'Former pair' }, keys: 'K', run: () => setChosen(pairs[at - 1]?.id ?? chosen) },
  ]);
  if (!data) return <Loading error={error} again={() => void refetch()} />;
  return (
    <div className="duplicates">
      <section className="pairs" aria-label={t('frame.desk.duplicates')}>
        <div className="column-head row-between">
          <h2>{t('more.duplicates.pairs', { n: pairs.length })}</h2>
          <button type="button" className="link" onClick={() => setHistory(!history)}>
            {t('more.duplicates.history')}
          </button>
        </div>
        <ul className="scroll grow">
          {pairs.map((one, i) => (
            <li key={one.id}>
              <button type="button" className={i === at ? 'pair sel' : 'pair'} aria-pressed={i === at} onClick={() => setChosen(one.id)}>
                <b>{one.people.map((person) => nameOf(person)).join(' · ')}</b>
                <span className="sub">
                  {t(`more.duplicates.reason.${one.reason}`, { defaultValue: one.reason })} ·{' '}
                  {t(`more.duplicates.likelihood.${one.likelihood}`, { defaultValue: one.likelihood })}
                </span>
                {one.holds && <span className="late">{t('more.duplicates.holds')}</span>}
                {one.state === 'LATER' && <span className="muted">{t('more.duplicates.later')}</span>}
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section className="compare">
        {history && <Merges />}
        {!history && pair && (
          <>
            <SideBySide pair={pair} keptId={keptId} onKeep={(personId) => setKept({ pairId: pair.id, personId })} />
            <div className="merge-will">
              <h2>{t('more.duplicates.mergeWill')}</h2>
              <ul>
                {pair.mergeWill.map((words) => (
                  <li key={words.en}>{words[lang]}</li>
                ))}
              </ul>
            </div>
            <footer className="tray">
              {(Object.keys(KEYS) as Decision[]).map((decision) => (
                <button
                  key={decision}
                  type="button"
                  className={decision === 'same' ? 'btn p' : 'btn'}
                  onClick={() => void decide(decision)}
                >
                  <kbd>{KEYS[decision]}</kbd> {t(`more.duplicates.${decision}`)}
                </button>
              ))}
              <span className="sp" />
              <span className="muted">{t('more.duplicates.kept')}</span>
            </footer>
          </>
        )}
        {!history && !pair && <p className="quiet">{t('more.duplicates.none')}</p>}
      </section>
    </div>
  );
}
