import { useQuery } from '@apollo/client/react';
import { DecideDuplicateDocument, DuplicatesDocument, type DuplicatesQuery } from '@tracewright/api-client';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useCommands } from '../app/commands.js';
import { useLive } from '../app/live.js';
import { useLang } from '../app/session.js';
import { Loading } from '../parts/Loading.js';
import { usePersonName } from '../parts/Who.js';
import { useEvidence } from './Evidence.js';
import { Exposures } from './Exposures.js';
import { Merges } from './Merges.js';
import { SideBySide } from './SideBySide.js';
import './duplicates.css';

export type Pair = DuplicatesQuery['duplicates']['pairs'][number];
const KEYS = { same: '1', 'not-same': '2', later: '3', household: 'H' } as const;
type Decision = keyof typeof KEYS;

/** Two records side by side; the next pair is already loaded. A merge says beforehand what it will do, and can be undone for ever. */
export default function Duplicates() {
  const { t, i18n } = useTranslation();
  const lang = useLang();
  const act = useAct();
  const nameOf = usePersonName();
  const { data, error, refetch } = useQuery(DuplicatesDocument);
  useLive(['duplicates'], () => void refetch());
  const [chosen, setChosen] = useState<string | null>(null);
  const [history, setHistory] = useState(false);
  const [kept, setKept] = useState<{ pairId: string; personId: string } | null>(null);
  const [scored, setScored] = useState(false);
  const pairs = data?.duplicates.pairs ?? [];
  const at = Math.max(
    pairs.findIndex((one) => one.id === chosen),
    0,
  );
  const pair = pairs[at];
  const told = useEvidence(pair?.id);
  // The one after it is asked for as well, so that it is there when this one is decided.
  useEvidence(pairs[at + 1]?.id);
  const shownAt = useRef(0);
  const pairId = pair?.id;
  useEffect(() => {
    if (pairId !== undefined) shownAt.current = Date.now();
  }, [pairId]);
  const keptId = kept !== null && kept.pairId === pair?.id ? kept.personId : null;
  const decide = async (decision: Decision) => {
    if (!pair) return;
    const next = pairs[at + 1] ?? pairs[at - 1];
    const done = await act(
      DecideDuplicateDocument,
      { input: { pairId: pair.id, decision, seconds: (Date.now() - shownAt.current) / 1_000, ...(keptId ? { keptId } : {}) } },
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
    { id: 'score', label: both('more.duplicates.score'), keys: 'S', run: () => setScored(!scored) },
    { id: 'next', label: { zh: '下一组', en: 'Next pair' }, keys: 'J', run: () => setChosen(pairs[at + 1]?.id ?? chosen) },
    { id: 'former', label: { zh: '上一组', en: 'Former pair' }, keys: 'K', run: () => setChosen(pairs[at - 1]?.id ?? chosen) },
  ]);
  if (!data) return <Loading error={error} again={() => void refetch()} />;
  return (
    <div className="duplicates">
      <section className="pairs" aria-label={t('frame.desk.duplicates')}>
        <div className="column-head row-between">
          <h2>{t('more.duplicates.pairs', { n: data.duplicates.total })}</h2>
          <span className="muted">{t('more.duplicates.byCost')}</span>
        </div>
        <ul className="scroll grow">
          {pairs.map((one, i) => (
            <li key={one.id}>
              <button type="button" className={i === at ? 'pair sel' : 'pair'} aria-pressed={i === at} onClick={() => setChosen(one.id)}>
                <b>{one.people.map((person) => nameOf(person)).join(' · ')}</b>
                <span className="sub">
                  {t(`more.duplicates.likelihood.${one.likelihood}`)} · {t(`more.duplicates.reason.${one.reason}`)}
                </span>
                <span className="muted">{one.mistake[lang]}</span>
                {one.holds && <span className="late">{t('more.duplicates.holds')}</span>}
                {one.state === 'LATER' && <span className="muted">{t('more.duplicates.later')}</span>}
              </button>
            </li>
          ))}
        </ul>
        <Today today={data.duplicates.today} />
        <button type="button" className="link history" aria-pressed={history} onClick={() => setHistory(!history)}>
          {t('more.duplicates.history')}
        </button>
      </section>
      <section className="compare">
        {history && <Merges />}
        {!history && pair && (
          <>
            <SideBySide
              pair={pair}
              keptId={keptId}
              onKeep={(personId) => setKept({ pairId: pair.id, personId })}
              told={told}
              scored={scored}
            />
            {told && <Exposures pair={pair} told={told} />}
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
              <button type="button" className="btn" aria-pressed={scored} onClick={() => setScored(!scored)}>
                <kbd>S</kbd> {t('more.duplicates.score')}
              </button>
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

/** What the desk decided today, and how quickly. */
function Today({ today }: { readonly today: DuplicatesQuery['duplicates']['today'] }) {
  const { t } = useTranslation();
  const { same, notSame, household, attached, medianSeconds } = today;
  return (
    <footer className="today muted">
      {t('more.duplicates.today', { same, notSame, household, attached })}
      {medianSeconds !== null && <b> {t('more.duplicates.median', { n: Math.round(medianSeconds) })}</b>}
    </footer>
  );
}
