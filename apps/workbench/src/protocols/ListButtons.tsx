import type { FilePath } from '@tracewright/workbench-model';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraftFile } from './use-draft.js';

interface Props {
  readonly path: FilePath;
  readonly at: number;
  readonly count: number;
  /** What is moved or removed, for those who hear it. */
  readonly name: string;
  readonly copies?: boolean;
  /** Told where it went, so that the focus can follow. */
  readonly onMoved?: (to: number) => void;
  readonly onRemoved?: () => void;
  readonly onCopied?: () => void;
}

/** Up, down, once more, away: the same four for everything that is one of several. All of it can be undone. */
export function ListButtons({ path, at, count, name, copies, onMoved, onRemoved, onCopied }: Props) {
  const { t } = useTranslation();
  const draft = useDraftFile();
  const move = (by: number) => {
    draft.move(path, at, by);
    onMoved?.(at + by);
  };
  const button = (sign: ReactNode, word: string, disabled: boolean, run: () => void) => (
    <button type="button" className="plain" disabled={disabled} title={word} aria-label={`${word}: ${name}`} onClick={run}>
      {sign}
    </button>
  );
  return (
    <span className="list-buttons">
      {button('↑', t('protocols.up'), at === 0, () => move(-1))}
      {button('↓', t('protocols.down'), at === count - 1, () => move(1))}
      {copies &&
        button(<Twice />, t('protocols.copy'), false, () => {
          draft.duplicate(path, at);
          onCopied?.();
        })}
      {button('✕', t('protocols.remove'), false, () => {
        draft.remove(path, at);
        onRemoved?.();
      })}
    </span>
  );
}

/** Two sheets, one behind the other: no common typeface has a sign for it. */
const Twice = () => (
  <svg width="12" height="12" viewBox="0 0 12 12" fill="none" stroke="currentColor" aria-hidden="true">
    <rect x="0.5" y="0.5" width="8" height="8" />
    <path d="M3.5 11.5h8v-8" />
  </svg>
);
