import type { IdentityTuningQuery } from '@tracewright/api-client';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly curve: IdentityTuningQuery['identityTuning']['curve'];
  readonly match: number;
  readonly review: number;
}

const SIZE = { width: 560, height: 200, left: 44, bottom: 24 } as const;
const { width: WIDTH, height: HEIGHT, left: LEFT, bottom: BOTTOM } = SIZE;
const SHARES = [0, 0.5, 1];
/** Probabilities crowd together towards 1: the axis is that of the bits, and says the probabilities. */
const PROBABILITIES = [0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999];
const [LEAST, MOST] = [-1, 18];
const bitsOf = (probability: number): number => Math.min(MOST, Math.max(LEAST, Math.log2(probability / (1 - probability))));

/** Precision and recall of the decided pairs by threshold, with both thresholds as lines; the same as a table for whoever does not see it. */
export function PrecisionRecall({ curve, match, review }: Props) {
  const { t } = useTranslation();
  const x = (threshold: number): number => LEFT + ((bitsOf(threshold) - LEAST) / (MOST - LEAST)) * (WIDTH - LEFT - 8);
  const y = (share: number): number => 8 + (1 - share) * (HEIGHT - BOTTOM - 8);
  // What holds at a threshold holds back to the one before it: steps. Of those beyond the axis the first reaches its end.
  const beyond = curve.findIndex(({ threshold }) => bitsOf(threshold) === MOST);
  const drawn = beyond === -1 ? curve : curve.slice(0, beyond + 1);
  const path = (of: 'precision' | 'recall'): string =>
    `M${LEFT} ${y(drawn[0]?.[of] ?? 0).toFixed(1)} ${drawn.map((one) => `V${y(one[of]).toFixed(1)} H${x(one.threshold).toFixed(1)}`).join(' ')}`;
  const at = (threshold: number) => curve.find((one) => one.threshold >= threshold);
  const percent = (share: number | undefined): string => (share === undefined ? '—' : `${(share * 100).toFixed(1)}%`);
  return (
    <div className="measured">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('more.identity.curve')} className="curve">
        {SHARES.map((share) => (
          <g key={share}>
            <line x1={LEFT} x2={WIDTH - 8} y1={y(share)} y2={y(share)} stroke="var(--line)" />
            <text x={LEFT - 6} y={y(share) + 4} textAnchor="end">
              {share * 100}%
            </text>
          </g>
        ))}
        {PROBABILITIES.map((probability) => (
          <text key={probability} x={x(probability)} y={HEIGHT - 6} textAnchor="middle">
            {probability}
          </text>
        ))}
        {[match, review].map((one, i) => (
          <line key={i === 0 ? 'match' : 'review'} x1={x(one)} x2={x(one)} y1={8} y2={y(0)} className={i === 0 ? 'match' : 'review'} />
        ))}
        <path d={path('precision')} className="precision" />
        <path d={path('recall')} className="recall" />
      </svg>
      <table>
        <thead>
          <tr>
            <th />
            <th className="num match">{t('more.identity.match')}</th>
            <th className="num review">{t('more.identity.review')}</th>
          </tr>
        </thead>
        <tbody>
          {(['precision', 'recall'] as const).map((of) => (
            <tr key={of}>
              <th className={of}>{t(`more.identity.${of}`)}</th>
              <td className="num">{percent(at(match)?.[of])}</td>
              <td className="num">{percent(at(review)?.[of])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
