import { ChangeCaseDocument, type ChangeCaseInput } from '@tracewright/api-client';
import { CATEGORY_WORDS } from '@tracewright/workbench-model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useLang } from '../app/session.js';
import { MomentField } from '../parts/MomentField.js';
import { PhoneNumber } from '../parts/PhoneNumber.js';
import { When } from '../parts/When.js';
import type { CaseSheetData } from './CaseHead.js';
import { ProtocolField } from './ProtocolField.js';

interface Props {
  readonly sheet: CaseSheetData;
  readonly onChanged: () => void;
  readonly editable: boolean;
}

/** Facts of the case, corrected by a new version; what was before stands below. */
export function FactsPanel({ sheet, onChanged, editable }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const act = useAct();
  const one = sheet.case;
  const [changes, setChanges] = useState<Partial<ChangeCaseInput>>({});
  const set = (more: Partial<ChangeCaseInput>) => setChanges((old) => ({ ...old, ...more }));
  const save = async () => {
    const saved = await act(
      ChangeCaseDocument,
      { input: { ...changes, id: one.id, rev: one.rev } },
      { topics: ['cases', 'contacts'], done: t('cases.factsSaved') },
    );
    if (!saved) return;
    setChanges({});
    onChanged();
  };
  const text = (key: 'hospital' | 'team') => (
    <label className="field">
      <span>{t(`cases.field.${key}`)}</span>
      <input value={changes[key] ?? one[key] ?? ''} onChange={(event) => set({ [key]: event.target.value || null })} />
    </label>
  );
  return (
    <>
      <dl className="facts">
        <dt>{t('cases.field.docNo')}</dt>
        <dd>{one.person.documents.map((document) => `${document.no}${document.valid ? ' ✓' : ''}`).join(' ') || '—'}</dd>
        <dt>{t('cases.field.phone')}</dt>
        <dd>
          <PhoneNumber person={one.person} />
        </dd>
        <dt>{t('cases.field.address')}</dt>
        <dd>{one.person.address ?? '—'}</dd>
        <dt>{t('cases.infectedBy')}</dt>
        <dd>{one.infectedByNo ? `#${one.infectedByNo} (${t(`cases.link.${one.infectedByState ?? 'proposed'}`)})` : '—'}</dd>
      </dl>
      {editable && (
        <form
          key={one.rev}
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <label className="field">
            <span>{t('cases.category')}</span>
            <select value={changes.category ?? one.category} onChange={(event) => set({ category: event.target.value })}>
              {Object.entries(CATEGORY_WORDS).map(([key, words]) => (
                <option key={key} value={key}>
                  {words[lang]}
                </option>
              ))}
            </select>
          </label>
          <MomentField label={t('cases.field.onsetOn')} value={one.onsetOn} dayOnly onChange={(onsetOn) => set({ onsetOn })} />
          <MomentField
            label={t('cases.field.firstPositiveSampleAt')}
            value={one.firstPositiveSampleAt}
            onChange={(firstPositiveSampleAt) => set({ firstPositiveSampleAt })}
          />
          <MomentField label={t('cases.field.isolatedAt')} value={one.isolatedAt} onChange={(isolatedAt) => set({ isolatedAt })} />
          {text('hospital')}
          {text('team')}
          <ProtocolField value={changes.protocolId ?? one.protocolId} onChange={(protocolId) => set({ protocolId })} />
          <label className="field">
            <span>{t('cases.field.importStatus')}</span>
            <select
              value={changes.importStatus ?? one.importStatus ?? 'unknown'}
              onChange={(event) => set({ importStatus: event.target.value })}
            >
              {['local', 'imported', 'unknown'].map((key) => (
                <option key={key} value={key}>
                  {t(`cases.import.${key}`)}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="btn p" disabled={Object.keys(changes).length === 0}>
            {t('cases.saveFacts')}
          </button>
        </form>
      )}
      <h2 className="history-head">{t('cases.history')}</h2>
      <ul className="history">
        {sheet.history.map((change) => (
          <li key={`${change.at}-${change.field}`}>
            <When at={change.at} /> {change.by} · {t(`cases.field.${change.field}`, { defaultValue: change.field })}:{' '}
            <s>{change.was ?? '—'}</s>
          </li>
        ))}
        {sheet.history.length === 0 && <li className="muted">{t('cases.noHistory')}</li>}
      </ul>
    </>
  );
}
