import { useQuery } from '@apollo/client/react';
import { type PreviewBitsFragment, PreviewTrajectoryDocument, SaveTrajectoryDocument } from '@tracewright/api-client';
import { CHANGE_WORDS, CLASS_WORDS, changedRows, editOf, missingOf, wordOf } from '@tracewright/workbench-model';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useCommands } from '../app/commands.js';
import { useLang, useSession } from '../app/session.js';
import { Dialog } from '../parts/Dialog.js';
import { CertaintyMark, ClassMark, Mark } from '../parts/marks.js';
import { useSay } from '../parts/Toasts.js';
import type { Entry } from './use-entry-sheet.js';

interface Props {
  readonly caseId: string;
  readonly rev: number;
  readonly protocolId: string;
  readonly entry: Entry;
  readonly onSaved: () => void;
  readonly onReload: () => void;
}

/** A pause in typing, before the server is asked what would follow. */
const PAUSE_MS = 250;

/** Says what would change in the contacts, before anything is saved (rulings 16). */
export function Tray({ caseId, rev, protocolId, entry, onSaved, onReload }: Props) {
  const { t, i18n } = useTranslation();
  const { tz } = useSession();
  const act = useAct();
  const say = useSay();
  const [seeing, setSeeing] = useState(false);
  const changed = changedRows(entry.sheet);
  const edit = useMemo(() => editOf(entry.sheet, tz), [entry.sheet, tz]);
  const settled = useSettled(edit);
  const { data, loading, error } = useQuery(PreviewTrajectoryDocument, {
    variables: { caseId, edit: settled ?? { stays: [], removed: [] } },
    skip: settled === null || changed.length === 0,
    fetchPolicy: 'network-only',
  });
  const preview = changed.length > 0 && settled !== null ? data?.previewTrajectory : undefined;
  const save = async () => {
    if (changed.length === 0) return;
    if (edit === null) {
      const row = changed.find((one) => !one.removed && missingOf(one) !== null);
      if (row) document.querySelector<HTMLElement>(`[data-row="${CSS.escape(row.key)}"] [data-column=${missingOf(row)}]`)?.focus();
      say('problem', t('cases.incomplete'));
      return;
    }
    const saved = await act(
      SaveTrajectoryDocument,
      { input: { caseId, rev, edit } },
      {
        topics: ['cases', 'contacts'],
        done: t('cases.saved'),
        onRefused: ({ code, message }) => {
          if (code !== 'changed-meanwhile') return false;
          say('problem', message, { label: t('cases.reload'), run: onReload });
          return true;
        },
      },
    );
    if (saved) {
      entry.reset();
      onSaved();
    }
  };
  const save_ = i18n.getFixedT('zh');
  useCommands([
    {
      id: 'save-trajectory',
      label: { zh: save_('frame.save'), en: i18n.getFixedT('en')('frame.save') },
      keys: 'Ctrl+S',
      run: () => void save(),
    },
  ]);
  return (
    <section className="tray" aria-label={t('cases.tray')}>
      {changed.length === 0 ? (
        <span className="muted">{t('cases.allSaved')}</span>
      ) : (
        <>
          <b>{t('cases.unsaved', { n: changed.length })}</b>
          {edit === null && <span className="warn">{t('cases.incomplete')}</span>}
          {preview && <PreviewCounts preview={preview} />}
          {loading && edit !== null && <span className="muted">{t('cases.deriving')}</span>}
          {error && <span className="late">{error.message}</span>}
          {preview && (
            <span className="muted">
              {t('cases.took', { ms: preview.tookMs })} · {protocolId}
            </span>
          )}
        </>
      )}
      <span className="sp" />
      {changed.length > 0 && (
        <button type="button" className="btn" onClick={entry.reset}>
          {t('cases.discard')}
        </button>
      )}
      <button type="button" className="btn" disabled={!preview || preview.changes.length === 0} onClick={() => setSeeing(true)}>
        {t('cases.see')}
      </button>
      <button type="button" className="btn p" disabled={changed.length === 0} onClick={() => void save()}>
        {t('frame.save')} <kbd>Ctrl S</kbd>
      </button>
      {seeing && preview && <PreviewList preview={preview} onClose={() => setSeeing(false)} />}
    </section>
  );
}

function PreviewCounts({ preview }: { readonly preview: PreviewBitsFragment }) {
  const { t } = useTranslation();
  const parts: [string, number][] = [
    ['removed', preview.removed],
    ['upgraded', preview.upgraded],
    ['downgraded', preview.downgraded],
    ['dates', preview.dates],
  ];
  return (
    <span className="preview" role="status">
      {preview.addedClose > 0 && (
        <b className="c-close">
          <Mark kind="close" /> {t('cases.preview.close', { n: preview.addedClose })}
        </b>
      )}
      {preview.addedSecond > 0 && (
        <b className="c-second">
          <Mark kind="second" /> {t('cases.preview.second', { n: preview.addedSecond })}
        </b>
      )}
      {preview.addedPossible > 0 && <span>{t('cases.preview.possible', { n: preview.addedPossible })}</span>}
      {parts
        .filter(([, n]) => n > 0)
        .map(([key, n]) => (
          <span key={key}>{t(`cases.preview.${key}`, { n })}</span>
        ))}
      {preview.changes.length === 0 && <span className="sub">{t('cases.preview.nothing')}</span>}
    </span>
  );
}

function PreviewList({ preview, onClose }: { readonly preview: PreviewBitsFragment; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const lang = useLang();
  return (
    <Dialog
      title={t('cases.whatChanges')}
      wide
      onClose={onClose}
      onSubmit={onClose}
      footer={
        <button type="submit" className="btn p" data-first="">
          {t('frame.close')}
        </button>
      }
    >
      <table>
        <tbody>
          {preview.changes.map((change) => (
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
    </Dialog>
  );
}

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
