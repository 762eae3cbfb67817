import { useTranslation } from 'react-i18next';
import type { Preview } from './import-door.js';

export function PreviewCounts({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  const { counts, refused } = preview;
  return (
    <>
      <p role="status">
        {(['inserted', 'updated', 'unchanged', 'rejected'] as const).map((key) => (
          <span key={key} className={key === 'rejected' && counts.rejected > 0 ? 'late' : ''}>
            {t(`more.import.count.${key}`)} <b className="num">{counts[key].toLocaleString()}</b>
            {'　'}
          </span>
        ))}
        <span className="muted">{t('more.import.rows', { rows: counts.rows, bad: counts.rowsWithErrors })}</span>
      </p>
      {refused.length > 0 && (
        <table>
          <tbody>
            {refused.slice(0, 20).map((one) => (
              <tr key={`${one.row}-${one.kind}-${one.field}`}>
                <td className="num muted">{one.row}</td>
                <td className="late">{one.reason}</td>
                <td className="sub">
                  {t(`more.import.kind.${one.kind}`, { defaultValue: one.kind })} · {one.field}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
