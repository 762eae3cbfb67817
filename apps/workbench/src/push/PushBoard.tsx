import { useQuery } from '@apollo/client/react';
import { type PushBitsFragment, PushBoardDocument, type PushBoardQuery, PushesDocument } from '@tracewright/api-client';
import { PUSH } from '@tracewright/epi-core';
import { withParams, wordOf } from '@tracewright/workbench-model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLive } from '../app/live.js';
import { useLang } from '../app/session.js';
import { Loading } from '../parts/Loading.js';
import { ClassMark } from '../parts/marks.js';
import { Clock, useLate, When } from '../parts/When.js';
import { Who } from '../parts/Who.js';
import { NoticePanel } from './NoticePanel.js';
import { OutcomeWords } from './OutcomeWords.js';
import { PushActions } from './PushActions.js';
import './push.css';

type Area = PushBoardQuery['pushBoard'][number];
const IN_HAND = ['DRAFT', 'CHECKED', 'SENT', 'ACKED', 'LOCATED', 'RETURNED', 'CONTROLLED'];

/** Left: where people were sent and the worst clock; middle: the people; right: what the receiver is told. */
export default function PushBoard() {
  const { t } = useTranslation();
  const lang = useLang();
  const late = useLate();
  const [params, setParams] = useSearchParams();
  const areaId = params.get('area');
  const [closed, setClosed] = useState(false);
  const board = useQuery(PushBoardDocument);
  const states = closed ? [...IN_HAND, 'CLOSED', 'WITHDRAWN'] : IN_HAND;
  const pushes = useQuery(PushesDocument, { variables: { areaId, states } });
  useLive(['pushes', 'contacts'], () => {
    void board.refetch();
    void pushes.refetch();
  });
  if (!board.data) return <Loading error={board.error} again={() => void board.refetch()} />;
  const areas = [...board.data.pushBoard].sort(
    (a, b) => Number(a.outside) - Number(b.outside) || (a.worstDueAt ?? '9').localeCompare(b.worstDueAt ?? '9'),
  );
  const chosen = areas.find((area) => area.areaId === areaId) ?? null;
  const rows = [...(pushes.data?.pushes ?? [])].sort((a, b) => urgency(a).localeCompare(urgency(b)));
  const sum = (pick: (area: Area) => number) => areas.reduce((n, area) => n + pick(area), 0);
  const choose = (area: Area | null) => setParams((old) => withParams(old, { area: area?.areaId ?? null }), { replace: true });
  return (
    <div className={chosen ? 'push with-notice' : 'push'}>
      <section className="push-areas scroll" aria-label={t('push.where')}>
        <table>
          <thead>
            <tr>
              <th>{t('push.where')}</th>
              {(['draft', 'unacked', 'placing'] as const).map((key) => (
                <th key={key} className="right">
                  {t(`push.count.${key}`)}
                </th>
              ))}
              <th className="right">{t('push.worst')}</th>
            </tr>
          </thead>
          <tbody>
            <tr
              tabIndex={0}
              aria-selected={areaId === null}
              onClick={() => choose(null)}
              onKeyDown={(event) => event.key === 'Enter' && choose(null)}
            >
              <td>
                <b>{t('frame.all')}</b>
              </td>
              <td className="right">{sum((area) => area.draft)}</td>
              <td className="right">{sum((area) => area.unacked)}</td>
              <td className="right">{sum((area) => area.placing)}</td>
              <td />
            </tr>
            {areas.map((area) => (
              <tr
                key={area.areaId ?? 'none'}
                tabIndex={0}
                aria-selected={area.areaId === areaId && areaId !== null}
                onClick={() => choose(area)}
                onKeyDown={(event) => event.key === 'Enter' && choose(area)}
              >
                <td>
                  {area.areaName} {area.outside && <span className="chip">{t('push.outside')}</span>}
                </td>
                <td className="right">{area.draft || '·'}</td>
                <td className={area.unacked > 0 ? 'right late' : 'right'}>{area.unacked || '·'}</td>
                <td className="right">{area.placing || '·'}</td>
                <td className="right">
                  <Clock due={area.worstDueAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="push-people">
        <div className="push-chain" role="group" aria-label={t('push.chain')}>
          {(['DRAFT', 'SENT', 'ACKED', 'LOCATED', 'CONTROLLED'] as const).map((state) => (
            <span key={state}>
              {PUSH[state][lang]} <b>{rows.filter((row) => row.state === state).length}</b>
            </span>
          ))}
          <span className="sp" />
          <label className="inline">
            <input type="checkbox" checked={closed} onChange={(event) => setClosed(event.target.checked)} /> {t('push.withClosed')}
          </label>
        </div>
        <div className="scroll grow">
          <table aria-label={t('push.people')}>
            <thead>
              <tr>
                {(['person', 'class', 'to', 'state', 'result', 'due', 'duty'] as const).map((key) => (
                  <th key={key}>{t(`push.column.${key}`)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((push) => (
                <tr key={push.id} className={push.state !== 'CONTROLLED' && push.state !== 'CLOSED' && late(push.dueAt) ? 'overdue' : ''}>
                  <td>
                    <Who person={push.person} /> {push.doubtful && <span className="chip">{t('contacts.dup')}</span>}
                  </td>
                  <td>
                    <ClassMark cls={push.cls} />
                  </td>
                  <td>{push.toAreaName}</td>
                  <td>
                    {wordOf(PUSH, push.state, lang)}{' '}
                    {push.version > 1 && <span className="muted">{t('push.version', { n: push.version })}</span>}
                  </td>
                  <td>
                    <OutcomeWords push={push} />
                  </td>
                  <td>{push.controlledAt ? <When at={push.controlledAt} /> : <Clock due={push.dueAt} />}</td>
                  <td>
                    <PushActions push={push} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {rows.length === 0 && <p className="quiet">{t('push.nobody')}</p>}
        </div>
      </section>
      {chosen && <NoticePanel area={chosen} />}
    </div>
  );
}

/** Escalated first, then un-acknowledged, then by what is left. */
const urgency = (push: PushBitsFragment): string =>
  `${push.escalatedAt && !push.dutyCall ? 0 : push.state === 'SENT' ? 1 : push.state === 'CONTROLLED' || push.state === 'CLOSED' ? 3 : 2}${push.dueAt ?? '9'}`;
