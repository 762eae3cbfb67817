import { exposureAxis } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { useSession } from '../app/session.js';
import type { Pair } from './Duplicates.js';
import type { EvidenceOfPair } from './Evidence.js';
import { candidateLetter, letterOf } from './letters.js';

const LEFT = 28;
const ROW = 40;
const TOP = 18;
/** From here on a label ends where its bar does, or it would run out of the picture. */
const LATE = 0.7;

/** When each was exposed, on one axis of days: what is sure is solid, what may be is hatched. */
export function Exposures({ pair, told, at }: { readonly pair: Pair; readonly told: EvidenceOfPair; readonly at: number }) {
  const { t } = useTranslation();
  const { tz } = useSession();
  const spans = told.evidence.exposures.map((one) => ({ ...one, first: Date.parse(one.first), last: Date.parse(one.last) }));
  const axis = exposureAxis(spans, tz);
  if (!axis) return null;
  const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
  return (
    <section className="exposures" aria-label={t('more.duplicates.exposures')}>
      <h2>{t('more.duplicates.exposures')}</h2>
      <div style={{ paddingLeft: LEFT }}>
        <svg width="100%" height={TOP + pair.people.length * ROW} role="img" aria-label={t('more.duplicates.exposures')}>
          <defs>
            <pattern id="perhaps" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <line x1="0" y1="0" x2="0" y2="5" stroke="var(--close)" strokeWidth="2" />
            </pattern>
          </defs>
          {axis.days.map(({ day, x }, i) => (
            <g key={day}>
              <line x1={percent(x)} x2={percent(x)} y1={0} y2="100%" stroke="var(--line)" />
              {(axis.days.length <= 10 || i % 2 === 0) && (
                <text x={percent(x)} dx={4} y={11} className="axis">
                  {day.slice(5)}
                </text>
              )}
            </g>
          ))}
          {pair.people.map((person, row) =>
            spans
              .filter(({ personId }) => personId === person.id)
              .map((one) => {
                const { x, width } = axis.place(one);
                const words = `#${one.caseNo} ${one.placeName ?? ''}`;
                return (
                  <g key={`${one.first}${one.caseNo}${one.certainty}`}>
                    <title>{words}</title>
                    <rect
                      x={percent(x)}
                      width={percent(width)}
                      y={TOP + row * ROW}
                      height={16}
                      fill={one.certainty === 'possible' ? 'url(#perhaps)' : 'var(--close)'}
                      stroke="var(--close)"
                    />
                    <text
                      x={percent(x > LATE ? x + width : x)}
                      y={TOP + row * ROW + 30}
                      textAnchor={x > LATE ? 'end' : 'start'}
                      className="axis"
                    >
                      {words}
                    </text>
                  </g>
                );
              }),
          )}
          {pair.people.map((person, row) => (
            <text key={person.id} x={-LEFT + 6} y={TOP + row * ROW + 13} className="whose">
              {row === 0 ? letterOf(0) : candidateLetter(at)}
            </text>
          ))}
        </svg>
      </div>
    </section>
  );
}
