import { useQuery } from '@apollo/client/react';
import { DuplicateEvidenceDocument, type DuplicateEvidenceQuery } from '@tracewright/api-client';
import { type Waterfall, type WaterfallStep, waterfall } from '@tracewright/workbench-model';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export interface EvidenceOfPair {
  readonly evidence: NonNullable<DuplicateEvidenceQuery['duplicateEvidence']>;
  readonly picture: Waterfall;
}

/** In the order in which the table has them, so that its bars hang on each other from row to row. */
const FIELDS: readonly string[] = ['name', 'birth', 'sex', 'document', 'phone', 'address'];

/** What speaks for and against a pair; null until it is told, and for a pair whose people are gone. */
export function useEvidence(pairId: string | undefined): EvidenceOfPair | null {
  const { data } = useQuery(DuplicateEvidenceDocument, { variables: { pairId: pairId ?? '' }, skip: pairId === undefined });
  const evidence = data?.duplicateEvidence;
  return useMemo(() => {
    if (!evidence) return null;
    const fields = [...evidence.fields].sort((a, b) => FIELDS.indexOf(a.part) - FIELDS.indexOf(b.part));
    return { evidence, picture: waterfall({ ...evidence, fields }) };
  }, [evidence]);
}

const signed = (bits: number): string => `${bits > 0 ? '+' : bits < 0 ? '−' : ''}${Math.abs(bits).toFixed(1)}`;

/** One bar of the waterfall, with where nothing speaks for either side and where one person begins. */
export function Bits({ step, picture }: { readonly step: WaterfallStep | undefined; readonly picture: Waterfall }) {
  const { t } = useTranslation();
  if (!step) return null;
  const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
  const kind = step.part === 'total' ? 'total' : step.bits < 0 ? 'against' : 'for';
  return (
    <div className="bits">
      <svg viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
        <line className="even" x1={percent(picture.even)} x2={percent(picture.even)} y1="0" y2="20" />
        <line className="sure" x1={percent(picture.sure)} x2={percent(picture.sure)} y1="0" y2="20" />
        <rect className={kind} x={percent(step.from)} width={percent(Math.max(step.to - step.from, 0.004))} y="5" height="10" />
      </svg>
      <span className="num" title={t('more.duplicates.bits', { bits: signed(step.bits) })}>
        {signed(step.bits)}
      </span>
    </div>
  );
}
