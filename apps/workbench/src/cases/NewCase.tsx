import { CreateCaseDocument, type CreateCaseInput } from '@tracewright/api-client';
import { CATEGORY_WORDS, SEX_WORDS } from '@tracewright/workbench-model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useLang } from '../app/session.js';
import { Dialog } from '../parts/Dialog.js';
import { MomentField } from '../parts/MomentField.js';
import { DocumentHint } from './DocumentHint.js';
import { KnownHint } from './KnownHint.js';
import { ProtocolField } from './ProtocolField.js';

/** A case is reported: name and category are enough, the rest follows on the phone. */
export function NewCase({ onClose, onMade }: { readonly onClose: () => void; readonly onMade: (id: string) => void }) {
  const { t } = useTranslation();
  const lang = useLang();
  const act = useAct();
  const [input, setInput] = useState<CreateCaseInput>({ name: '', category: 'confirmed' });
  const set = (changes: Partial<CreateCaseInput>) => setInput((old) => ({ ...old, ...changes }));
  const text = (key: 'name' | 'phone' | 'docNo' | 'address' | 'hospital' | 'team', first = false) => (
    <label className="field">
      <span>{t(`cases.field.${key}`)}</span>
      <input
        data-first={first ? '' : undefined}
        value={input[key] ?? ''}
        onChange={(event) => set({ [key]: event.target.value || null })}
        autoComplete="off"
      />
    </label>
  );
  const create = async () => {
    const made = await act(CreateCaseDocument, { input }, { topics: ['cases'], done: t('cases.made') });
    if (made) onMade(made.case.id);
  };
  return (
    <Dialog
      title={t('cases.new')}
      wide
      onClose={onClose}
      onSubmit={() => input.name.trim() && void create()}
      footer={
        <>
          <button type="button" className="btn" onClick={onClose}>
            {t('frame.cancel')}
          </button>
          <button type="submit" className="btn p" disabled={!input.name.trim()}>
            {t('cases.open')}
          </button>
        </>
      }
    >
      <div className="form-grid">
        {text('name', true)}
        {text('phone')}
        {text('docNo')}
        <label className="field">
          <span>{t('cases.field.sex')}</span>
          <select value={input.sex ?? 'unknown'} onChange={(event) => set({ sex: event.target.value })}>
            {['unknown', 'male', 'female'].map((sex) => (
              <option key={sex} value={sex}>
                {SEX_WORDS[sex]?.[lang] || '—'}
              </option>
            ))}
          </select>
        </label>
        {text('address')}
        <label className="field">
          <span>{t('cases.category')}</span>
          <select value={input.category} onChange={(event) => set({ category: event.target.value })}>
            {Object.entries(CATEGORY_WORDS)
              .filter(([key]) => key !== 'excluded')
              .map(([key, words]) => (
                <option key={key} value={key}>
                  {words[lang]}
                </option>
              ))}
          </select>
        </label>
        <MomentField label={t('cases.field.onsetOn')} value={null} dayOnly onChange={(onsetOn) => set({ onsetOn })} />
        <MomentField
          label={t('cases.field.firstPositiveSampleAt')}
          value={null}
          onChange={(firstPositiveSampleAt) => set({ firstPositiveSampleAt })}
        />
        <MomentField label={t('cases.field.isolatedAt')} value={null} onChange={(isolatedAt) => set({ isolatedAt })} />
        {text('hospital')}
        {text('team')}
        <ProtocolField value={input.protocolId ?? null} onChange={(protocolId) => set({ protocolId: protocolId || null })} />
      </div>
      <DocumentHint docNo={input.docNo ?? null} sex={input.sex ?? null} onChoose={(docNo) => set({ docNo })} />
      <KnownHint phone={input.phone ?? null} docNo={input.docNo ?? null} />
    </Dialog>
  );
}
