import { useQuery } from '@apollo/client/react';
import { AcknowledgePushesDocument, type PushBitsFragment, ReceiverListDocument, type ReceiverListQuery } from '@tracewright/api-client';
import { PUSH, PUSH_OUTCOMES } from '@tracewright/epi-core';
import { withParams, wordOf } from '@tracewright/workbench-model';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useAct } from '../app/act.js';
import { useLive } from '../app/live.js';
import { useLang, useSession } from '../app/session.js';
import { Loading } from '../parts/Loading.js';
import { ClassMark } from '../parts/marks.js';
import { Clock, useLate } from '../parts/When.js';
import { Needs, Who } from '../parts/Who.js';
import { Door } from './Door.js';
import { useRing } from './use-ring.js';
import { useUnsent } from './use-unsent.js';
import './received.css';

type Household = ReceiverListQuery['receiverList'][number];
const KEPT = 'tracewright-received-';

/** A community's people, door by door; it works through a dead spot, and rings while something was not acknowledged. */
export default function Received() {
  const { t } = useTranslation();
  const { account } = useSession();
  const act = useAct();
  const [params, setParams] = useSearchParams();
  const { data, error, refetch } = useQuery(ReceiverListDocument);
  useLive(['pushes', 'contacts'], () => void refetch());
  const unsent = useUnsent(() => void refetch());
  const doors = useKept(`${KEPT}${account.id}`, data?.receiverList);
  const unacked = doors?.flatMap((door) => door.items).filter((push) => push.state === 'SENT') ?? [];
  const ring = useRing(unacked.length > 0);
  if (!doors) return <Loading error={error} again={() => void refetch()} />;
  const key = params.get('door');
  const at = doors.findIndex((door) => door.key === key);
  const door = doors[at];
  const go = (next: Household | undefined) => setParams((old) => withParams(old, { door: next?.key ?? null }));
  return (
    <div className="received">
      {unsent.count > 0 && (
        <p className="unsent" role="status">
          ↥ <b>{t('push.received.unsent', { n: unsent.count })}</b> {t('push.received.unsentHint')}
          <button type="button" className="btn small" onClick={unsent.flush}>
            {t('push.received.sendNow')}
          </button>
        </p>
      )}
      {unacked.length > 0 && (
        <div className="ringing" role="alert">
          <b>{t('push.received.unacked', { n: unacked.length })}</b>
          <button
            type="button"
            className="btn p"
            onClick={() =>
              void act(
                AcknowledgePushesDocument,
                { ids: unacked.map((push) => push.id) },
                { topics: ['pushes'], done: t('push.received.acked', { n: unacked.length }) },
              )
            }
          >
            {t('push.received.acknowledge', { n: unacked.length })}
          </button>
          <button type="button" className="plain" aria-pressed={ring.on} onClick={ring.toggle}>
            {ring.on ? t('push.received.soundOff') : t('push.received.soundOn')}
          </button>
        </div>
      )}
      {door ? (
        <Door
          door={door}
          no={at + 1}
          of={doors.length}
          unsent={unsent}
          onList={() => go(undefined)}
          onNext={doors[at + 1] ? () => go(doors[at + 1]) : null}
          onFormer={doors[at - 1] ? () => go(doors[at - 1]) : null}
        />
      ) : (
        <DoorList doors={doors} onOpen={go} waiting={unsent.ids} />
      )}
    </div>
  );
}

function DoorList({
  doors,
  onOpen,
  waiting,
}: {
  readonly doors: readonly Household[];
  readonly onOpen: (door: Household) => void;
  readonly waiting: ReadonlySet<string>;
}) {
  const { t } = useTranslation();
  const lang = useLang();
  const late = useLate();
  const open = (push: PushBitsFragment) => push.state !== 'CONTROLLED' && push.state !== 'CLOSED';
  const sorted = [...doors].sort((a, b) => Number(b.items.some(open)) - Number(a.items.some(open)) || worst(a).localeCompare(worst(b)));
  const state = (push: PushBitsFragment) =>
    waiting.has(push.id)
      ? t('push.received.notSentYet')
      : push.outcome
        ? wordOf(PUSH_OUTCOMES, push.outcome, lang)
        : wordOf(PUSH, push.state, lang);
  return (
    <>
      <div className="page-head received-head">
        <h1>
          {t('push.received.title')}{' '}
          <small>{t('push.received.toSee', { n: doors.flatMap((door) => door.items).filter(open).length })}</small>
        </h1>
      </div>
      <ul className="doors">
        {sorted.map((door) => (
          <li key={door.key}>
            <button
              type="button"
              className={`door-row ${door.items.some((push) => open(push) && late(push.dueAt)) ? 'overdue' : ''}`}
              onClick={() => onOpen(door)}
            >
              <span className="row-between">
                <b>{door.address ?? t('push.received.noAddress')}</b>
                {door.items.some(open) ? <Clock due={worst(door)} /> : <span className="ok">✓</span>}
              </span>
              {door.items.map((push) => (
                <span key={push.id} className="row-between">
                  <span className="inline">
                    <ClassMark cls={push.cls} /> <Who person={push.person} /> <Needs needs={push.person.needs} />
                  </span>
                  <span className={open(push) ? 'sub' : 'ok'}>{state(push)}</span>
                </span>
              ))}
            </button>
          </li>
        ))}
      </ul>
      {doors.length === 0 && <p className="quiet">{t('push.received.nobody')}</p>}
    </>
  );
}

const worst = (door: Household): string => door.items.map((push) => push.dueAt ?? '9').sort()[0] ?? '9';

/** The list as last seen, so that a lift or a basement does not empty the page. Gone at sign-out with the session's storage. */
function useKept(key: string, fresh: readonly Household[] | undefined): readonly Household[] | undefined {
  const [kept] = useState<readonly Household[] | undefined>(() => {
    const text = sessionStorage.getItem(key);
    return text ? (JSON.parse(text) as Household[]) : undefined;
  });
  useEffect(() => {
    if (fresh) sessionStorage.setItem(key, JSON.stringify(fresh));
  }, [key, fresh]);
  return fresh ?? kept;
}
