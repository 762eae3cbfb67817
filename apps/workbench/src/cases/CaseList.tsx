import { useQuery } from '@apollo/client/react';
import { CasesDocument } from '@tracewright/api-client';
import { CATEGORY_WORDS, withParams } from '@tracewright/workbench-model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useCommands } from '../app/commands.js';
import { useLive } from '../app/live.js';
import { useLang, useSession } from '../app/session.js';
import { Loading } from '../parts/Loading.js';
import { CategoryMark } from '../parts/marks.js';
import { SearchField } from '../parts/SearchField.js';
import { Clock, useLate, When } from '../parts/When.js';
import { Who } from '../parts/Who.js';
import { NewCase } from './NewCase.js';
import './case-desk.css';

const PAGE = 100;

/** Cases of the area, the newest first; the clock of the core report beside those that lack it. */
export default function CaseList() {
  const { t, i18n } = useTranslation();
  const lang = useLang();
  const late = useLate();
  const navigate = useNavigate();
  const { account } = useSession();
  const [params, setParams] = useSearchParams();
  const [creating, setCreating] = useState(false);
  const [text, category] = [params.get('text') ?? '', params.get('category') ?? ''];
  const variables = { first: PAGE, text: text || null, category: category || null };
  const { data, previousData, error, refetch, fetchMore } = useQuery(CasesDocument, { variables });
  useLive(['cases', 'contacts'], () => void refetch());
  const tracer = account.role === 'tracer';
  useCommands([
    {
      id: 'new-case',
      label: { zh: i18n.getFixedT('zh')('cases.new'), en: i18n.getFixedT('en')('cases.new') },
      keys: 'N',
      when: () => tracer,
      run: () => setCreating(true),
    },
  ]);
  // The former list stays while the next is on its way: the field somebody types in is not taken from under the hands.
  const cases = (data ?? previousData)?.cases;
  if (!cases) return <Loading error={error} again={() => void refetch()} />;
  const { nodes, total, next } = cases;
  const set = (changes: Record<string, string>) => setParams(withParams(params, changes), { replace: true });
  const more = () =>
    fetchMore({
      variables: { ...variables, after: next },
      updateQuery: (old, { fetchMoreResult }) => ({
        cases: { ...fetchMoreResult.cases, nodes: [...old.cases.nodes, ...fetchMoreResult.cases.nodes] },
      }),
    });
  return (
    <div className="page">
      <div className="page-head">
        <h1>
          {t('frame.desk.cases')} <small>{total}</small>
        </h1>
        <SearchField label={t('cases.find')} value={text} onSearch={(wanted) => set({ text: wanted })} />
        <select aria-label={t('cases.category')} value={category} onChange={(event) => set({ category: event.target.value })}>
          <option value="">{t('frame.all')}</option>
          {Object.entries(CATEGORY_WORDS).map(([key, words]) => (
            <option key={key} value={key}>
              {words[lang]}
            </option>
          ))}
        </select>
        <span className="sp" />
        {tracer && (
          <button type="button" className="btn p" onClick={() => setCreating(true)}>
            {t('cases.new')} <kbd>N</kbd>
          </button>
        )}
      </div>
      <table className="case-list" aria-label={t('frame.desk.cases')}>
        <thead>
          <tr>
            {(['no', 'person', 'category', 'onset', 'sample', 'reported', 'area', 'team', 'contacts', 'possible', 'core'] as const).map(
              (key) => (
                <th key={key}>{t(`cases.column.${key}`)}</th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {nodes.map((one) => {
            const open = () => navigate(`/cases/${one.id}`);
            const overdue = one.coreReportedAt === null && late(one.coreDueAt);
            return (
              <tr
                key={one.id}
                tabIndex={0}
                className={overdue ? 'overdue' : ''}
                onClick={open}
                onKeyDown={(event) => event.key === 'Enter' && open()}
              >
                <td>
                  <b>{one.no}</b>
                </td>
                <td>
                  <Who person={one.person} />
                </td>
                <td>
                  <CategoryMark category={one.category} />
                </td>
                <td>{one.onsetOn?.slice(5) ?? '—'}</td>
                <td>
                  <When at={one.firstPositiveSampleAt} />
                </td>
                <td>
                  <When at={one.reportedAt} />
                </td>
                <td>{one.areaName}</td>
                <td>{one.team}</td>
                <td className="num">{one.contacts}</td>
                <td className="num">{one.possible || '—'}</td>
                <td>{one.coreReportedAt ? <span className="ok">✓</span> : <Clock due={one.coreDueAt} since={one.reportedAt} />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {nodes.length === 0 && <p className="quiet">{t('cases.nobody')}</p>}
      {next && (
        <button type="button" className="btn" onClick={() => void more()}>
          {t('frame.more')}
        </button>
      )}
      {creating && <NewCase onClose={() => setCreating(false)} onMade={(id) => navigate(`/cases/${id}`)} />}
    </div>
  );
}
