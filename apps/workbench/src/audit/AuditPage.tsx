import { useQuery } from '@apollo/client/react';
import { AuditDocument } from '@tracewright/api-client';
import { ROLES } from '@tracewright/epi-core';
import { withParams, wordOf } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLang } from '../app/session.js';
import { Loading } from '../parts/Loading.js';
import { When } from '../parts/When.js';

const PAGE = 200;

/** Who did or saw what, the newest first. */
export default function AuditPage() {
  const { t } = useTranslation();
  const lang = useLang();
  const [params, setParams] = useSearchParams();
  const before = params.get('before');
  const variables = { first: PAGE, before: before ? Number(before) : null, who: params.get('who'), subject: params.get('subject') };
  const { data, previousData, error, refetch } = useQuery(AuditDocument, { variables });
  const entries = (data ?? previousData)?.audit;
  const set = (changes: Record<string, string | null>) => setParams((old) => withParams(old, changes), { replace: true });
  if (!entries) return <Loading error={error} again={() => void refetch()} />;
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('frame.desk.audit')}</h1>
        <input
          aria-label={t('more.audit.who')}
          placeholder={t('more.audit.who')}
          value={params.get('who') ?? ''}
          onChange={(event) => set({ who: event.target.value, before: null })}
        />
        <input
          aria-label={t('more.audit.subject')}
          placeholder={t('more.audit.subject')}
          value={params.get('subject') ?? ''}
          onChange={(event) => set({ subject: event.target.value, before: null })}
        />
      </div>
      <table aria-label={t('frame.desk.audit')}>
        <thead>
          <tr>
            {(['seq', 'at', 'who', 'role', 'operation', 'count', 'purpose', 'subjects'] as const).map((column) => (
              <th key={column}>{t(`more.audit.column.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.seq}>
              <td className="num">{entry.seq}</td>
              <td>
                <When at={entry.at} />
              </td>
              <td>{entry.who}</td>
              <td>{wordOf(ROLES, entry.role, lang)}</td>
              <td>{entry.operation}</td>
              <td className="num">{entry.count}</td>
              <td className="sub">{entry.purpose}</td>
              <td className="muted">
                {entry.subjects.slice(0, 3).join(' ')} {entry.subjects.length > 3 && '…'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {entries.length === PAGE && (
        <button type="button" className="btn" onClick={() => set({ before: String(entries.at(-1)?.seq ?? '') })}>
          {t('frame.more')}
        </button>
      )}
    </div>
  );
}
