import { useQuery } from '@apollo/client/react';
import { CoreReportDocument } from '@tracewright/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../app/live.js';
import { useLang } from '../app/session.js';
import { CopyText } from '../parts/Copy.js';
import { Loading } from '../parts/Loading.js';

/** The report due four hours after a case is reported; every sentence comes from the graph. */
export function ReportPanel({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const lang = useLang();
  const [wanted, setWanted] = useState(lang);
  const { data, error, refetch } = useQuery(CoreReportDocument, { variables: { caseId }, fetchPolicy: 'network-only' });
  useLive(['cases', 'contacts'], () => void refetch());
  if (!data) return <Loading error={error} again={() => void refetch()} />;
  return (
    <>
      <div className="inline">
        {(['zh', 'en'] as const).map((key) => (
          <button key={key} type="button" className="btn small" aria-pressed={wanted === key} onClick={() => setWanted(key)}>
            {key === 'zh' ? '中文' : 'English'}
          </button>
        ))}
      </div>
      <CopyText text={data.coreReport?.[wanted] ?? ''} label={t('cases.tab.report')} />
    </>
  );
}
