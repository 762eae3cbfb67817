import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postFile } from '../app/file-door.js';
import { useSay } from '../parts/Toasts.js';
import type { Tuning } from './IdentityPage.js';

const SOURCES = ['desk', 'file', 'both'] as const;
export type LabelsFrom = (typeof SOURCES)[number];

interface Props {
  readonly tuning: Tuning;
  readonly from: LabelsFrom;
  readonly onFrom: (from: LabelsFrom) => void;
  readonly onRead: () => void;
}

interface LabelsRead {
  readonly read: number;
  readonly problems: readonly { readonly row: number; readonly message: string }[];
}

/** Problems that are told one by one. */
const SHOWN = 20;

/** Whose labels the curve is drawn over: the desk's decisions, a file's, or both. */
export function LabelsFile({ tuning, from, onFrom, onRead }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const [problems, setProblems] = useState<LabelsRead['problems']>([]);
  const read = async (file: File | undefined) => {
    if (!file) return;
    try {
      const answer = await postFile<LabelsRead>('/identity-labels', file);
      setProblems(answer.problems);
      if (answer.read > 0 && from === 'desk') onFrom('both');
      onRead();
    } catch (error) {
      say('problem', navigator.onLine ? (error as Error).message : t('frame.offline'));
    }
  };
  return (
    <div className="labels-file">
      <fieldset className="inline">
        <legend className="muted">{t('more.identity.labelsFrom')}</legend>
        {SOURCES.map((one) => (
          <label key={one} className="inline">
            <input type="radio" name="labels-from" checked={from === one} onChange={() => onFrom(one)} />
            {t(`more.identity.from.${one}`)}
          </label>
        ))}
        <label className="btn small">
          {t('more.identity.readFile')}
          <input
            type="file"
            accept=".csv,text/csv,.xlsx"
            className="unseen-input"
            onChange={(event) => {
              void read(event.target.files?.[0]);
              // The same file once more is a change as well.
              event.target.value = '';
            }}
          />
        </label>
        <span className="muted">
          {tuning.fileLabels > 0 && t('more.identity.fileLabels', { n: tuning.fileLabels, kept: tuning.fileLabelsKept })}
        </span>
      </fieldset>
      <p className="muted">{t('more.identity.fileSays')}</p>
      {problems.length > 0 && (
        <ul className="listed" role="status">
          {problems.slice(0, SHOWN).map(({ row, message }) => (
            <li key={`${row} ${message}`}>{t('more.identity.problem', { row, message })}</li>
          ))}
          {problems.length > SHOWN && <li>{t('more.identity.moreProblems', { n: problems.length - SHOWN })}</li>}
        </ul>
      )}
    </div>
  );
}
