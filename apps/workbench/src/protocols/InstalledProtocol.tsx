import { type ProtocolBitsFragment, VerifyProtocolDocument } from '@tracewright/api-client';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useLang, useSession } from '../app/session.js';
import { useAsk } from '../parts/Ask.js';
import { When } from '../parts/When.js';
import { RuleTable } from './RuleTable.js';

/** A protocol as it came with the program, and who took responsibility for it here (rulings 15). */
export function InstalledProtocol({ protocol }: { readonly protocol: ProtocolBitsFragment }) {
  const { t } = useTranslation();
  const lang = useLang();
  const act = useAct();
  const ask = useAsk();
  const { account } = useSession();
  const verify = async () => {
    const ok = await ask({
      title: t('more.protocols.verifyTitle', { id: protocol.id }),
      body: <p>{t('more.protocols.verifyBody', { name: account.name })}</p>,
      ok: t('more.protocols.verify'),
    });
    if (ok !== null) await act(VerifyProtocolDocument, { id: protocol.id }, { topics: ['protocols'] });
  };
  return (
    <details className="panel" open={protocol.verifiedBy !== null}>
      <summary>
        <b>{protocol.id}</b> {protocol.name[lang]} <span className="sub">{protocol.version}</span>{' '}
        {protocol.verifiedBy ? (
          <span className="ok">
            ✓ {t('more.protocols.verifiedBy', { name: protocol.verifiedBy })} <When at={protocol.verifiedAt} />{' '}
            {protocol.demoOnly && t('more.protocols.demoOnly')}
          </span>
        ) : (
          <span className="warn">{t('more.protocols.unverified')}</span>
        )}
        {account.role === 'administrator' && (
          <button type="button" className="btn small" onClick={() => void verify()}>
            {t('more.protocols.verify')}
          </button>
        )}
      </summary>
      <RuleTable protocol={protocol} />
    </details>
  );
}
