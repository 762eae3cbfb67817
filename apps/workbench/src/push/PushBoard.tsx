import { useQuery } from '@apollo/client/react';
import { AreasDocument, type PushBitsFragment, PushBoardDocument, PushesDocument } from '@tracewright/api-client';
import { PUSH } from '@tracewright/epi-core';
import { type AreaLine, areaTree, openLines, withParams, wordOf } from '@tracewright/workbench-model';
import { Fragment, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLive } from '../app/live.js';
import { useLang, useNow } from '../app/session.js';
import { Loading } from '../parts/Loading.js';
import { ClassMark, Steps } from '../parts/marks.js';
import { Clock, useLate, When } from '../parts/When.js';
import { Who } from '../parts/Who.js';
import { NoticePanel } from './NoticePanel.js';
import { OutcomeWords } from './OutcomeWords.js';
import { PushActions } from './PushActions.js';
import './push.css';

const IN_HAND = ['DRAFT', 'CHECKED', 'SENT', 'ACKED', 'LOCATED', 'RETURNED', 'CONTROLLED'];
const DONE = ['CONTROLLED', 'CLOSED', 'WITHDRAWN'];
/** How far telling has come, of four: sent, acknowledged, found, in charge. */
const FAR = { DRAFT: 0, CHECKED: 0, RETURNED: 0, WITHDRAWN: 0, SENT: 1, ACKED: 2, LOCATED: 3, CONTROLLED: 4, CLOSED: 4 } as const;
const SOON_MS = 2 * 3_600_000;
const GROUPS = ['overdue', 'soon', 'later', 'done'] as const;

/** Left: where people were sent and the worst clock; middle: the people; right: what the receiver is told. */
export default function PushBoard() {
  const [params, setParams] = useSearchParams();
  const areaId = params.get('area');
  const [closed, setClosed] = useState(false);
  const board = useQuery(PushBoardDocument);
  const { data: known } = useQuery(AreasDocument, { fetchPolicy: 'cache-first' });
  const states = closed ? [...IN_HAND, 'CLOSED', 'WITHDRAWN'] : IN_HAND;
  const pushes = useQuery(PushesDocument, { variables: { areaId, states } });
  useLive(['pushes', 'contacts'], () => {
    void board.refetch();
    void pushes.refetch();
  });
  if (!board.data || !known) return <Loading error={board.error} again={() => void board.refetch()} />;
  const chosen = areaId === null ? null : (board.data.pushBoard.find((area) => area.areaId === areaId) ?? null);
  const rows = pushes.data?.pushes;
  return (
    <div className={areaId === null ? 'push' : 'push with-notice'}>
      <Areas
        counts={board.data.pushBoard}
        areas={known.areas}
        areaId={areaId}
        choose={(id) => setParams((old) => withParams(old, { area: id }), { replace: true })}
      />
      <section className="push-people">
        {rows ? (
          <People rows={rows} closed={closed} setClosed={setClosed} />
        ) : (
          <Loading error={pushes.error} again={() => void pushes.refetch()} />
        )}
      </section>
      {chosen && <NoticePanel area={chosen} />}
    </div>
  );
}

/** How far telling has come, and the people by urgency. */
function People({ rows, closed, setClosed }: ChainProps) {
  const { t } = useTranslation();
  const now = useNow();
  const groups = GROUPS.map((group) => ({
    group,
    rows: rows.filter((row) => groupOf(row, now) === group).sort((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9')),
  }));
  return (
    <>
      <Chain rows={rows} closed={closed} setClosed={setClosed} />
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
            {groups.map(
              ({ group, rows: some }) =>
                some.length > 0 && (
                  <Fragment key={group}>
                    <tr className="group">
                      <th colSpan={7} scope="rowgroup" className={group === 'overdue' ? 'late' : ''}>
                        {t(`push.group.${group}`)} {some.length}
                      </th>
                    </tr>
                    {some.map((push) => (
                      <Row key={push.id} push={push} />
                    ))}
                  </Fragment>
                ),
            )}
          </tbody>
        </table>
        {rows.length === 0 && <p className="quiet">{t('push.nobody')}</p>}
      </div>
    </>
  );
}

function groupOf(push: PushBitsFragment, now: number): (typeof GROUPS)[number] {
  if (DONE.includes(push.state)) return 'done';
  const left = push.dueAt === null ? Number.POSITIVE_INFINITY : Date.parse(push.dueAt) - now;
  return left < 0 ? 'overdue' : left < SOON_MS ? 'soon' : 'later';
}

function Row({ push }: { readonly push: PushBitsFragment }) {
  const { t } = useTranslation();
  const lang = useLang();
  const late = useLate();
  return (
    <tr className={!DONE.includes(push.state) && late(push.dueAt) ? 'overdue' : ''}>
      <td>
        <Who person={push.person} /> {push.doubtful && <span className="chip">{t('contacts.dup')}</span>}
      </td>
      <td>
        <ClassMark cls={push.cls} />
      </td>
      <td>{push.toAreaName}</td>
      <td>
        <Steps done={FAR[push.state as keyof typeof FAR]} /> {wordOf(PUSH, push.state, lang)}{' '}
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
  );
}

interface ChainProps {
  readonly rows: readonly PushBitsFragment[];
  readonly closed: boolean;
  readonly setClosed: (closed: boolean) => void;
}

function Chain({ rows, closed, setClosed }: ChainProps) {
  const { t } = useTranslation();
  const lang = useLang();
  return (
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
  );
}

interface AreasProps {
  readonly counts: Parameters<typeof areaTree>[0];
  readonly areas: Parameters<typeof areaTree>[1];
  readonly areaId: string | null;
  readonly choose: (areaId: string | null) => void;
}

/** The areas as a tree, each with the sums of those below it. Arrow right opens, left closes, Enter chooses. */
function Areas({ counts, areas, areaId, choose }: AreasProps) {
  const { t } = useTranslation();
  const tree = areaTree(counts, areas);
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isOpen = (id: string): boolean => turned.get(id) ?? tree.some((line) => line.areaId === id && !line.outside);
  const turn = (id: string, open: boolean) => setTurned((old) => new Map(old).set(id, open));
  const nowhere = counts.find((row) => row.areaId === null);
  const sum = (pick: (row: AreasProps['counts'][number]) => number) => counts.reduce((n, row) => n + pick(row), 0);
  const onKey = (event: KeyboardEvent, line: AreaLine | null) => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter') choose(line?.areaId ?? null);
    else if (line?.areaId && line.children.length > 0 && /^Arrow(Left|Right)$/.test(event.key))
      turn(line.areaId, event.key === 'ArrowRight');
    else return;
    event.preventDefault();
  };
  return (
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
          <tr tabIndex={0} aria-selected={areaId === null} onClick={() => choose(null)} onKeyDown={(event) => onKey(event, null)}>
            <td>
              <b>{t('frame.all')}</b>
            </td>
            <td className="right">{sum((row) => row.draft)}</td>
            <td className="right">{sum((row) => row.unacked)}</td>
            <td className="right">{sum((row) => row.placing)}</td>
            <td />
          </tr>
          {nowhere && (
            <tr>
              <td>{t('push.nowhere')}</td>
              <td className="right">{nowhere.draft || '·'}</td>
              <td className="right">·</td>
              <td className="right">·</td>
              <td />
            </tr>
          )}
          {openLines(tree, isOpen).map((line) => (
            <tr
              key={line.areaId}
              tabIndex={0}
              aria-selected={line.areaId === areaId}
              aria-expanded={line.children.length > 0 ? isOpen(line.areaId ?? '') : undefined}
              onClick={() => choose(line.areaId)}
              onKeyDown={(event) => onKey(event, line)}
            >
              <td style={{ paddingLeft: 6 + line.depth * 14 }}>
                {line.children.length > 0 ? (
                  <button
                    type="button"
                    className="twist"
                    tabIndex={-1}
                    aria-label={t(isOpen(line.areaId ?? '') ? 'push.fold' : 'push.unfold', { area: line.name })}
                    onClick={(event) => {
                      event.stopPropagation();
                      turn(line.areaId ?? '', !isOpen(line.areaId ?? ''));
                    }}
                  >
                    {isOpen(line.areaId ?? '') ? '▾' : '▸'}
                  </button>
                ) : (
                  <span className="twist" />
                )}
                {line.children.length > 0 ? <b>{line.name}</b> : line.name}{' '}
                {line.outside && <span className="chip">{t('push.outside')}</span>}
              </td>
              <td className="right">{line.draft || '·'}</td>
              <td className={line.unacked > 0 ? 'right late' : 'right'}>{line.unacked || '·'}</td>
              <td className="right">{line.placing || '·'}</td>
              <td className="right">
                <Clock due={line.worstDueAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
