import { useQuery } from '@apollo/client/react';
import { CancelImportDocument, ImportsDocument } from '@tracewright/api-client';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useLive } from '../app/live.js';
import { When } from '../parts/When.js';

/** What was brought in, how far it is, and the rows to mend. */
export function ImportList() {
  const { t } = useTranslation();
  const act = useAct();
  const { data, refetch } = useQuery(ImportsDocument, { pollInterval: 5_000 });
  useLive(['imports'], () => void refetch());
  return (
    <section className="panel" aria-label={t('more.import.list')}>
      <h2>{t('more.import.list')}</h2>
      <table>
        <tbody>
          {data?.imports.map((one) => (
            <tr key={one.id}>
              <td>
                <b>{one.fileName}</b>{' '}
                <span className="sub">
                  {t(`more.import.kind.${one.kind}`, { defaultValue: one.kind })} · {one.source}
                </span>
              </td>
              <td>
                {t(`more.import.state.${one.state}`, { defaultValue: one.state })}{' '}
                <progress max={one.rows || 1} value={one.state === 'DONE' ? one.rows || 1 : one.doneRows} aria-label={one.fileName} />{' '}
                <span className="num">
                  {one.doneRows}/{one.rows}
                </span>
              </td>
              <td className="sub num">
                +{one.inserted} ~{one.updated} ={one.unchanged} <span className={one.rejected > 0 ? 'late' : ''}>✕{one.rejected}</span>
              </td>
              <td className="late">{one.message}</td>
              <td>
                <When at={one.at} />
              </td>
              <td className="right">
                {one.hasErrors && (
                  <a className="btn small" href={`/imports/${one.id}/errors`} download>
                    {t('more.import.errors')}
                  </a>
                )}
                {(one.state === 'RUNNING' || one.state === 'WAITING') && (
                  <button
                    type="button"
                    className="btn small"
                    onClick={() => void act(CancelImportDocument, { id: one.id }, { topics: ['imports'] })}
                  >
                    {t('frame.cancel')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {data?.imports.length === 0 && <p className="quiet">{t('more.import.none')}</p>}
    </section>
  );
}
