import type { ExampleLayout } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { useLang } from '../app/session.js';
import { classWord } from './field-words.js';

const ROW = 22;

/** The days of the example: the window tinted with the case's facts as flags in it, a bar a phase below, a dot a test. The same is said in words above. */
export function TimelineLine({ layout }: { readonly layout: ExampleLayout }) {
  const { t } = useTranslation();
  const lang = useLang();
  const top = 20 + layout.marks.length * ROW + 6;
  const place = (one: { left: number; width: number }) => ({ left: `${one.left}%`, width: `${one.width}%` });
  return (
    <div className="example-line" aria-hidden="true" style={{ height: top + layout.measures.length * (ROW + 4) + 6 }}>
      {layout.days.map((day) => (
        <i key={day.on} style={place(day)}>
          {day.written && <small>{day.on.slice(5)}</small>}
        </i>
      ))}
      {layout.bars.map((bar) => (
        <b key={bar.start} className={bar.open ? 'open' : ''} style={{ ...place(bar), height: top - 24 }} />
      ))}
      {layout.marks.map((mark, i) => (
        <em key={mark.key} className={mark.left > 70 ? 'late-side' : ''} style={{ left: `${mark.left}%`, top: 22 + i * ROW }}>
          {t(`protocols.moment.${mark.key}`)}
        </em>
      ))}
      {layout.measures.map(({ cls, phases, tests }, row) => (
        <span key={cls} className={`measures ${cls}`} style={{ top: top + row * (ROW + 4), height: ROW }}>
          {phases.map((phase) => (
            <u
              key={phase.from}
              className={phase.kind}
              style={place(phase)}
              title={`${classWord(cls, lang)} ${phase.from} – ${phase.until}`}
            >
              {classWord(cls, lang)} {t(`protocols.option.management.phases.kind.${phase.kind}`)} {phase.days}
            </u>
          ))}
          {tests.map((test) => (
            <s
              key={`${test.on} ${test.day}`}
              className={test.afterEnd ? 'after' : ''}
              style={{ left: `${test.left}%` }}
              title={`${t('protocols.test')} ${test.on}`}
            />
          ))}
        </span>
      ))}
    </div>
  );
}
