import { dayOf, idRepairs } from '@tracewright/epi-core';
import { useTranslation } from 'react-i18next';
import { useNow, useSession } from '../app/session.js';

/** So many are compared with a document in one look. */
const SHOWN = 5;

/**
 * A resident ID that fails its check: which numbers it may have been meant to be, likeliest first. Whoever types compares and chooses; nothing
 * is corrected by itself.
 */
export function DocumentHint(props: {
  readonly docNo: string | null;
  readonly sex?: string | null;
  readonly onChoose: (number: string) => void;
}) {
  const { docNo, sex = null, onChoose } = props;
  const { t } = useTranslation();
  const { tz } = useSession();
  const today = dayOf(useNow(), tz);
  const repairs = idRepairs(docNo ?? '', { today, sex: sex === 'male' || sex === 'female' ? sex : null });
  if (repairs.length === 0) return null;
  return (
    <p className="warn" role="status">
      {t('cases.docFails', { no: docNo })}{' '}
      {repairs.slice(0, SHOWN).map((number) => (
        <button key={number} type="button" className="link num" onClick={() => onChoose(number)}>
          {number}
        </button>
      ))}
      {repairs.length > SHOWN && ` ${t('cases.docMore', { n: repairs.length - SHOWN })}`}
    </p>
  );
}
