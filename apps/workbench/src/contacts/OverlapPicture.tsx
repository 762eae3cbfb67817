import { clockTime } from '@tracewright/epi-core';
import { type Bar, type Met, overlapPicture } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { useSession } from '../app/session.js';

interface Props {
  readonly met: Met & { readonly minMinutes: number; readonly maxMinutes: number; readonly placeName: string };
  readonly caseName: string;
  readonly contactName: string;
}

const LEFT = 76;
const WIDTH = 270;
const ROW = 30;

/** Both people's bars on one axis; what is certain is solid, what is at most so is hatched. */
export function OverlapPicture({ met, caseName, contactName }: Props) {
  const { t } = useTranslation();
  const { tz } = useSession();
  const { bars, together, ticks } = overlapPicture(met, WIDTH);
  const rows: [string, Bar, string][] = [
    [caseName, bars[0], 'var(--case)'],
    [contactName, bars[1], 'var(--close)'],
    ...(together ? [[t('contacts.both'), together, 'var(--ink)'] as [string, Bar, string]] : []),
  ];
  const words =
    met.minMinutes === met.maxMinutes
      ? t('contacts.exactly', { n: met.minMinutes })
      : t('contacts.atLeastAtMost', { min: met.minMinutes, max: met.maxMinutes });
  return (
    <>
      <svg
        width={LEFT + WIDTH + 18}
        height={18 + rows.length * ROW}
        role="img"
        aria-label={`${met.placeName} ${words}`}
        className="overlap"
      >
        {ticks.map((tick) => (
          <g key={tick.at}>
            <line x1={LEFT + tick.x} x2={LEFT + tick.x} y1={14} y2={16 + rows.length * ROW} stroke="var(--line)" />
            <text x={LEFT + tick.x} y={10} textAnchor="middle" className="axis">
              {clockTime(tick.at, tz)}
            </text>
          </g>
        ))}
        {rows.map(([label, bar, colour], i) => (
          <g key={label} transform={`translate(0 ${18 + i * ROW})`}>
            <text x={0} y={16} className="label">
              {label}
            </text>
            <rect x={LEFT + bar.x} width={bar.width} y={2} height={20} fill="none" stroke={colour} strokeDasharray="3 2" />
            <rect x={LEFT + bar.x} width={bar.width} y={2} height={20} fill="url(#half)" />
            {bar.sure && <rect x={LEFT + bar.sure.x} width={bar.sure.width} y={2} height={20} fill={colour} />}
          </g>
        ))}
        <defs>
          <pattern id="half" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="5" stroke="var(--hatch)" strokeWidth="2" />
          </pattern>
        </defs>
      </svg>
      <p className="sub">
        {met.placeName} · <b>{words}</b>
      </p>
    </>
  );
}
