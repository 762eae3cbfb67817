import { ReceiveContactDocument, type ReceiveContactInput } from '@tracewright/api-client';
import { CLASS_WORDS } from '@tracewright/workbench-model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useLang } from '../app/session.js';
import { DocumentHint } from '../cases/DocumentHint.js';
import { AreaPicker } from '../parts/AreaPicker.js';
import { Dialog } from '../parts/Dialog.js';
import { MomentField } from '../parts/MomentField.js';

/** Somebody another district or city wrote to us about: a contact without a case of ours. */
export function ReceiveContact({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const lang = useLang();
  const act = useAct();
  const [input, setInput] = useState<ReceiveContactInput>({ fromAreaId: '', name: '', cls: 'CLOSE' });
  const set = (changes: Partial<ReceiveContactInput>) => setInput((old) => ({ ...old, ...changes }));
  const ready = input.fromAreaId !== '' && input.name.trim() !== '';
  const receive = async () => {
    if (!(await act(ReceiveContactDocument, { input }, { topics: ['contacts', 'ledger'], done: t('contacts.receivedDone') }))) return;
    onDone();
    onClose();
  };
  const text = (key: 'name' | 'phone' | 'docNo' | 'address' | 'note', label: string) => (
    <label className="field">
      <span>{label}</span>
      <input value={input[key] ?? ''} onChange={(event) => set({ [key]: event.target.value })} autoComplete="off" />
    </label>
  );
  return (
    <Dialog
      title={t('contacts.receive')}
      wide
      onClose={onClose}
      onSubmit={() => ready && void receive()}
      footer={
        <>
          <button type="button" className="btn" onClick={onClose}>
            {t('frame.cancel')}
          </button>
          <button type="submit" className="btn p" disabled={!ready}>
            {t('contacts.receive')}
          </button>
        </>
      }
    >
      <div className="form-grid">
        <div className="field">
          <span>{t('contacts.fromArea')}</span>
          <AreaPicker
            label={t('contacts.fromArea')}
            value={input.fromAreaId || null}
            onChange={(fromAreaId) => set({ fromAreaId: fromAreaId ?? '' })}
            outside
            first
          />
        </div>
        {text('name', t('cases.field.name'))}
        {text('phone', t('cases.field.phone'))}
        {text('docNo', t('cases.field.docNo'))}
        {text('address', t('contacts.addressHere'))}
        <label className="field">
          <span>{t('contacts.column.class')}</span>
          <select value={input.cls} onChange={(event) => set({ cls: event.target.value })}>
            {['CLOSE', 'SECOND'].map((key) => (
              <option key={key} value={key}>
                {CLASS_WORDS[key]?.[lang]}
              </option>
            ))}
          </select>
        </label>
        <MomentField label={t('contacts.column.last')} value={null} onChange={(lastExposureAt) => set({ lastExposureAt })} />
        {text('note', t('contacts.letter'))}
      </div>
      <DocumentHint docNo={input.docNo ?? null} onChoose={(docNo) => set({ docNo })} />
    </Dialog>
  );
}
