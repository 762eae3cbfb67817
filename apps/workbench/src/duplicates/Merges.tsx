import { useQuery } from '@apollo/client/react';
import { MergesDocument, UndoMergeDocument } from '@tracewright/api-client';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useLive } from '../app/live.js';
import { When } from '../parts/When.js';

/** Merges so far; each keeps its source records and can be taken apart again. */
export function Merges() {
  const { t } = useTranslation();
  const act = useAct();
  const { data, refetch } = useQuery(MergesDocument, { fetchPolicy: 'network-only' });
  useLive(['duplicates'], () => void refetch());
  return (
    <div className="scroll grow">
      <table>
        <tbody>
          {data?.merges.map((merge) => (
            <tr key={merge.id}>
              <td>
                <b>{merge.keptName}</b> ← {merge.mergedName}
              </td>
              <td>{merge.by ?? t('more.duplicates.byItself')}</td>
              <td>
                <When at={merge.at} />
              </td>
              <td className="right">
                {merge.undoneAt ? (
                  <span className="muted">
                    {t('more.duplicates.undone')} <When at={merge.undoneAt} />
                  </span>
                ) : (
                  <button
                    type="button"
                    className="btn small"
                    onClick={() =>
                      void act(
                        UndoMergeDocument,
                        { id: merge.id },
                        { topics: ['duplicates', 'contacts'], done: t('more.duplicates.undoneNow') },
                      )
                    }
                  >
                    {t('more.duplicates.undo')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {data?.merges.length === 0 && <p className="quiet">{t('more.duplicates.noMerges')}</p>}
    </div>
  );
}
