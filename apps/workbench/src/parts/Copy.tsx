import { useTranslation } from 'react-i18next';
import { useSay } from './Toasts.js';

/** Text to be taken along, with a button that copies it. */
export function CopyText({ text, label }: { readonly text: string; readonly label: string }) {
  const { t } = useTranslation();
  const say = useSay();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      say('done', t('frame.copied'));
    } catch {
      say('problem', t('frame.copyByHand'));
    }
  };
  return (
    <div className="copy">
      <textarea readOnly value={text} aria-label={label} rows={Math.min(18, text.split('\n').length + 2)} />
      <button type="button" className="btn" onClick={copy}>
        {t('frame.copy')}
      </button>
    </div>
  );
}
