import { useQuery } from '@apollo/client/react';
import { PreviewTrajectoryDocument, SaveTrajectoryDocument } from '@tracewright/api-client';
import { changedRows, editOf, missingOf } from '@tracewright/workbench-model';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useCommands } from '../app/commands.js';
import { useLang, useSession } from '../app/session.js';
import { DiffCounts, DiffList } from '../parts/ContactDiff.js';
import { useSay } from '../parts/Toasts.js';
import { useSettled } from '../parts/use-settled.js';
import type { Entry } from './use-entry-sheet.js';

interface Props {
  readonly caseId: string;
  readonly rev: number;
  readonly protocolId: string;
  readonly entry: Entry;
  readonly onSaved: () => void;
  readonly onReload: () => void;
}

/** Says what would change in the contacts, before anything is saved (rulings 16). */
export function Tray({ caseId, rev, protocolId, entry, onSaved, onReload }: Props) {
  const { t, i18n } = useTranslation();
  const { tz } = useSession();
  const lang = useLang();
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
          <span role="status">{preview && <DiffCounts diff={preview} />}</span>
          {preview?.leftOut && <span className="late">{preview.leftOut[lang]}</span>}
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
      {seeing && preview && <DiffList diff={preview} title={t('cases.whatChanges')} onClose={() => setSeeing(false)} />}
    </section>
  );
}
