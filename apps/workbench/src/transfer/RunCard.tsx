import { CancelRunDocument, type RunBitsFragment, TakeOffDocument } from '@tracewright/api-client';
import { RUN, TRANSFER } from '@tracewright/epi-core';
import { seatRows, wordOf } from '@tracewright/workbench-model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useLang } from '../app/session.js';
import { useAsk } from '../parts/Ask.js';
import { ClassMark } from '../parts/marks.js';
import { When } from '../parts/When.js';
import { Needs, usePersonName } from '../parts/Who.js';

interface Props {
  readonly run: RunBitsFragment;
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly refused: string | null;
  readonly onDropParty: (partyId: string) => void;
}

const SEATED = ['ASSIGNED', 'ACCEPTED', 'ARRIVED'];

/** One drive: seat plan, people, how far it has come; a party is dropped here. */
export function RunCard({ run, selected, onSelect, refused, onDropParty }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const act = useAct();
  const ask = useAsk();
  const nameOf = usePersonName();
  const [over, setOver] = useState(false);
  const open = run.state === 'PLANNED' || run.state === 'ACCEPTED';
  const cancel = async () => {
    if (
      (await ask({
        title: t('transfer.cancelRun', { no: run.no }),
        ok: t('transfer.cancelRunOk', { n: run.people.length }),
        danger: true,
      })) !== null
    )
      await act(CancelRunDocument, { runId: run.id }, { topics: ['transfer'] });
  };
  return (
    <article
      className={`run ${selected ? 'selected' : ''} ${over ? 'over' : ''} ${refused ? 'refused' : ''}`}
      aria-label={`${run.no} ${run.vehicle.plate}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDropParty(event.dataTransfer.getData('text/party'));
      }}
    >
      <header className="row-between">
        <button type="button" className="run-name" aria-pressed={selected} onClick={onSelect}>
          <b>{run.vehicle.plate}</b>{' '}
          <span className="sub">
            {t(`transfer.vehicle.${run.vehicle.kind}`, { defaultValue: run.vehicle.kind })}
            {run.vehicle.ramp && ` ${t('transfer.ramp')}`} · {run.no}
          </span>
        </button>
        <ClassMark cls={run.cls} />
        <b>
          → {run.siteName}　<span className="num">{t('transfer.seats', { n: run.people.length, of: run.vehicle.seats })}</span>
        </b>
      </header>
      <div className="run-body">
        <SeatPlan run={run} />
        <ul className="riders">
          {run.people.map((rider) => (
            <li key={rider.taskId}>
              <span className="num muted">{rider.seatNo}</span>
              <b>{nameOf(rider.person)}</b>
              <span className="sub">
                {rider.address} <Needs needs={rider.needs} />
              </span>
              <span className={rider.state === 'BOARDED' ? 'ok' : 'sub'}>
                {wordOf(TRANSFER, rider.state, lang)} {rider.roomNo && t('transfer.room', { no: rider.roomNo })}
              </span>
              {SEATED.includes(rider.state) && (
                <button
                  type="button"
                  className="plain"
                  aria-label={t('transfer.takeOff', { name: nameOf(rider.person) })}
                  onClick={() => void act(TakeOffDocument, { taskId: rider.taskId }, { topics: ['transfer'] })}
                >
                  ×
                </button>
              )}
            </li>
          ))}
          {run.people.length === 0 && <li className="muted">{t('transfer.empty')}</li>}
        </ul>
      </div>
      {run.mixedReason && <p className="warn">{t('transfer.mixedBecause', { reason: run.mixedReason })}</p>}
      <ol className="run-steps">
        {(
          [
            ['PLANNED', run.createdAt],
            ['ACCEPTED', run.acceptedAt],
            ['COLLECTING', run.arrivedAt],
            ['AT_SITE', run.atSiteAt],
            ['DONE', run.doneAt],
          ] as const
        ).map(([state, at]) => (
          <li key={state} className={at ? 'done' : ''}>
            {wordOf(RUN, state, lang)} <When at={at} />
          </li>
        ))}
      </ol>
      <footer className="inline">
        <a className="btn small" href={`/print/run/${run.id}`} target="_blank" rel="noreferrer">
          {t('transfer.print')}
        </a>
        {open && (
          <button type="button" className="link" onClick={() => void cancel()}>
            {t('transfer.cancelRunShort')}
          </button>
        )}
      </footer>
      {refused && (
        <p className="refusal" role="alert">
          ⊘ {refused}
        </p>
      )}
    </article>
  );
}

function SeatPlan({ run }: { readonly run: RunBitsFragment }) {
  const { t } = useTranslation();
  const nameOf = usePersonName();
  return (
    <div className="seats" role="img" aria-label={t('transfer.seats', { n: run.people.length, of: run.vehicle.seats })}>
      {seatRows(run.vehicle.seats, run.people).map((row) => (
        <div key={row[0]?.no}>
          {row.map((seat) => (
            <i
              key={seat.no}
              className={
                seat.person
                  ? `taken ${seat.person.cls} ${seat.person.state === 'BOARDED' || seat.person.state === 'AT_SITE' ? 'boarded' : ''}`
                  : ''
              }
              title={seat.person ? `${seat.no} ${nameOf(seat.person.person)}` : String(seat.no)}
            >
              {seat.person && (seat.person.state === 'BOARDED' ? '✓' : seat.no)}
            </i>
          ))}
        </div>
      ))}
    </div>
  );
}
