import { useLazyQuery, useQuery } from '@apollo/client/react';
import { CasesDocument, type DiffBitsFragment, type ProtocolSourceInput, TryProtocolDocument } from '@tracewright/api-client';
import { mayOpen, type Role } from '@tracewright/epi-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang, useSession } from '../app/session.js';
import { DiffCounts, DiffList } from '../parts/ContactDiff.js';
import { Problems } from './Problems.js';

const ALL = 'all';

/** What the protocol would change in the contacts of live cases, before anybody makes it active. Nothing is written. */
export function TryPanel({ source, ready }: { readonly source: ProtocolSourceInput; readonly ready: boolean }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { account } = useSession();
  const [caseId, setCaseId] = useState(ALL);
  const [seeing, setSeeing] = useState<DiffBitsFragment | null>(null);
  const { data: cases } = useQuery(CasesDocument, { variables: { first: 200 }, skip: !mayOpen(account.role as Role, 'cases') });
  const [tryOut, { data, loading, error }] = useLazyQuery(TryProtocolDocument, { fetchPolicy: 'no-cache' });
  const outcome = loading ? undefined : data?.tryProtocol;
  const tried = outcome && 'total' in outcome ? outcome : undefined;
  return (
    <section aria-label={t('more.protocols.try')}>
      <form
        className="inline"
        onSubmit={(event) => {
          event.preventDefault();
          // What failed is shown by the hook's own error.
          tryOut({ variables: { source, caseIds: caseId === ALL ? null : [caseId] } }).catch(() => undefined);
        }}
      >
        <label className="inline">
          {t('more.protocols.cases')}
          <select value={caseId} onChange={(event) => setCaseId(event.target.value)}>
            <option value={ALL}>{t('more.protocols.allCases')}</option>
            {cases?.cases.nodes.map((one) => (
              <option key={one.id} value={one.id}>
                #{one.no} {one.person.name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="btn p" disabled={!ready || loading}>
          {t('more.protocols.try')}
        </button>
      </form>
      <div role="status">
        {loading && <p className="muted">{t('more.protocols.trying')}</p>}
        {tried && (
          <p className="inline">
            <b>{tried.tried}</b>
            <DiffCounts diff={tried.total} />
            <span>{t('more.protocols.affected', { n: tried.affected, of: tried.cases.length })}</span>
            <span className="muted">{t('more.protocols.took', { ms: tried.tookMs })}</span>
            {tried.names ? (
              <button type="button" className="btn" disabled={tried.total.changes.length === 0} onClick={() => setSeeing(tried.total)}>
                {t('more.protocols.seeAll')}
              </button>
            ) : (
              <span className="muted">{t('more.protocols.onlyCounts')}</span>
            )}
          </p>
        )}
      </div>
      {error && <p className="late">{error.message}</p>}
      {outcome && 'code' in outcome && <Problems problem={outcome} />}
      {tried && tried.cases.length > 1 && (
        <div className="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('more.protocols.caseColumn')}</th>
                <th scope="col">{t('more.protocols.judgedBy')}</th>
                <th scope="col">{t('more.protocols.changeColumn')}</th>
              </tr>
            </thead>
            <tbody>
              {tried.cases.map((one) => (
                <tr key={one.caseId}>
                  <td>#{one.no}</td>
                  <td className="sub">{one.protocolId}</td>
                  <td>
                    <DiffCounts diff={one.diff} /> {one.noWindow && <span className="warn">{one.noWindow[lang]}</span>}
                    {one.diff.changes.length > 0 && (
                      <button
                        type="button"
                        className="btn small"
                        onClick={() => setSeeing(one.diff)}
                        aria-label={`${t('more.protocols.seeAll')} #${one.no}`}
                      >
                        {t('more.protocols.seeAll')}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {seeing && tried && (
        <DiffList diff={seeing} title={t('more.protocols.whatWould', { id: tried.tried })} onClose={() => setSeeing(null)} />
      )}
    </section>
  );
}
