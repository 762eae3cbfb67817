import { useQuery } from '@apollo/client/react';
import { CoreReportDocument, FileCoreReportDocument } from '@tracewright/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useLive } from '../app/live.js';
import { useLang } from '../app/session.js';
import { CopyText } from '../parts/Copy.js';
import { Loading } from '../parts/Loading.js';
import { When } from '../parts/When.js';
import type { CaseSheetData } from './CaseHead.js';

interface Props {
  readonly one: CaseSheetData['case'];
  readonly onChanged: () => void;
  readonly editable: boolean;
}

/** The report due four hours after a case is reported; every sentence comes from the graph. Filing it stops the clock. */
export function ReportPanel({ one, onChanged, editable }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const act = useAct();
  const [wanted, setWanted] = useState(lang);
  const { data, error, refetch } = useQuery(CoreReportDocument, { variables: { caseId: one.id }, fetchPolicy: 'network-only' });
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
      {one.coreReportedAt ? (
        <p className="ok">
          ✓ {t('cases.coreFiled')} <When at={one.coreReportedAt} />
        </p>
      ) : (
        editable && (
          <button
            type="button"
            className="btn"
            onClick={() => void act(FileCoreReportDocument, { caseId: one.id }).then((done) => done && onChanged())}
          >
            {t('cases.fileCore')}
          </button>
        )
      )}
    </>
  );
}
