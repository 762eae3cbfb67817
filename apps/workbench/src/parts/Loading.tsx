import { useTranslation } from 'react-i18next';

/** While the first answer is on its way, and when it did not come. */
export function Loading({ error, again }: { readonly error?: Error | undefined; readonly again?: () => void }) {
  const { t } = useTranslation();
  if (!error) return <p className="quiet">{t('frame.loading')}</p>;
  return (
    <div className="quiet" role="alert">
      <p>{navigator.onLine ? error.message : t('frame.offline')}</p>
      {again && (
        <button type="button" className="btn" onClick={again}>
          {t('frame.again')}
        </button>
      )}
    </div>
  );
}
