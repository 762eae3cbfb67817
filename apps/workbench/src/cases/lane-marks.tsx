import { clockTime, HOUR, SOURCE_WORDS } from '@tracewright/epi-core';
import { type DayLane, type EntryRow, placeLabels, SOURCE_GLYPHS, wordOf } from '@tracewright/workbench-model';
import { useTranslation } from 'react-i18next';
import { useLang, useSession } from '../app/session.js';
import type { CaseSheetData } from './CaseHead.js';

/** What is drawn into one lane, and how high. */
export const LANE_SIZE = { left: 74, lane: 46, bar: 26, top: 22 } as const;
const { left: LEFT, bar: BAR } = LANE_SIZE;
/** Room below a bar for "◆ 12 contacts", for the words of an anchor and for a mark of evidence, in pixels. */
const LABEL = 78;
const ANCHOR = 125;
const MARK = 8;

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

/** Where a moment, as it is told, stands in its day's lane of this width. */
const xOf = (iso: string, day: string, width: number): number =>
  ((Date.parse(iso) - Date.parse(`${day}T00:00:00${iso.slice(-6)}`)) / (24 * HOUR)) * width;

const looseOn = (sheet: CaseSheetData, day: string) => sheet.evidence.filter((one) => one.stayId === null && one.start.startsWith(day));

/** Scans, signals and payments that support no stay: each stands over its moment, and raises a question beside. */
export function LooseEvidence({ sheet, day, width }: { readonly sheet: CaseSheetData; readonly day: string; readonly width: number }) {
  const { tz } = useSession();
  const lang = useLang();
  return looseOn(sheet, day).map((one) => {
    const x = xOf(one.start, day, width);
    const words = `${wordOf(SOURCE_WORDS, one.source, lang)} ${clockTime(Date.parse(one.start), tz)} ${one.placeName ?? one.areaName ?? ''} ${one.text ?? ''}`;
    return (
      <text key={one.id} x={x} y={BAR + 13} className="loose" textAnchor="middle">
        {SOURCE_GLYPHS[one.source] ?? '·'}
        <title>{words}</title>
      </text>
    );
  });
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
    return [{ kind, at: Date.parse(iso), x: xOf(iso, day, width) }];
  });
}

/** Whether the words of an anchor stand left of it, because the lane ends soon. */
const isLeft = (x: number, width: number): boolean => x > width - 120;

/** What each stay of a lane that led to contacts says below its bar, and where; by the keys of their rows. */
export function foundIn(
  sheet: CaseSheetData,
  { day, stays }: DayLane<DrawnStay>,
  width: number,
  foundAt: (row: EntryRow) => number,
): ReadonlyMap<string, { readonly x: number; readonly inFull: boolean }> {
  const found = stays.filter(({ item }) => foundAt(item.row) > 0).sort((one, other) => one.x - other.x);
  const taken = [
    ...looseOn(sheet, day)
      .map((one) => xOf(one.start, day, width))
      .map((x) => ({ from: x - MARK, to: x + MARK })),
    ...anchorsOf(sheet, day, width).map(({ x }) => (isLeft(x, width) ? { from: x - ANCHOR, to: x + 3 } : { from: x - 3, to: x + ANCHOR })),
    { from: width + MARK, to: Number.POSITIVE_INFINITY },
  ];
  const wanted = found.map((piece) => {
    const short = 18 + 7 * String(foundAt(piece.item.row)).length;
    return { x: piece.x + 3, latest: piece.x + piece.width - short, width: LABEL, short };
  });
  return new Map(placeLabels(wanted, taken).flatMap((one, i) => (one ? [[found[i]!.item.row.key, one] as const] : [])));
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
            x={isLeft(x, width) ? x - 3 : x + 3}
            y={BAR + 14}
            className={kind === 'sample' ? 'onset' : 'axis'}
            textAnchor={isLeft(x, width) ? 'end' : 'start'}
          >
            {t(kind === 'sample' ? 'cases.column.sample' : 'cases.isolated')} {clockTime(at, tz)}
          </text>
        </g>
      ))}
    </>
  );
}
