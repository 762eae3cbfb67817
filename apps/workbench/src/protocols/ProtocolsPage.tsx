import { useQuery } from '@apollo/client/react';
import { CasesBehindProtocolDocument, ProtocolsDocument } from '@tracewright/api-client';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../app/live.js';
import { Loading } from '../parts/Loading.js';
import { addProtocolWords } from './add-words.js';
import { InstalledProtocol } from './InstalledProtocol.js';
import { ProtocolDesk } from './ProtocolDesk.js';
import { VersionBar } from './VersionBar.js';
import './protocols.css';

addProtocolWords();

/** Rules one can read aloud, the source beside them, who took responsibility here (rulings 15), and versions written here. */
export default function ProtocolsPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(ProtocolsDocument);
  useLive(['protocols'], () => void refetch());
  if (!data) return <Loading error={error} again={() => void refetch()} />;
  const { protocols, protocolVersions } = data;
  const activeOf = (protocolId: string) => protocolVersions.find((one) => one.state === 'ACTIVE' && one.protocolId === protocolId);
  return (
    <div className="page">
      <h1>{t('frame.desk.protocols')}</h1>
      <ProtocolDesk installed={protocols} versions={protocolVersions} />
      <section className="panel" aria-label={t('more.protocols.written')}>
        <h2>{t('more.protocols.written')}</h2>
        <CasesBehind />
        {protocolVersions.map((one) => (
          <VersionBar key={one.id} version={one} active={activeOf(one.protocolId)} />
        ))}
        {protocolVersions.length === 0 && <p className="muted">{t('more.protocols.none')}</p>}
      </section>
      {protocols.map((protocol) => (
        <InstalledProtocol key={protocol.id} protocol={protocol} />
      ))}
    </div>
  );
}

/** How often it is asked while cases are derived anew. */
const AGAIN_MS = 2_000;

/** Cases still judged by what a protocol said before; desks go on meanwhile. */
function CasesBehind() {
  const { t } = useTranslation();
  const { data, refetch, startPolling, stopPolling } = useQuery(CasesBehindProtocolDocument, { fetchPolicy: 'network-only' });
  useLive(['protocols'], () => void refetch());
  const n = data?.casesBehindProtocol ?? 0;
  const any = n > 0;
  useEffect(() => {
    if (!any) return undefined;
    startPolling(AGAIN_MS);
    return stopPolling;
  }, [any, startPolling, stopPolling]);
  return any ? (
    <p role="status" className="muted">
      {t('more.protocols.behind', { n })}
    </p>
  ) : null;
}
