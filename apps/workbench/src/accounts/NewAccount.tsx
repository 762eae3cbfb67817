import { type AccountsQuery, CreateAccountDocument, type CreateAccountInput } from '@tracewright/api-client';
import { ROLES } from '@tracewright/epi-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useLang } from '../app/session.js';
import { AreaPicker } from '../parts/AreaPicker.js';
import { Dialog } from '../parts/Dialog.js';

interface Props {
  readonly vehicles: AccountsQuery['vehicles'];
  readonly sites: AccountsQuery['sites'];
  readonly onClose: () => void;
  readonly onMade: (account: { login: string; password: string }) => void;
}

export function NewAccount({ vehicles, sites, onClose, onMade }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const act = useAct();
  const [input, setInput] = useState<CreateAccountInput>({ login: '', name: '', role: 'tracer', areaId: '' });
  const set = (changes: Partial<CreateAccountInput>) => setInput((old) => ({ ...old, ...changes }));
  const ready = input.login.trim() !== '' && input.name.trim() !== '' && input.areaId !== '';
  const make = async () => {
    const made = await act(CreateAccountDocument, { input }, { topics: ['accounts'] });
    if (!made) return;
    if ('password' in made) onMade({ login: input.login, password: made.password });
    onClose();
  };
  return (
    <Dialog
      title={t('more.accounts.new')}
      onClose={onClose}
      onSubmit={() => ready && void make()}
      footer={
        <>
          <button type="button" className="btn" onClick={onClose}>
            {t('frame.cancel')}
          </button>
          <button type="submit" className="btn p" disabled={!ready}>
            {t('frame.add')}
          </button>
        </>
      }
    >
      <label className="field">
        <span>{t('frame.login')}</span>
        <input data-first="" value={input.login} onChange={(event) => set({ login: event.target.value })} autoComplete="off" />
      </label>
      <label className="field">
        <span>{t('cases.field.name')}</span>
        <input value={input.name} onChange={(event) => set({ name: event.target.value })} autoComplete="off" />
      </label>
      <label className="field">
        <span>{t('more.accounts.column.role')}</span>
        <select value={input.role} onChange={(event) => set({ role: event.target.value })}>
          {Object.entries(ROLES).map(([key, words]) => (
            <option key={key} value={key}>
              {words[lang]}
            </option>
          ))}
        </select>
      </label>
      <div className="field">
        <span>{t('more.accounts.column.area')}</span>
        <AreaPicker
          label={t('more.accounts.column.area')}
          value={input.areaId || null}
          onChange={(areaId) => set({ areaId: areaId ?? '' })}
        />
      </div>
      {input.role === 'site' && (
        <label className="field">
          <span>{t('transfer.siteLabel')}</span>
          <select value={input.siteId ?? ''} onChange={(event) => set({ siteId: event.target.value || null })}>
            <option value="">—</option>
            {sites.map((site) => (
              <option key={site.id} value={site.id}>
                {site.name}
              </option>
            ))}
          </select>
        </label>
      )}
      {input.role === 'crew' && (
        <label className="field">
          <span>{t('transfer.vehicleLabel')}</span>
          <select value={input.vehicleId ?? ''} onChange={(event) => set({ vehicleId: event.target.value || null })}>
            <option value="">—</option>
            {vehicles.map((vehicle) => (
              <option key={vehicle.id} value={vehicle.id}>
                {vehicle.plate}
              </option>
            ))}
          </select>
        </label>
      )}
    </Dialog>
  );
}
