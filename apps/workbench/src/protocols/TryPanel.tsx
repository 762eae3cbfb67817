import { useQuery } from '@apollo/client/react';
import {
  BeginProtocolTryDocument,
  CancelProtocolTryDocument,
  CasesDocument,
  type ProtocolSourceInput,
  ProtocolTryDocument,
  type TryBitsFragment,
} from '@tracewright/api-client';
import { mayOpen, type Role } from '@tracewright/epi-core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Refusal, useAct } from '../app/act.js';
import { useCommands } from '../app/commands.js';
import { useSession } from '../app/session.js';
import { DiffCounts } from '../parts/ContactDiff.js';
import { Problems } from './Problems.js';
import { TriedCases, TriedPeople } from './TriedLists.js';

const ALL = 'all';
/** How often a try under way is asked how far it is. */
const AGAIN_MS = 700;

interface Props {
  readonly source: ProtocolSourceInput;
  readonly ready: boolean;
  /** Ctrl+Enter tries, from wherever the draft is being written. */
  readonly keys?: boolean;
}

/** What the protocol would change in the contacts of live cases, before anybody makes it active. Nothing is written. */
export function TryPanel({ source, ready, keys = false }: Props) {
  const { t } = useTranslation();
  const act = useAct();
  const { account } = useSession();
  const [caseId, setCaseId] = useState(ALL);
  const [begun, setBegun] = useState<{ tried: TryBitsFragment; source: string } | null>(null);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [seeing, setSeeing] = useState(false);
  const { data: cases } = useQuery(CasesDocument, { variables: { first: 200 }, skip: !mayOpen(account.role as Role, 'cases') });
  const tried = useProgress(begun?.tried ?? null);
  const running = tried?.state === 'RUNNING';
  const begin = async () => {
    setRefused(null);
    setBegun(null);
    const variables = { source, caseIds: caseId === ALL ? null : [caseId] };
    const progress = await act(BeginProtocolTryDocument, variables, {
      onRefused: (refusal) => {
        setRefused(refusal);
        return true;
      },
    });
    if (progress) setBegun({ tried: progress as TryBitsFragment, source: JSON.stringify(source) });
  };
  useCommands([
    {
      id: 'protocol-try',
      label: { zh: '用现有数据试算', en: 'Try the protocol on live data' },
      ...(keys ? { keys: 'Ctrl+Enter' } : {}),
      when: () => ready && !running,
      run: () => void begin(),
    },
  ]);
  return (
    <section className="try-panel" aria-label={t('more.protocols.try')}>
      <form
        className="inline"
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <label className="inline">
          {t('more.protocols.cases')}
          <select value={caseId} onChange={(event) => setCaseId(event.target.value)}>
            <option value={ALL}>{t('more.protocols.allCases')}</option>
            {cases?.cases.nodes.map((one) => (
              <option key={one.id} value={one.id}>
                #{one.no} {one.person.name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="btn p" disabled={!ready || running}>
          {t('more.protocols.try')} {keys && <kbd>Ctrl Enter</kbd>}
        </button>
        {tried && running && (
          <button type="button" className="btn" onClick={() => void act(CancelProtocolTryDocument, { id: tried.id })}>
            {t('protocols.try.stop')}
          </button>
        )}
      </form>
      {refused && <Problems problem={refused} />}
      {tried && (
        <>
          <div className="inline" role="status">
            <b>{tried.tried}</b>
            {running && <progress max={tried.of || 1} value={tried.looked} aria-label={t('protocols.try.state.RUNNING')} />}
            <span className="num">{t('protocols.try.looked', { n: tried.looked, of: tried.of })}</span>
            {!running && <span className={tried.state === 'DONE' ? 'muted' : 'warn'}>{t(`protocols.try.state.${tried.state}`)}</span>}
            <DiffCounts diff={tried.counts} />
            <span>{t('protocols.try.affected', { n: tried.affected })}</span>
            {!running && <span className="muted">{t('protocols.try.took', { s: (tried.tookMs / 1000).toFixed(1) })}</span>}
            {tried.names ? (
              <button type="button" className="btn small" disabled={tried.people === 0} onClick={() => setSeeing(true)}>
                {t('more.protocols.seeAll')}
              </button>
            ) : (
              <span className="muted">{t('more.protocols.onlyCounts')}</span>
            )}
            {begun && begun.source !== JSON.stringify(source) && <span className="warn">{t('protocols.try.oldText')}</span>}
          </div>
          {tried.of > 1 && !running && <TriedCases key={tried.id} tried={tried} />}
          {seeing && <TriedPeople tried={tried} caseId={null} onClose={() => setSeeing(false)} />}
        </>
      )}
    </section>
  );
}

/** The try as it stands, asked again until it has ended. */
function useProgress(begun: TryBitsFragment | null): TryBitsFragment | null {
  const { data, stopPolling, startPolling } = useQuery(ProtocolTryDocument, {
    variables: { id: begun?.id ?? '' },
    skip: begun === null,
    fetchPolicy: 'no-cache',
  });
  const outcome = begun === null ? undefined : data?.protocolTry;
  const known = outcome && 'looked' in outcome && outcome.id === begun?.id ? outcome : begun;
  const running = known?.state === 'RUNNING';
  useEffect(() => {
    if (!running) return undefined;
    startPolling(AGAIN_MS);
    return stopPolling;
  }, [running, startPolling, stopPolling]);
  return known;
}
