import { useQuery } from '@apollo/client/react';
import {
  AbsentPersonDocument,
  AcceptRunDocument,
  ArriveRunDocument,
  BoardPersonDocument,
  FeverPersonDocument,
  MyRunDocument,
  ReachSiteDocument,
  RefusePersonDocument,
  type RunBitsFragment,
} from '@tracewright/api-client';
import { RUN, TRANSFER } from '@tracewright/epi-core';
import { wordOf } from '@tracewright/workbench-model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useLive } from '../app/live.js';
import { useLang } from '../app/session.js';
import { useAsk } from '../parts/Ask.js';
import { Loading } from '../parts/Loading.js';
import { PhoneNumber } from '../parts/PhoneNumber.js';
import { Needs, SexAge, usePersonName } from '../parts/Who.js';
import './crew.css';

type Rider = RunBitsFragment['people'][number];

/** Today's run in one hand: who is next, identity checked, temperature as measured and never preset, two taps a person. */
export default function CrewPage() {
  const { t } = useTranslation();
  const lang = useLang();
  const act = useAct();
  const ask = useAsk();
  const { data, error, refetch } = useQuery(MyRunDocument);
  useLive(['transfer'], () => void refetch());
  if (!data) return <Loading error={error} again={() => void refetch()} />;
  const run = data.myRun;
  if (!run) return <p className="quiet">{t('transfer.crew.noRun')}</p>;
  const aboard = run.people.filter((rider) => ['BOARDED', 'AT_SITE', 'HANDED_OVER', 'IN_STAY'].includes(rider.state));
  const open = run.people.filter((rider) => ['ASSIGNED', 'ACCEPTED', 'ARRIVED'].includes(rider.state));
  const stops = [...new Set(run.people.map((rider) => rider.address))];
  const again = () => void refetch();
  const step = async (what: 'accept' | 'arrive' | 'reach') => {
    if (
      what === 'reach' &&
      (await ask({
        title: t('transfer.crew.reachSite'),
        body: <p>{t('transfer.crew.aboardCount', { n: aboard.length })}</p>,
        ok: t('transfer.crew.reachSiteOk', { n: aboard.length }),
      })) === null
    )
      return;
    const [runId, topics] = [run.id, ['transfer'] as const];
    if (what === 'accept') await act(AcceptRunDocument, { runId }, { topics });
    else if (what === 'arrive') await act(ArriveRunDocument, { runId }, { topics });
    else await act(ReachSiteDocument, { runId }, { topics });
    again();
  };
  return (
    <div className="crew">
      <header className="crew-head">
        <div className="row-between">
          <h1>{run.vehicle.plate}</h1>
          <span>
            <b className="big-num">
              {aboard.length} / {run.people.length}
            </b>{' '}
            {t('transfer.crew.boarded')}
          </span>
        </div>
        <div className="row-between sub">
          <span>
            → {run.siteName} · {run.no}
          </span>
          <span>{wordOf(RUN, run.state, lang)}</span>
        </div>
      </header>
      {stops.map((address) => (
        <section key={address} aria-label={address}>
          <h2 className="stop">
            {address} <span className="muted">{run.people.filter((rider) => rider.address === address).length}</span>
          </h2>
          {run.people
            .filter((rider) => rider.address === address)
            .map((rider) => (
              <RiderRow key={rider.taskId} rider={rider} collecting={run.state === 'COLLECTING'} onDone={again} />
            ))}
        </section>
      ))}
      <footer className="crew-foot">
        {run.state === 'PLANNED' && (
          <button type="button" className="btn p big" onClick={() => void step('accept')}>
            {t('transfer.crew.accept')}
          </button>
        )}
        {run.state === 'ACCEPTED' && (
          <button type="button" className="btn p big" onClick={() => void step('arrive')}>
            {t('transfer.crew.arrive')}
          </button>
        )}
        {run.state === 'COLLECTING' && (
          <button type="button" className="btn p big" disabled={open.length > 0 || aboard.length === 0} onClick={() => void step('reach')}>
            {open.length > 0 ? t('transfer.crew.stillOpen', { n: open.length }) : t('transfer.crew.reachSite')}
          </button>
        )}
        {run.state === 'AT_SITE' && <p className="quiet">{t('transfer.crew.atSite')}</p>}
      </footer>
    </div>
  );
}

function RiderRow({ rider, collecting, onDone }: { readonly rider: Rider; readonly collecting: boolean; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const lang = useLang();
  const act = useAct();
  const ask = useAsk();
  const nameOf = usePersonName();
  const [checked, setChecked] = useState(rider.identityChecked);
  const [temperature, setTemperature] = useState('');
  const name = nameOf(rider.person);
  const value = temperature.trim() === '' ? null : Number(temperature.replace(',', '.'));
  const open = ['ASSIGNED', 'ACCEPTED', 'ARRIVED'].includes(rider.state);
  const done = (answer: unknown) => answer && onDone();
  const board = async () =>
    done(await act(BoardPersonDocument, { taskId: rider.taskId, identityChecked: checked, temperature: value }, { topics: ['transfer'] }));
  const fever = async () => {
    const note = await ask({
      title: t('transfer.crew.feverTitle', { name }),
      reason: t('transfer.crew.note'),
      optional: true,
      ok: t('transfer.crew.fever'),
      danger: true,
    });
    if (note !== null)
      done(await act(FeverPersonDocument, { taskId: rider.taskId, temperature: value, note: note || null }, { topics: ['transfer'] }));
  };
  const leave = async (what: 'refuse' | 'absent') => {
    const note = await ask({
      title: t(`transfer.crew.${what}Title`, { name }),
      reason: t('transfer.crew.note'),
      optional: true,
      ok: t(`transfer.crew.${what}`),
    });
    if (note === null) return;
    const why = { taskId: rider.taskId, note: note || null };
    if (what === 'refuse') done(await act(RefusePersonDocument, why, { topics: ['transfer'] }));
    else done(await act(AbsentPersonDocument, why, { topics: ['transfer'] }));
  };
  return (
    <article className={`rider ${rider.state.toLowerCase()}`} aria-label={name}>
      <div className="row-between">
        <span className="rider-name">
          {!open && <span className="ok">✓ </span>}
          <b>{name}</b> <SexAge person={rider.person} />
        </span>
        <span className="num sub">
          {rider.seatNo && t('transfer.seatNo', { no: rider.seatNo })} {rider.roomNo && t('transfer.room', { no: rider.roomNo })}
        </span>
      </div>
      <Needs needs={rider.needs} />
      {!open && (
        <p className={rider.state === 'BOARDED' ? 'ok' : 'warn'}>
          {wordOf(TRANSFER, rider.state, lang)} {rider.temperature !== null && `${rider.temperature.toFixed(1)} °C`}
        </p>
      )}
      {open && <PhoneNumber person={rider.person} />}
      {open && collecting && (
        <>
          <div className="rider-checks">
            <button
              type="button"
              className={checked ? 'btn tall checked' : 'btn tall'}
              aria-pressed={checked}
              onClick={() => setChecked(!checked)}
            >
              {checked ? '✓ ' : ''}
              {t('transfer.crew.identity')}
            </button>
            <label className="temperature">
              <span className="sr">{t('transfer.crew.temperature', { name })}</span>
              <input
                inputMode="decimal"
                placeholder={t('transfer.crew.temperatureHint')}
                value={temperature}
                onChange={(event) => setTemperature(event.target.value)}
              />
              <span>°C</span>
            </label>
            <button
              type="button"
              className="btn p tall"
              disabled={!checked || (value !== null && Number.isNaN(value))}
              onClick={() => void board()}
              aria-label={t('transfer.crew.boardName', { name })}
            >
              {t('transfer.crew.board')}
            </button>
          </div>
          <div className="rider-others">
            <button type="button" className="link" onClick={() => void fever()}>
              {t('transfer.crew.fever')}
            </button>
            <button type="button" className="link" onClick={() => void leave('absent')}>
              {t('transfer.crew.absent')}
            </button>
            <button type="button" className="link" onClick={() => void leave('refuse')}>
              {t('transfer.crew.refuse')}
            </button>
          </div>
        </>
      )}
    </article>
  );
}
