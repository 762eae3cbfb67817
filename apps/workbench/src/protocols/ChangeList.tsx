import { changeKey, draftDiff, type FieldChange, type Json } from '@tracewright/workbench-model';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from './field-words.js';

interface Props {
  readonly was: Json;
  readonly now: Json;
  readonly onGo?: (change: FieldChange) => void;
}

/** Where a field stands, in words: `rule DINING › without a break › at least`. */
function usePlace() {
  const { t } = useTranslation();
  const { label } = useFieldWords();
  return ({ path, rule }: FieldChange): string =>
    path
      .flatMap((key, i) => {
        if (i === 0 && key === 'exposure') return [];
        if (typeof key === 'number')
          return [path[i - 1] === 'exposure' && i === 1 ? t('protocols.ruleNo', { id: rule ?? key + 1 }) : `${key + 1}`];
        return [label(path.slice(0, i + 1))];
      })
      .join(' › ');
}

/** What differs between the version a draft came from and the draft, field by field. */
export function ChangeList({ was, now, onGo }: Props) {
  const { t } = useTranslation();
  const { value } = useFieldWords();
  const place = usePlace();
  const changes = useMemo(() => draftDiff(was, now), [was, now]);
  if (changes.length === 0) return <p className="muted">{t('protocols.noChanges')}</p>;
  return (
    <table className="changes" aria-label={t('protocols.changes')}>
      <thead>
        <tr>
          {['where', 'was', 'now'].map((column) => (
            <th key={column} scope="col">
              {t(`protocols.changeColumn.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={changeKey(change)}>
            <td>
              {onGo && change.now !== undefined ? (
                <button type="button" className="link" onClick={() => onGo(change)}>
                  {place(change)}
                </button>
              ) : (
                place(change)
              )}
            </td>
            {change.moved ? (
              <td colSpan={2}>{t('protocols.moved', { from: String(change.was), to: String(change.now) })}</td>
            ) : (
              <>
                <td>
                  <s>{value(change.path, change.was)}</s>
                </td>
                <td>{value(change.path, change.now)}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
