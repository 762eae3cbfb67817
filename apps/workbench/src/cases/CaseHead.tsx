import type { CaseSheetQuery } from '@tracewright/api-client';
import { CATEGORY_WORDS, markOf, wordOf } from '@tracewright/workbench-model';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '../app/session.js';
import { Mark } from '../parts/marks.js';
import { Clock, When } from '../parts/When.js';
import { SexAge, usePersonName } from '../parts/Who.js';

export type CaseSheetData = NonNullable<CaseSheetQuery['caseSheet']>;

export function CaseHead({ sheet }: { readonly sheet: CaseSheetData }) {
  const { t } = useTranslation();
  const lang = useLang();
  const nameOf = usePersonName();
  const one = sheet.case;
  const open = sheet.questions.filter((question) => question.answered === null);
  const count = (kind: string) => open.filter((question) => question.kind === kind).length;
  return (
    <header className="case-head">
      <div>
        <h1>
          <Mark kind={markOf(null, one.category)} /> {t('cases.caseNo', { no: one.no })}　{nameOf(one.person)}
          {'　'}
          <SexAge person={one.person} />
        </h1>
        <div className="sub">
          {[wordOf(CATEGORY_WORDS, one.category, lang), one.areaName, one.team, one.ownerName].filter(Boolean).join('　')}
        </div>
      </div>
      <Fact label={t('cases.column.onset')}>{one.onsetOn?.slice(5) ?? '—'}</Fact>
      <Fact label={t('cases.column.sample')}>
        <When at={one.firstPositiveSampleAt} />
      </Fact>
      <Fact label={t('cases.column.reported')}>
        <When at={one.reportedAt} />
      </Fact>
      <Fact label={t('cases.isolated')}>
        <When at={one.isolatedAt} />
      </Fact>
      <Fact label={t('cases.protocol')}>{one.protocolId}</Fact>
      <Fact label={t('cases.completeness')}>
        <b>{Math.round(sheet.completeness * 100)}%</b> {t('cases.openCounts', { gaps: count('gap'), conflicts: count('conflict') })}
      </Fact>
      <span className="sp" />
      <Fact label={t('cases.core')}>
        {one.coreReportedAt ? <span className="ok">✓ {t('cases.coreDone')}</span> : <Clock due={one.coreDueAt} since={one.reportedAt} />}
      </Fact>
    </header>
  );
}

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className="fact">
    <span>{label}</span>
    <div>{children}</div>
  </div>
);
