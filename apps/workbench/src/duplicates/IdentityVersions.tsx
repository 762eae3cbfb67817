import { useTranslation } from 'react-i18next';
import { When } from '../parts/When.js';
import type { Tuning } from './IdentityPage.js';

/** What counted from when on, and why; the first counts now. */
export function IdentityVersions({ former }: { readonly former: Tuning['former'] }) {
  const { t } = useTranslation();
  if (former.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('more.identity.versions')}</h2>
      <table className="versions" aria-label={t('more.identity.versions')}>
        <tbody>
          {former.map((one, i) => (
            <tr key={`${one.at} ${former.length - i}`}>
              <td>
                <When at={one.at} />
              </td>
              <td>{one.by}</td>
              <td className="num">{t('more.identity.version', { match: one.match, review: one.review, n: one.moved })}</td>
              <td>{one.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
