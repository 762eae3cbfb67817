import { useQuery } from '@apollo/client/react';
import { AssignPartyDocument, TransferBoardDocument, type TransferBoardQuery } from '@tracewright/api-client';
import { CLASS_WORDS, roomCounts, wordOf } from '@tracewright/workbench-model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useCommands } from '../app/commands.js';
import { useLive } from '../app/live.js';
import { useLang } from '../app/session.js';
import { useAsk } from '../parts/Ask.js';
import { Loading } from '../parts/Loading.js';
import { useLate } from '../parts/When.js';
import { NewRun } from './NewRun.js';
import { PartyItem } from './PartyItem.js';
import { RunCard } from './RunCard.js';
import { SiteCard } from './SiteCard.js';
import './transfer.css';

export type Party = TransferBoardQuery['transferQueue'][number];
export type Run = TransferBoardQuery['runs'][number];

/** Who waits, what drives, where there is room. A move that breaks a rule is refused with the rule's own words. */
export default function TransferBoard() {
  const { t } = useTranslation();
  const lang = useLang();
  const late = useLate();
  const act = useAct();
  const ask = useAsk();
  const { data, error, refetch } = useQuery(TransferBoardDocument);
  useLive(['transfer', 'contacts'], () => void refetch());
  const [partyId, setParty] = useState<string | null>(null);
  const [runId, setRun] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const [cls, setCls] = useState('');
  const [refused, setRefused] = useState<{ runId: string; message: string } | null>(null);
  const queue = (data?.transferQueue ?? []).filter((party) => cls === '' || party.cls === cls);
  const runs = data?.runs ?? [];
  const party = queue.find((one) => one.partyId === partyId) ?? queue[0];
  const run = runs.find((one) => one.id === runId) ?? runs.find((one) => one.state === 'PLANNED' || one.state === 'ACCEPTED');
  const assign = async (to: Run | undefined, which: Party | undefined) => {
    if (!to || !which) return;
    setRefused(null);
    const send = (mixedReason: string | null) =>
      act(
        AssignPartyDocument,
        { runId: to.id, partyId: which.partyId, mixedReason },
        {
          topics: ['transfer'],
          done: t('transfer.assigned', { n: which.people.length, plate: to.vehicle.plate }),
          onRefused: ({ code, message }) => {
            setRefused({ runId: to.id, message });
            if ((code === 'mixed-classes' || code === 'ward-alone') && mixedReason === null) void mixed(message);
            return true;
          },
        },
      );
    const mixed = async (message: string) => {
      const reason = await ask({
        title: t('transfer.mixed'),
        body: <p className="late">{message}</p>,
        reason: t('cases.reason'),
        ok: t('transfer.assignAnyway'),
      });
      if (reason) await send(reason);
    };
    await send(null);
  };
  const walk = (by: number) => {
    const i = queue.findIndex((one) => one.partyId === party?.partyId);
    setParty(queue[Math.min(Math.max(i + by, 0), queue.length - 1)]?.partyId ?? null);
  };
  const walkRuns = (by: number) => {
    const i = runs.findIndex((one) => one.id === run?.id);
    setRun(runs[Math.min(Math.max(i + by, 0), runs.length - 1)]?.id ?? null);
  };
  useCommands([
    { id: 'next-party', label: { zh: '下一组', en: 'Next party' }, keys: 'J', run: () => walk(1) },
    { id: 'former-party', label: { zh: '上一组', en: 'Former party' }, keys: 'K', run: () => walk(-1) },
    { id: 'next-run', label: { zh: '下一车次', en: 'Next run' }, keys: 'L', run: () => walkRuns(1) },
    { id: 'former-run', label: { zh: '上一车次', en: 'Former run' }, keys: 'H', run: () => walkRuns(-1) },
    {
      id: 'assign',
      label: { zh: '放入选中的车次', en: 'Put on the selected run' },
      keys: 'M',
      when: () => party !== undefined && run !== undefined,
      run: () => void assign(run, party),
    },
    { id: 'new-run', label: { zh: '新车次', en: 'New run' }, keys: 'N', run: () => setMaking(true) },
  ]);
  if (!data) return <Loading error={error} again={() => void refetch()} />;
  const waiting = data.transferQueue.flatMap((one) => one.people).length;
  const overdue = data.transferQueue.filter((one) => late(one.dueAt));
  const rooms = roomCounts(data.sites.flatMap((site) => site.rooms));
  return (
    <div className="transfer">
      <header className="case-head">
        <h1>{t('frame.desk.transfer')}</h1>
        <Figure label={t('transfer.waiting')}>
          {t('transfer.peopleParties', { people: waiting, parties: data.transferQueue.length })}
        </Figure>
        <Figure label={t('transfer.late')}>
          {overdue.length > 0 ? <span className="late">{overdue.flatMap((one) => one.people).length}</span> : '0'}
        </Figure>
        <Figure label={t('transfer.onTheWay')}>
          {t('transfer.peopleRuns', { people: runs.flatMap((one) => one.people).length, runs: runs.length })}
        </Figure>
        <Figure label={t('transfer.freeRooms')}>{rooms.free}</Figure>
        <span className="sp" />
        <button type="button" className="btn p" onClick={() => setMaking(true)}>
          {t('transfer.newRun')} <kbd>N</kbd>
        </button>
      </header>
      <div className="transfer-columns">
        <section className="column" aria-label={t('transfer.waiting')}>
          <div className="column-head row-between">
            <h2>{t('transfer.waiting')}</h2>
            <select aria-label={t('contacts.column.class')} value={cls} onChange={(event) => setCls(event.target.value)}>
              <option value="">{t('contacts.anyClass')}</option>
              {['CLOSE', 'SECOND', 'MIXED'].map((key) => (
                <option key={key} value={key}>
                  {wordOf(CLASS_WORDS, key, lang)}
                </option>
              ))}
            </select>
          </div>
          <ul className="scroll grow">
            {queue.map((one) => (
              <PartyItem
                key={one.partyId}
                party={one}
                selected={one.partyId === party?.partyId}
                onSelect={() => setParty(one.partyId)}
                runs={runs}
                onAssign={(to) => void assign(to, one)}
              />
            ))}
            {queue.length === 0 && <li className="quiet">{t('transfer.nobodyWaits')}</li>}
          </ul>
        </section>
        <section className="column runs" aria-label={t('transfer.runs')}>
          <div className="column-head row-between">
            <h2>
              {t('transfer.runs')} <span className="muted">{runs.length}</span>
            </h2>
            <span className="muted">
              <kbd>J</kbd> <kbd>K</kbd> {t('transfer.chooseParty')} <kbd>H</kbd> <kbd>L</kbd> {t('transfer.chooseRun')} <kbd>M</kbd>{' '}
              {t('transfer.put')}
            </span>
          </div>
          <div className="scroll grow run-list">
            {runs.map((one) => (
              <RunCard
                key={one.id}
                run={one}
                selected={one.id === run?.id}
                onSelect={() => setRun(one.id)}
                refused={refused?.runId === one.id ? refused.message : null}
                onDropParty={(id) =>
                  void assign(
                    one,
                    data.transferQueue.find((p) => p.partyId === id),
                  )
                }
              />
            ))}
            {runs.length === 0 && <p className="quiet">{t('transfer.noRuns')}</p>}
          </div>
        </section>
        <section className="column" aria-label={t('transfer.sites')}>
          <div className="column-head">
            <h2>{t('transfer.sites')}</h2>
          </div>
          <div className="scroll grow run-list">
            {data.sites.map((site) => (
              <SiteCard key={site.id} site={site} />
            ))}
          </div>
        </section>
      </div>
      {making && (
        <NewRun
          vehicles={data.vehicles}
          sites={data.sites}
          busy={new Set(runs.map((one) => one.vehicle.id))}
          onClose={() => setMaking(false)}
          onMade={(id) => {
            setMaking(false);
            setRun(id);
          }}
        />
      )}
    </div>
  );
}

const Figure = ({ label, children }: { readonly label: string; readonly children: React.ReactNode }) => (
  <div className="fact">
    <span>{label}</span>
    <div>
      <b>{children}</b>
    </div>
  </div>
);
