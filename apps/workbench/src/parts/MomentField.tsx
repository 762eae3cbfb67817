import { formatInstant, parseTypedTime } from '@tracewright/epi-core';
import { dayAndTime } from '@tracewright/workbench-model';
import { useState } from 'react';
import { useLang, useNow, useSession } from '../app/session.js';

interface Props {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  /** A calendar day instead of a moment. */
  readonly dayOnly?: boolean;
}

/** A time as people write it, with what was understood below it before Enter (rulings 3). */
export function MomentField({ label, value, onChange, dayOnly }: Props) {
  const { tz } = useSession();
  const now = useNow();
  const lang = useLang();
  const [text, setText] = useState(() => (value ? (dayOnly ? value : dayAndTime(value, tz)) : ''));
  const read = text.trim() === '' ? null : parseTypedTime(dayOnly && !text.includes(':') ? `${text} 0:00` : text, { now, tz });
  const give = (next: string) => {
    setText(next);
    const parsed = next.trim() === '' ? null : parseTypedTime(dayOnly ? `${next} 0:00` : next, { now, tz });
    if (parsed === null) onChange(null);
    else if (parsed.kind === 'understood') onChange(dayOnly ? parsed.echo.on : formatInstant(parsed.instant, tz));
  };
  return (
    <label className="field">
      <span>{label}</span>
      <input
        value={text}
        onChange={(event) => give(event.target.value)}
        autoComplete="off"
        aria-invalid={read?.kind === 'error'}
        placeholder={dayOnly ? '04-11' : '04-13 0820'}
      />
      {read && (
        <small className={read.kind === 'error' ? 'late' : 'muted'}>
          {read.kind === 'error'
            ? read[lang]
            : read.kind === 'ask'
              ? read.candidates.map((c) => c.echo[lang]).join(' / ')
              : dayOnly
                ? read.echo[lang].replace(/ 00:00$/, '')
                : read.echo[lang]}
        </small>
      )}
    </label>
  );
}
