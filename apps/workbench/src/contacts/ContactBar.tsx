import { useTranslation } from 'react-i18next';
import type { ContactSteps, Selection } from './use-contact-steps.js';

interface Props {
  readonly steps: ContactSteps;
  readonly selection: Selection;
  readonly total: number;
  readonly onAll: () => void;
  readonly onNone: () => void;
}

/** What may be done with the selection; every button says the number before it is pressed. */
export function ContactBar({ steps, selection, total, onAll, onNone }: Props) {
  const { t } = useTranslation();
  const n = selection.all ? total : selection.ids.size;
  if (n === 0)
    return (
      <footer className="tray">
        <span className="muted">{t('contacts.total', { n: total.toLocaleString() })}</span>
        <span className="sp" />
        <span className="muted">
          {t('contacts.currentRow')}{' '}
          {steps.steps.map((step) => (
            <span key={step.step}>
              <kbd>{step.key}</kbd> {t(`contacts.step.${step.step}`)}
              {'　'}
            </span>
          ))}
          <kbd>Space</kbd> {t('contacts.card')}
        </span>
      </footer>
    );
  return (
    <footer className="tray">
      <b>{t('contacts.selected', { n: n.toLocaleString() })}</b>
      {!selection.all && total > n && (
        <button type="button" className="link" onClick={onAll}>
          {t('contacts.selectMatching', { n: total.toLocaleString() })}
        </button>
      )}
      {selection.all && <span className="muted">{t('contacts.allMatching')}</span>}
      <span className="sp" />
      {steps.steps.map((step) => {
        const open = steps.open(step.step);
        return (
          <button
            key={step.step}
            type="button"
            className={step.step === 'push' || step.step === 'accept' ? 'btn p' : 'btn'}
            disabled={open === 0}
            onClick={() => steps.onSelection(step.step)}
          >
            {t(`contacts.step.${step.step}`)} {(open ?? n).toLocaleString()} <kbd>⇧{step.key}</kbd>
          </button>
        );
      })}
      <button type="button" className="plain" onClick={onNone}>
        {t('frame.cancel')}
      </button>
    </footer>
  );
}
