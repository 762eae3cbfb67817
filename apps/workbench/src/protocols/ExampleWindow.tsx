import type { ExampleCaseInput, ReadProtocolQuery } from '@tracewright/api-client';
import { dayAndTime, exampleLayout } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { useLang, useSession } from '../app/session.js';
import { MomentField } from '../parts/MomentField.js';

type Read = Extract<ReadProtocolQuery['readProtocol'], { windows: unknown }>;
interface Props {
  readonly example: ExampleCaseInput;
  readonly onExample: (example: ExampleCaseInput) => void;
  readonly read: Read | undefined;
}

const MARKS = ['onsetOn', 'firstPositiveSampleAt', 'isolatedAt'] as const;

/** When a made-up case would infect others under the protocol: its facts above, days and window below. */
export function ExampleWindow({ example, onExample, read }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const { tz } = useSession();
  const windows = read?.windows ?? [];
  const marks = MARKS.flatMap((key) => (example[key] ? [{ key, at: example[key] }] : []));
  const layout = exampleLayout(windows, marks, tz);
  return (
    <section aria-label={t('more.protocols.example')}>
      <h3>{t('more.protocols.example')}</h3>
      <div className="form-grid">
        {MARKS.map((key) => (
          <MomentField
            key={key}
            label={t(`more.protocols.${key}`)}
            value={example[key] ?? null}
            dayOnly={key === 'onsetOn'}
            onChange={(value) => onExample({ ...example, [key]: value })}
          />
        ))}
      </div>
      <ul className="example-words">
        {windows.map((w) => (
          <li key={w.start}>
            {dayAndTime(w.start, tz)} – {w.open ? t('more.protocols.noEnd') : dayAndTime(w.end, tz)}{' '}
            {w.provisional && <span className="warn">{t('more.protocols.provisional')}</span>}
          </li>
        ))}
        {read && windows.length === 0 && <li>{read.noWindow?.[lang] ?? t('more.protocols.wholeTime')}</li>}
      </ul>
      <div className="example-line" aria-hidden="true">
        {layout.days.map((day) => (
          <i key={day.on} style={{ left: `${day.left}%`, width: `${day.width}%` }}>
            <small>{day.on.slice(8)}</small>
          </i>
        ))}
        {layout.bars.map((bar) => (
          <b key={bar.start} className={bar.open ? 'open' : ''} style={{ left: `${bar.left}%`, width: `${bar.width}%` }} />
        ))}
        {layout.marks.map((mark) => (
          <em key={mark.key} className={mark.key} style={{ left: `${mark.left}%` }}>
            {t(`more.protocols.${mark.key}`)}
          </em>
        ))}
      </div>
    </section>
  );
}
