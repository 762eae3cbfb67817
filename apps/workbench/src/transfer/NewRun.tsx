import { CreateRunDocument, type TransferBoardQuery } from '@tracewright/api-client';
import { CLASS_WORDS, roomCounts, wordOf } from '@tracewright/workbench-model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useLang } from '../app/session.js';
import { Dialog } from '../parts/Dialog.js';

interface Props {
  readonly vehicles: TransferBoardQuery['vehicles'];
  readonly sites: TransferBoardQuery['sites'];
  /** Vehicles that are on an open run. */
  readonly busy: ReadonlySet<string>;
  readonly onClose: () => void;
  readonly onMade: (runId: string) => void;
}

export function NewRun({ vehicles, sites, busy, onClose, onMade }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const act = useAct();
  const sorted = [...vehicles].sort((a, b) => Number(busy.has(a.id)) - Number(busy.has(b.id)));
  const [vehicleId, setVehicle] = useState(sorted[0]?.id ?? '');
  const [siteId, setSite] = useState(sites[0]?.id ?? '');
  const make = async () => {
    const made = await act(CreateRunDocument, { vehicleId, siteId }, { topics: ['transfer'] });
    if (made) onMade(made.run.id);
  };
  return (
    <Dialog
      title={t('transfer.newRun')}
      onClose={onClose}
      onSubmit={() => vehicleId && siteId && void make()}
      footer={
        <>
          <button type="button" className="btn" onClick={onClose}>
            {t('frame.cancel')}
          </button>
          <button type="submit" className="btn p" disabled={!vehicleId || !siteId}>
            {t('transfer.makeRun')}
          </button>
        </>
      }
    >
      <label className="field">
        <span>{t('transfer.vehicleLabel')}</span>
        <select data-first="" value={vehicleId} onChange={(event) => setVehicle(event.target.value)}>
          {sorted.map((vehicle) => (
            <option key={vehicle.id} value={vehicle.id}>
              {vehicle.plate} · {t(`transfer.vehicle.${vehicle.kind}`, { defaultValue: vehicle.kind })} ·{' '}
              {t('transfer.seatsOf', { n: vehicle.seats })} {vehicle.ramp ? t('transfer.ramp') : ''}{' '}
              {busy.has(vehicle.id) ? t('transfer.busy') : ''}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t('transfer.siteLabel')}</span>
        <select value={siteId} onChange={(event) => setSite(event.target.value)}>
          {sites.map((site) => (
            <option key={site.id} value={site.id}>
              {site.name} · {site.accepts.map((cls) => wordOf(CLASS_WORDS, cls, lang)).join(' ')} · {t('transfer.free')}{' '}
              {roomCounts(site.rooms).free}
            </option>
          ))}
        </select>
      </label>
    </Dialog>
  );
}
