import { newIdProblem, USUAL_CLASS_ORDER } from '@tracewright/epi-core';
import { fileIn, type Json, textOf } from '@tracewright/workbench-model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '../app/session.js';
import { Dialog } from '../parts/Dialog.js';
import type { KnownText } from './known-texts.js';

interface Props {
  readonly texts: readonly KnownText[];
  readonly start: string;
  readonly taken: (id: string) => boolean;
  readonly onBegin: (text: string) => void;
  readonly onClose: () => void;
}

const BLANK: Json = { infectious: [], exposure: [], classOrder: USUAL_CLASS_ORDER, management: {}, sources: [] };

/** What makes the text of another protocol one of its own: whom it was based on and who answered for it are left behind. */
function founded(from: Json, id: string, name: { zh: string; en: string }): string {
  const { basedOn: _, verifiedBy: __, ...rest } = from;
  return textOf({ ...rest, id, name: { zh: name.zh || id, en: name.en || id }, version: '1' });
}

/** A protocol with an id of its own, from a copy or a blank one. Nothing is saved yet: the editor opens with it. */
export function NewProtocol({ texts, start, taken, onBegin, onClose }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const [from, setFrom] = useState(start);
  const [id, setId] = useState('');
  const [name, setName] = useState({ zh: '', en: '' });
  const problem = id === '' ? null : (newIdProblem(id)?.[lang] ?? (taken(id) ? t('protocols.idTaken', { id }) : null));
  const text = texts.find((one) => one.id === from)?.text;
  const ready = id !== '' && problem === null;
  return (
    <Dialog
      title={t('protocols.newProtocol')}
      onClose={onClose}
      onSubmit={() => ready && onBegin(founded((text ? fileIn(text) : null) ?? BLANK, id, name))}
      footer={
        <>
          <button type="button" className="btn" onClick={onClose}>
            {t('frame.cancel')}
          </button>
          <button type="submit" className="btn p" disabled={!ready}>
            {t('protocols.begin')}
          </button>
        </>
      }
    >
      <label className="field">
        <span>{t('protocols.newId')}</span>
        <input
          data-first=""
          value={id}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={problem !== null}
          onChange={(event) => setId(event.target.value.trim().toUpperCase())}
        />
        <small className={problem ? 'late' : 'muted'}>{problem ?? t('protocols.newIdHint')}</small>
      </label>
      <label className="field">
        <span>{t('protocols.newFrom')}</span>
        <select value={from} onChange={(event) => setFrom(event.target.value)}>
          <option value="">{t('protocols.blank')}</option>
          {texts.map((one) => (
            <option key={one.id} value={one.id}>
              {one.id} {one.name}
            </option>
          ))}
        </select>
      </label>
      {(['zh', 'en'] as const).map((key) => (
        <label key={key} className="field">
          <span>{t(key === 'zh' ? 'protocols.newNameZh' : 'protocols.newNameEn')}</span>
          <input value={name[key]} autoComplete="off" onChange={(event) => setName({ ...name, [key]: event.target.value })} />
        </label>
      ))}
    </Dialog>
  );
}
