import { useQuery } from '@apollo/client/react';
import { HandOverDocument, type RunBitsFragment, SettleDocument, SitePageDocument } from '@tracewright/api-client';
import { RUN, TRANSFER } from '@tracewright/epi-core';
import { wordOf } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/act.js';
import { useLive } from '../app/live.js';
import { useLang } from '../app/session.js';
import { useAsk } from '../parts/Ask.js';
import { Loading } from '../parts/Loading.js';
import { ClassMark } from '../parts/marks.js';
import { Needs, Who } from '../parts/Who.js';
import { SiteCard } from '../transfer/SiteCard.js';
import '../crew/crew.css';
import '../transfer/transfer.css';
import './site.css';

/** Who is coming, who is at the door, who is in a room: only the site takes people over and lets their stay begin. */
export default function SitePage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(SitePageDocument);
  useLive(['transfer'], () => void refetch());
  if (!data) return <Loading error={error} again={() => void refetch()} />;
  return (
    <div className="site-page">
      {data.siteArrivals.map((run) => (
        <Arrival key={run.id} run={run} onDone={() => void refetch()} />
      ))}
      {data.siteArrivals.length === 0 && <p className="quiet">{t('transfer.site.nobody')}</p>}
      {data.sites.map((site) => (
        <SiteCard key={site.id} site={site} />
      ))}
    </div>
  );
}

function Arrival({ run, onDone }: { readonly run: RunBitsFragment; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const lang = useLang();
  const act = useAct();
  const ask = useAsk();
  const listed = run.people.length;
  const here = run.people.filter((rider) => rider.state === 'AT_SITE');
  const taken = run.people.filter((rider) => rider.state === 'HANDED_OVER');
  const boarded = run.people.filter((rider) => ['BOARDED', 'AT_SITE', 'HANDED_OVER', 'IN_STAY'].includes(rider.state)).length;
  const arrived = run.people.filter((rider) => ['AT_SITE', 'HANDED_OVER', 'IN_STAY'].includes(rider.state)).length;
  const takeOver = async () => {
    const ok = await ask({
      title: t('transfer.site.takeOver', { n: here.length }),
      body: <p>{t('transfer.site.takeOverBody', { plate: run.vehicle.plate })}</p>,
      ok: t('transfer.site.takeOver', { n: here.length }),
    });
    if (
      ok !== null &&
      (await act(
        HandOverDocument,
        { taskIds: here.map((rider) => rider.taskId) },
        { topics: ['transfer'], done: t('transfer.site.takenOver', { n: here.length }) },
      ))
    )
      onDone();
  };
  const settle = async () => {
    if (
      await act(
        SettleDocument,
        { taskIds: taken.map((rider) => rider.taskId) },
        { topics: ['transfer'], done: t('transfer.site.settled', { n: taken.length }) },
      )
    )
      onDone();
  };
  return (
    <article className="run" aria-label={run.vehicle.plate}>
      <header className="row-between">
        <h1>
          {run.vehicle.plate} <small>{run.no}</small>
        </h1>
        <b>{wordOf(RUN, run.state, lang)}</b>
      </header>
      <div className="three-counts">
        {(
          [
            ['listed', listed],
            ['boarded', boarded],
            ['arrived', arrived],
          ] as const
        ).map(([key, n], i) => (
          <span key={key}>
            {i > 0 && <i className={n === listed ? 'ok' : 'warn'}>{n === listed ? '=' : '≠'}</i>}
            <b className="num">{n}</b> {t(`transfer.site.${key}`)}
          </span>
        ))}
      </div>
      <ul className="riders">
        {run.people.map((rider) => (
          <li key={rider.taskId}>
            <b className="num room-no">{rider.roomNo}</b> <ClassMark cls={rider.cls} /> <Who person={rider.person} />{' '}
            <Needs needs={rider.needs} />
            <span className="sp" />
            <span className="num sub">{rider.temperature !== null && `${rider.temperature.toFixed(1)} °C`}</span>{' '}
            <span className={rider.state === 'IN_STAY' ? 'ok' : 'sub'}>{wordOf(TRANSFER, rider.state, lang)}</span>
          </li>
        ))}
      </ul>
      <footer className="site-steps">
        <button type="button" className="btn p big" disabled={here.length === 0} onClick={() => void takeOver()}>
          {t('transfer.site.takeOver', { n: here.length })}
        </button>
        <button type="button" className="btn ok big" disabled={taken.length === 0} onClick={() => void settle()}>
          {t('transfer.site.settle', { n: taken.length })}
        </button>
      </footer>
    </article>
  );
}
