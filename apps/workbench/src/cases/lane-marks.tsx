import { clockTime, HOUR, SOURCE_WORDS } from '@tracewright/epi-core';
import { type DayLane, type EntryRow, SOURCE_GLYPHS, wordOf } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { useLang, useSession } from '../app/session.js';
import type { CaseSheetData } from './CaseHead.js';

/** What is drawn into one lane, and how high. */
export const LANE_SIZE = { left: 74, lane: 46, bar: 26, top: 22 } as const;
const { left: LEFT, bar: BAR } = LANE_SIZE;
/** Room for "◆ 12 contacts" below a bar, in pixels. */
const LABEL = 78;

export interface DrawnStay {
  readonly start: number;
  readonly end: number;
  readonly row: EntryRow;
}

/** Time of the window that nothing covers; pressing it begins a stay with those times. */
export function Gap({
  piece,
  onGap,
  label,
}: {
  readonly piece: DayLane<DrawnStay>['uncovered'][number];
  readonly onGap: ((from: number, to: number) => void) | null;
  readonly label: string;
}) {
  const { t } = useTranslation();
  if (!onGap || piece.item.end - piece.item.start < HOUR / 6)
    return <rect x={piece.x} y={2} width={piece.width} height={BAR} fill="url(#hatch)" />;
  const start = () => onGap(piece.item.start, piece.item.end);
  return (
    <rect
      x={piece.x}
      y={2}
      width={piece.width}
      height={BAR}
      fill="url(#hatch)"
      className="gap"
      role="button"
      tabIndex={0}
      aria-label={t('cases.fillGap', { gap: label })}
      onClick={start}
      onKeyDown={(event) => event.key === 'Enter' && start()}
    />
  );
}

/** Scans, signals and payments that support no stay: each stands over its moment, and raises a question beside. */
export function LooseEvidence({ sheet, day, width }: { readonly sheet: CaseSheetData; readonly day: string; readonly width: number }) {
  const { tz } = useSession();
  const lang = useLang();
  const loose = sheet.evidence.filter((one) => one.stayId === null && one.start.startsWith(day));
  return loose.map((one) => {
    const x = ((Date.parse(one.start) - Date.parse(`${day}T00:00:00${one.start.slice(-6)}`)) / (24 * HOUR)) * width;
    const words = `${wordOf(SOURCE_WORDS, one.source, lang)} ${clockTime(Date.parse(one.start), tz)} ${one.placeName ?? one.areaName ?? ''} ${one.text ?? ''}`;
    return (
      <text key={one.id} x={x} y={BAR + 13} className="loose" textAnchor="middle">
        {SOURCE_GLYPHS[one.source] ?? '·'}
        <title>{words}</title>
      </text>
    );
  });
}

/** Words below the bars of one lane: none is written over another or over an anchor. */
export class LabelLine {
  private end = 0;
  constructor(private readonly taken: readonly number[]) {}

  free(x: number): boolean {
    if (x < this.end || this.taken.some((at) => x > at - LABEL && x < at + 1.6 * LABEL)) return false;
    this.end = x + LABEL;
    return true;
  }
}

/** First positive sample and isolation on their day, in pixels of the lane. */
export function anchorsOf(
  { case: one }: CaseSheetData,
  day: string,
  width: number,
): { kind: 'sample' | 'isolated'; at: number; x: number }[] {
  const found = [
    ['sample', one.firstPositiveSampleAt],
    ['isolated', one.isolatedAt],
  ] as const;
  return found.flatMap(([kind, iso]) => {
    if (!iso?.startsWith(day)) return [];
    const at = Date.parse(iso);
    return [{ kind, at, x: ((at - Date.parse(`${day}T00:00:00${iso.slice(-6)}`)) / (24 * HOUR)) * width }];
  });
}

export function Anchors({
  sheet,
  lane,
  width,
}: {
  readonly sheet: CaseSheetData;
  readonly lane: DayLane<DrawnStay>;
  readonly width: number;
}) {
  const { t } = useTranslation();
  const { tz } = useSession();
  return (
    <>
      {sheet.case.onsetOn === lane.day && (
        <text x={-LEFT + 40} y={14} className="onset">
          ▲<title>{t('cases.column.onset')}</title>
        </text>
      )}
      {sheet.case.onsetOn === lane.day && (
        <text x={-LEFT + 34} y={29} className="onset">
          {t('cases.onsetShort')}
        </text>
      )}
      {anchorsOf(sheet, lane.day, width).map(({ kind, at, x }) => (
        <g key={kind}>
          <line x1={x} x2={x} y1={-2} y2={BAR + 6} className={kind} />
          <text
            x={x > width - 120 ? x - 3 : x + 3}
            y={BAR + 14}
            className={kind === 'sample' ? 'onset' : 'axis'}
            textAnchor={x > width - 120 ? 'end' : 'start'}
          >
            {t(kind === 'sample' ? 'cases.column.sample' : 'cases.isolated')} {clockTime(at, tz)}
          </text>
        </g>
      ))}
    </>
  );
}
