import type { DiffBitsFragment } from '@tracewright/api-client';
import { CHANGE_WORDS, CLASS_WORDS, wordOf } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { useLang } from '../app/session.js';
import { Dialog } from './Dialog.js';
import { CertaintyMark, ClassMark, Mark } from './marks.js';

type Counts = Omit<DiffBitsFragment, 'changes'>;

/** What another derivation would change, in numbers. */
export function DiffCounts({ diff }: { readonly diff: Counts }) {
  const { t } = useTranslation();
  const parts: [string, number][] = [
    ['removed', diff.removed],
    ['upgraded', diff.upgraded],
    ['downgraded', diff.downgraded],
    ['dates', diff.dates],
  ];
  const same = diff.addedClose + diff.addedSecond + diff.addedPossible + parts.reduce((sum, [, n]) => sum + n, 0) === 0;
  return (
    <span className="preview">
      {diff.addedClose > 0 && (
        <b className="c-close">
          <Mark kind="close" /> {t('cases.preview.close', { n: diff.addedClose })}
        </b>
      )}
      {diff.addedSecond > 0 && (
        <b className="c-second">
          <Mark kind="second" /> {t('cases.preview.second', { n: diff.addedSecond })}
        </b>
      )}
      {diff.addedPossible > 0 && <span>{t('cases.preview.possible', { n: diff.addedPossible })}</span>}
      {parts
        .filter(([, n]) => n > 0)
        .map(([key, n]) => (
          <span key={key}>{t(`cases.preview.${key}`, { n })}</span>
        ))}
      {same && <span className="sub">{t('cases.preview.nothing')}</span>}
    </span>
  );
}

/** Who moves which way, person by person. */
export function DiffList({
  diff,
  title,
  onClose,
}: {
  readonly diff: DiffBitsFragment;
  readonly title: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={title}
      wide
      onClose={onClose}
      onSubmit={onClose}
      footer={
        <button type="submit" className="btn p" data-first="">
          {t('frame.close')}
        </button>
      }
    >
      <ChangeTable changes={diff.changes} />
    </Dialog>
  );
}

/** A line a person: which way, and into which class. */
export function ChangeTable({ changes }: { readonly changes: DiffBitsFragment['changes'] }) {
  const { t } = useTranslation();
  const lang = useLang();
  return (
    <table>
      <tbody>
        {changes.map((change) => (
          <tr key={`${change.personId}-${change.kind}-${change.cls}`}>
            <td>{wordOf(CHANGE_WORDS, change.kind, lang)}</td>
            <td>
              <b>{change.name ?? t('frame.unnamed')}</b>
            </td>
            <td>{change.cls ? <ClassMark cls={change.cls} /> : '—'}</td>
            <td>{change.cls && <CertaintyMark cls={change.cls} certainty={change.certainty} />}</td>
            <td className="sub">
              {change.was && change.was !== change.cls ? t('cases.wasClass', { cls: wordOf(CLASS_WORDS, change.was, lang) }) : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
