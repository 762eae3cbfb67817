import { CreatePlaceDocument } from '@tracewright/api-client';
import { PLACE_CATEGORIES } from '@tracewright/epi-core';
import type { PlaceChoice } from '@tracewright/workbench-model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useLang, useSession } from '../app/session.js';
import { AreaPicker } from '../parts/AreaPicker.js';
import { Dialog } from '../parts/Dialog.js';

interface Props {
  readonly name: string;
  readonly onClose: () => void;
  readonly onMade: (place: PlaceChoice) => void;
}

/** A place nobody had written down yet: its kind decides what a stay there may prove. */
export function NewPlace({ name: typed, onClose, onMade }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const act = useAct();
  const { account } = useSession();
  const [name, setName] = useState(typed);
  const [category, setCategory] = useState('restaurant');
  const [areaId, setAreaId] = useState<string | null>(account.areaId);
  const [address, setAddress] = useState('');
  const make = async () => {
    const made = await act(CreatePlaceDocument, { input: { name: name.trim(), category, areaId, address: address.trim() || null } });
    if (made) onMade({ id: made.place.id, name: made.place.name });
  };
  return (
    <Dialog
      title={t('cases.newPlaceTitle')}
      onClose={onClose}
      onSubmit={() => name.trim() && void make()}
      footer={
        <>
          <button type="button" className="btn" onClick={onClose}>
            {t('frame.cancel')}
          </button>
          <button type="submit" className="btn p" disabled={!name.trim()}>
            {t('frame.add')}
          </button>
        </>
      }
    >
      <label className="field">
        <span>{t('cases.field.name')}</span>
        <input value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <label className="field">
        <span>{t('cases.placeKind')}</span>
        <select data-first="" value={category} onChange={(event) => setCategory(event.target.value)}>
          {Object.entries(PLACE_CATEGORIES).map(([key, words]) => (
            <option key={key} value={key}>
              {words[lang]}
            </option>
          ))}
        </select>
      </label>
      <div className="field">
        <span>{t('cases.column.area')}</span>
        <AreaPicker label={t('cases.column.area')} value={areaId} onChange={setAreaId} />
      </div>
      <label className="field">
        <span>{t('cases.field.address')}</span>
        <input value={address} onChange={(event) => setAddress(event.target.value)} />
      </label>
    </Dialog>
  );
}
