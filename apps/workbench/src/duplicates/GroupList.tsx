import type { DuplicatesQuery } from '@tracewright/api-client';
import { useTranslation } from 'react-i18next';
import { useLang } from '../app/session.js';
import { usePersonName } from '../parts/Who.js';
import type { Group } from './Duplicates.js';

type Queue = DuplicatesQuery['duplicates'];
interface Props {
  readonly queue: Queue;
  readonly at: number;
  readonly history: boolean;
  readonly onChoose: (group: Group) => void;
  readonly onHistory: () => void;
}

/** One entry for each record with those it may be, the dearest mistake first. */
export function GroupList({ queue, at, history, onChoose, onHistory }: Props) {
  const { t } = useTranslation();
  return (
    <section className="pairs" aria-label={t('frame.desk.duplicates')}>
      <div className="column-head row-between">
        <h2>{t('more.duplicates.groups', { n: queue.groupTotal })}</h2>
        <span className="muted">{t('more.duplicates.byCost')}</span>
      </div>
      <ul className="scroll grow">
        {queue.groups.map((one, i) => (
          // Of one record there may be a group that is open and one that was put off.
          <li key={`${one.firstId} ${one.pairs[0]?.id ?? ''}`}>
            <button
              type="button"
              className={i === at ? 'pair sel' : 'pair'}
              aria-pressed={i === at && !history}
              onClick={() => onChoose(one)}
            >
              <Entry group={one} />
            </button>
          </li>
        ))}
      </ul>
      <Today today={queue.today} />
      <button type="button" className="link history" aria-pressed={history} onClick={onHistory}>
        {t('more.duplicates.history')}
      </button>
    </section>
  );
}

function Entry({ group }: { readonly group: Group }) {
  const { t } = useTranslation();
  const lang = useLang();
  const nameOf = usePersonName();
  const { first, pairs, elsewhere, more } = group;
  const [surest, second] = pairs;
  const records = 1 + pairs.length + more;
  const names = [first, ...[surest, second].flatMap((pair) => pair?.people[1] ?? [])].map((person) => nameOf(person));
  return (
    <>
      <b>
        {names.join(' · ')}
        {pairs.length + more > 2 && ` +${pairs.length + more - 2}`}
      </b>
      {surest && (
        <span className="sub">
          {t(`more.duplicates.likelihood.${surest.likelihood}`)} · {t(`more.duplicates.reason.${surest.reason}`)}
          {records > 2 && <b> · {t('more.duplicates.records', { n: records })}</b>}
        </span>
      )}
      {surest && <span className="muted">{surest.mistake[lang]}</span>}
      {elsewhere && (
        <span className="sub">
          {t('more.duplicates.elsewhere.exists')}
          {elsewhere.askedAt && ` · ${t('more.duplicates.elsewhere.waits')}`}
        </span>
      )}
      {pairs.some((pair) => pair.askedAt) && <span className="late">{t('more.duplicates.elsewhere.askedOfYou')}</span>}
      {(elsewhere?.holds || pairs.some((pair) => pair.holds)) && <span className="late">{t('more.duplicates.holds')}</span>}
      {surest?.state === 'LATER' && <span className="muted">{t('more.duplicates.later')}</span>}
    </>
  );
}

/** What the desk decided today, and how quickly. */
function Today({ today }: { readonly today: Queue['today'] }) {
  const { t } = useTranslation();
  const { same, notSame, household, attached, medianSeconds } = today;
  return (
    <footer className="today muted">
      {t('more.duplicates.today', { same, notSame, household, attached })}
      {medianSeconds !== null && <b> {t('more.duplicates.median', { n: Math.round(medianSeconds) })}</b>}
    </footer>
  );
}
