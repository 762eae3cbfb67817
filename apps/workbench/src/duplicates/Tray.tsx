import { useTranslation } from 'react-i18next';
import { When } from '../parts/When.js';
import type { Group } from './Duplicates.js';
import { candidateLetter } from './letters.js';

export const DECISION_KEYS = { same: '1', 'not-same': '2', later: '3', household: 'H' } as const;
export type Decision = keyof typeof DECISION_KEYS;

interface Props {
  readonly group: Group;
  /** Place of the candidate that has the focus. */
  readonly at: number;
  readonly scored: boolean;
  readonly onScore: () => void;
  readonly onDecide: (decision: Decision) => void;
  readonly onAll: () => void;
  readonly onAskAbove: () => void;
}

/** What the keys do about the candidate that has the focus, and about all of them. */
export function Tray({ group, at, scored, onScore, onDecide, onAll, onAskAbove }: Props) {
  const { t } = useTranslation();
  const { pairs, elsewhere } = group;
  return (
    <footer className="tray">
      {pairs[at] && (
        <>
          <b>A + {candidateLetter(at)}</b>
          {(Object.keys(DECISION_KEYS) as Decision[]).map((decision) => (
            <button key={decision} type="button" className={decision === 'same' ? 'btn p' : 'btn'} onClick={() => onDecide(decision)}>
              <kbd>{DECISION_KEYS[decision]}</kbd> {t(`more.duplicates.${decision}`)}
            </button>
          ))}
        </>
      )}
      {!pairs[at] && elsewhere?.askedAt && (
        <span>
          {t('more.duplicates.elsewhere.waits')} <When at={elsewhere.askedAt} />
        </span>
      )}
      {!pairs[at] && elsewhere && !elsewhere.askedAt && (
        <button type="button" className="btn p" onClick={onAskAbove}>
          <kbd>U</kbd> {t('more.duplicates.elsewhere.ask')}
        </button>
      )}
      {pairs.length > 1 && (
        <button type="button" className="btn" onClick={onAll}>
          <kbd>A</kbd> {t('more.duplicates.all.key', { n: pairs.length + 1 })}
        </button>
      )}
      {pairs[at] && (
        <button type="button" className="btn" aria-pressed={scored} onClick={onScore}>
          <kbd>S</kbd> {t('more.duplicates.score')}
        </button>
      )}
      <span className="sp" />
      <span className="muted">{t(pairs[at] ? 'more.duplicates.kept' : 'more.duplicates.elsewhere.only')}</span>
    </footer>
  );
}
