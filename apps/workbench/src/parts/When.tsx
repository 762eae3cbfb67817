import { ago, dayAndTime, timeLeft } from '@tracewright/workbench-model';
import { useLang, useNow, useSession } from '../app/session.js';

/** A moment in the deployment's zone; how long ago on hover. */
export function When({ at }: { readonly at: string | null | undefined }) {
  const { tz } = useSession();
  const now = useNow();
  const lang = useLang();
  if (!at) return <span className="muted">—</span>;
  return (
    <time dateTime={at} title={ago(at, now, lang)}>
      {dayAndTime(at, tz)}
    </time>
  );
}

interface ClockProps {
  readonly due: string | null | undefined;
  /** When it began to run: then it turns amber after four fifths of its time. */
  readonly since?: string | null;
  readonly done?: boolean;
}

/** What is left of a limit, or how far it is past. */
export function Clock({ due, since, done }: ClockProps) {
  const now = useNow();
  const lang = useLang();
  const left = done ? null : timeLeft(due, now, lang, since);
  if (!left) return <span className="muted">—</span>;
  return <span className={left.late ? 'clock late' : left.soon ? 'clock soon' : 'clock'}>{left.text}</span>;
}

/** Whether a limit is past, for the red bar at the edge of a row. */
export function useLate(): (due: string | null | undefined) => boolean {
  const now = useNow();
  return (due) => due != null && Date.parse(due) < now;
}
