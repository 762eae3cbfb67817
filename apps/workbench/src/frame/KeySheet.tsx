import { useTranslation } from 'react-i18next';
import { useCommandList } from '../app/commands.js';
import { useLang } from '../app/session.js';
import { Dialog } from '../parts/Dialog.js';

/** Every key of what is on the screen, from the one list of commands. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const lang = useLang();
  const commands = useCommandList()().filter((command) => command.keys);
  return (
    <Dialog
      title={t('frame.keys')}
      onClose={onClose}
      onSubmit={onClose}
      footer={
        <button type="submit" className="btn p" data-first="">
          {t('frame.close')}
        </button>
      }
    >
      <dl className="keys">
        {commands.map((command) => (
          <div key={command.id}>
            <dt>
              <kbd>{command.keys}</kbd>
            </dt>
            <dd>{command.label[lang]}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
