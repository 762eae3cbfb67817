import { useTranslation } from 'react-i18next';
import { useLang } from '../app/session.js';
import type { Pair } from './Duplicates.js';
import { candidateLetter } from './letters.js';

/** What "same" will do to the record and the candidate that has the focus. */
export function MergeWill({ pair, at }: { readonly pair: Pair; readonly at: number }) {
  const { t } = useTranslation();
  const lang = useLang();
  return (
    <div className="merge-will">
      <h2>{t('more.duplicates.mergeWill', { other: candidateLetter(at) })}</h2>
      <ul>
        {pair.mergeWill.map((words) => (
          <li key={words.en}>{words[lang]}</li>
        ))}
      </ul>
    </div>
  );
}
