import { type PushBitsFragment, RecordOutcomeDocument } from '@tracewright/api-client';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { Dialog } from '../parts/Dialog.js';
import { usePersonName } from '../parts/Who.js';
import { OutcomeForm } from './OutcomeForm.js';
import './received.css';

/** What an outside area said on the phone, recorded by the database desk. */
export function OutcomeDialog({ push, onClose }: { readonly push: PushBitsFragment; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const act = useAct();
  const nameOf = usePersonName();
  return (
    <Dialog title={`${t('push.outcomeByHand')} ${nameOf(push.person)} · ${push.toAreaName}`} onClose={onClose}>
      <OutcomeForm
        push={push}
        onRecord={async (input) => {
          if (await act(RecordOutcomeDocument, { input }, { topics: ['pushes', 'contacts'] })) onClose();
        }}
      />
      <button type="button" className="btn" onClick={onClose}>
        {t('frame.cancel')}
      </button>
    </Dialog>
  );
}
