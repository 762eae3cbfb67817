import { useQuery } from '@apollo/client/react';
import {
  ContactsDocument,
  CountsDocument,
  FinishTaskDocument,
  RequeueDocument,
  TasksDocument,
  type TasksQuery,
} from '@tracewright/api-client';
import type { Role } from '@tracewright/epi-core';
import { queuesOf } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAct } from '../app/act.js';
import { useLive } from '../app/live.js';
import { useSession } from '../app/session.js';
import { useAsk } from '../parts/Ask.js';
import { Loading } from '../parts/Loading.js';
import { Clock, useLate, When } from '../parts/When.js';
import { Who } from '../parts/Who.js';
import './tasks.css';

type Task = TasksQuery['tasks'][number];

/** What the role must do, the most urgent first. */
export default function TasksPage() {
  const { t } = useTranslation();
  const late = useLate();
  const act = useAct();
  const ask = useAsk();
  const { data, error, refetch } = useQuery(TasksDocument);
  useLive(['tasks', 'contacts', 'transfer', 'pushes'], () => void refetch());
  if (!data) return <Loading error={error} again={() => void refetch()} />;
  const finish = async (task: Task) => {
    const note = await ask({ title: t('more.tasks.finish'), reason: t('more.tasks.note'), optional: true, ok: t('more.tasks.finish') });
    if (note !== null) await act(FinishTaskDocument, { id: task.id, note: note || null }, { topics: ['tasks'] });
  };
  return (
    <div className="page">
      <h1>
        {t('frame.desk.tasks')} <small>{data.tasks.length}</small>
      </h1>
      <Queues />
      <table aria-label={t('frame.desk.tasks')}>
        <tbody>
          {data.tasks.map((task) => (
            <tr key={task.id} className={late(task.dueAt) ? 'overdue' : ''}>
              <td>
                <Clock due={task.dueAt} />
              </td>
              <td>
                <b>{t(`more.tasks.kind.${task.kind.split(':')[0]}`, { defaultValue: task.kind })}</b>
              </td>
              <td>{task.person && <Who person={task.person} />}</td>
              <td className="sub">{task.note}</td>
              <td>
                <When at={task.at} />
              </td>
              <td className="right">
                <TaskLink task={task} />
                <button type="button" className="btn small" onClick={() => void finish(task)}>
                  {t('more.tasks.finish')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {data.tasks.length === 0 && <p className="quiet">{t('more.tasks.none')}</p>}
    </div>
  );
}

/** The lists that the role must empty, each with how many wait and the most urgent of them. */
function Queues() {
  const { t } = useTranslation();
  const { account } = useSession();
  const { data, refetch } = useQuery(CountsDocument);
  useLive(['contacts', 'pushes', 'transfer'], () => void refetch());
  const waiting = data ? queuesOf(account.role as Role).filter(({ count }) => data.counts[count] > 0) : [];
  if (waiting.length === 0) return null;
  return (
    <ul className="queues" aria-label={t('more.tasks.queues')}>
      {waiting.map(({ count, path, view }) => (
        <li key={count}>
          <Link to={path}>
            {t(`more.tasks.queue.${count}`)} <b className="num">{data!.counts[count].toLocaleString()}</b>
            {view && <MostUrgent view={view} />}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function MostUrgent({ view }: { readonly view: string }) {
  const { data } = useQuery(ContactsDocument, { variables: { first: 1, filter: { view }, sort: 'due' } });
  return <Clock due={data?.contacts.nodes[0]?.dueAt} />;
}

/** Where the task is settled: the case, the contact, the duplicates, or the queue of transfers. */
function TaskLink({ task }: { readonly task: Task }) {
  const { t } = useTranslation();
  const { account } = useSession();
  const act = useAct();
  if (account.role === 'dispatcher' && /refused|absent/.test(task.kind))
    return (
      <button
        type="button"
        className="btn small"
        onClick={() => void act(RequeueDocument, { taskId: task.subjectId }, { topics: ['transfer', 'tasks'] })}
      >
        {t('more.tasks.requeue')}
      </button>
    );
  if (account.role !== 'tracer' && account.role !== 'database') return null;
  const to =
    task.kind === 'clear-hold' || task.kind === 'decide-across'
      ? '/duplicates'
      : task.subjectId.startsWith('case')
        ? `/cases/${task.subjectId}`
        : `/contacts?card=${task.subjectId}`;
  return (
    <Link className="btn small" to={to}>
      {t('more.tasks.open')}
    </Link>
  );
}
