import { useQuery } from '@apollo/client/react';
import { TriedCasesDocument, TriedPeopleDocument, type TryBitsFragment } from '@tracewright/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '../app/session.js';
import { ChangeTable, DiffCounts } from '../parts/ContactDiff.js';
import { Dialog } from '../parts/Dialog.js';
import { Loading } from '../parts/Loading.js';

/** Rows of a page, as the server cuts them. */
const PAGE = 50;

interface PagerProps {
  readonly from: number;
  readonly total: number;
  readonly onFrom: (from: number) => void;
}

function Pager({ from, total, onFrom }: PagerProps) {
  const { t } = useTranslation();
  if (total <= PAGE) return null;
  return (
    <p className="inline">
      <button type="button" className="btn small" disabled={from === 0} onClick={() => onFrom(from - PAGE)}>
        {t('protocols.previous')}
      </button>
      <span className="num">{t('protocols.page', { from: from + 1, to: Math.min(from + PAGE, total), total })}</span>
      <button type="button" className="btn small" disabled={from + PAGE >= total} onClick={() => onFrom(from + PAGE)}>
        {t('protocols.next')}
      </button>
    </p>
  );
}

/** Cases that a try touches, a page at a time. */
export function TriedCases({ tried }: { readonly tried: TryBitsFragment }) {
  const { t } = useTranslation();
  const lang = useLang();
  const [from, setFrom] = useState(0);
  const [seeing, setSeeing] = useState<string | null>(null);
  const { data } = useQuery(TriedCasesDocument, { variables: { id: tried.id, from }, fetchPolicy: 'no-cache' });
  if (!data || data.triedCases.total === 0) return null;
  const { rows, total } = data.triedCases;
  return (
    <>
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
            {rows.map((one) => (
              <tr key={one.caseId}>
                <td>#{one.no}</td>
                <td className="sub">{one.protocolId}</td>
                <td>
                  <DiffCounts diff={one.counts} /> {one.noWindow && <span className="warn">{one.noWindow[lang]}</span>}
                  {tried.names && (
                    <button
                      type="button"
                      className="btn small"
                      onClick={() => setSeeing(one.caseId)}
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
      <Pager from={from} total={total} onFrom={setFrom} />
      {seeing && <TriedPeople tried={tried} caseId={seeing} onClose={() => setSeeing(null)} />}
    </>
  );
}

interface PeopleProps {
  readonly tried: TryBitsFragment;
  /** Null: over all cases, each person once. */
  readonly caseId: string | null;
  readonly onClose: () => void;
}

export function TriedPeople({ tried, caseId, onClose }: PeopleProps) {
  const { t } = useTranslation();
  const [from, setFrom] = useState(0);
  const { data, error, refetch } = useQuery(TriedPeopleDocument, { variables: { id: tried.id, caseId, from }, fetchPolicy: 'no-cache' });
  return (
    <Dialog
      title={t('more.protocols.whatWould', { id: tried.tried })}
      wide
      onClose={onClose}
      onSubmit={onClose}
      footer={
        <button type="submit" className="btn p" data-first="">
          {t('frame.close')}
        </button>
      }
    >
      {data ? <ChangeTable changes={data.triedPeople.rows} /> : <Loading error={error} again={() => void refetch()} />}
      <Pager from={from} total={data?.triedPeople.total ?? 0} onFrom={setFrom} />
    </Dialog>
  );
}
