import { changeKey, draftDiff, type FieldChange, type Json } from '@tracewright/workbench-model';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from './field-words.js';

interface Props {
  readonly was: Json;
  readonly now: Json;
  readonly onGo?: (change: FieldChange) => void;
}

/** What differs between the version a draft came from and the draft, field by field. */
export function ChangeList({ was, now, onGo }: Props) {
  const { t } = useTranslation();
  const { value, place } = useFieldWords();
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
                  {place(change.path, change.rule)}
                </button>
              ) : (
                place(change.path, change.rule)
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
