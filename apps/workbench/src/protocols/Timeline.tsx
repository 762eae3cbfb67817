import type { CaseMoment, Protocol } from '@tracewright/epi-core';
import { dayAndTime, type Example, exampleLayout, exampleTimeline, momentsOf } from '@tracewright/workbench-model';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang, useNow, useSession } from '../app/session.js';
import { MomentField } from '../parts/MomentField.js';
import { classWord } from './field-words.js';
import { TimelineLine } from './TimelineLine.js';

interface Props {
  readonly example: Example;
  readonly onExample: (example: Example) => void;
  /** Null while something is wrong with the draft: the last that could be drawn stays. */
  readonly protocol: Protocol | null;
}

const DAYS = ['firstExposureOn', 'lastExposureOn', 'foundOn'] as const;
const INSTANTS: readonly CaseMoment[] = ['firstPositiveSample', 'isolated', 'reported'];

/** On a phone the days come first, and the dates they hang on open with a touch. */
const WIDE = window.matchMedia('(min-width: 700px)');

/** When a made-up case would infect others under the protocol, and how long its contact would be managed: facts above, days below. */
export function Timeline({ example, onExample, protocol }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const now = useNow();
  const { tz } = useSession();
  const heading = useId();
  const [last, setLast] = useState(protocol);
  if (protocol && protocol !== last) setLast(protocol);
  const shown = protocol ?? last;
  const drawn = useMemo(() => (shown ? exampleTimeline(shown, example, { now, tz }) : null), [shown, example, now, tz]);
  const moments = useMemo(() => (shown ? momentsOf(shown) : []), [shown]);
  if (!shown || !drawn) return null;
  const marks = moments.flatMap((key) => (example.moments[key] ? [{ key, at: example.moments[key] }] : []));
  const set = (key: CaseMoment, value: string | null) => {
    const { [key]: _, ...others } = example.moments;
    onExample({ ...example, moments: value ? { ...others, [key]: value } : others });
  };
  return (
    <section className={protocol ? 'example' : 'example stale'} aria-labelledby={heading}>
      <h3 id={heading}>{t('protocols.example')}</h3>
      <details open={WIDE.matches}>
        <summary className="muted">{t('protocols.exampleDates')}</summary>
        <div className="form-grid">
          {moments.map((key) => (
            <MomentField
              key={key}
              label={t(`protocols.moment.${key}`)}
              value={example.moments[key] ?? null}
              dayOnly={!INSTANTS.includes(key)}
              onChange={(value) => set(key, value)}
            />
          ))}
          {shown.classOrder.some((cls) => shown.management[cls]) &&
            DAYS.map((key) => (
              <MomentField
                key={key}
                label={t(`protocols.moment.${key}`)}
                value={example[key]}
                dayOnly
                onChange={(value) => onExample({ ...example, [key]: value as Example[typeof key] })}
              />
            ))}
        </div>
      </details>
      {!protocol && <p className="warn">{t('protocols.stale')}</p>}
      <ul className="example-words">
        {drawn.windows.map((w) => (
          <li key={w.start}>
            {t('protocols.infectious')} {dayAndTime(w.start, tz)} – {w.open ? t('more.protocols.noEnd') : dayAndTime(w.end, tz)}{' '}
            {w.provisional && <span className="warn">{t('more.protocols.provisional')}</span>}
          </li>
        ))}
        {drawn.windows.length === 0 && <li>{drawn.noWindow?.[lang] ?? t('more.protocols.wholeTime')}</li>}
        {drawn.measures.map(({ cls, dates }) => (
          <li key={cls}>
            {classWord(cls, lang)}:{' '}
            {dates.phases
              .map((phase) =>
                t('protocols.phaseLine', {
                  kind: t(`protocols.option.management.phases.kind.${phase.kind}`),
                  from: phase.from.slice(5),
                  until: phase.until.slice(5),
                  n: phase.days,
                }),
              )
              .join(lang === 'zh' ? '，' : ', ')}
            {dates.testOnly && t('protocols.testOnly')}
            {dates.clocksDisagree && <span className="warn"> {t('protocols.clocksDisagree')}</span>}
          </li>
        ))}
      </ul>
      <TimelineLine layout={exampleLayout(drawn, marks, tz)} />
    </section>
  );
}
