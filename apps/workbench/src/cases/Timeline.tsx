import { clockTime } from '@tracewright/epi-core';
import { dayLanes, type EntryRow, type EntrySheet, moveEdge, SOURCE_GLYPHS, weekday } from '@tracewright/workbench-model';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang, useNow, useSession } from '../app/session.js';
import type { CaseSheetData } from './CaseHead.js';
import { Anchors, type DrawnStay, foundIn, Gap, LANE_SIZE, LooseEvidence } from './lane-marks.js';
import { useEdgeDrag } from './use-edge-drag.js';

interface Props {
  readonly sheet: CaseSheetData;
  readonly rows: readonly EntryRow[];
  readonly selected: string | null;
  readonly onSelect: (key: string) => void;
  readonly onGap: (from: number, to: number) => void;
  readonly onMove: (how: (sheet: EntrySheet) => EntrySheet) => void;
  readonly editable: boolean;
}

const { left: LEFT, lane: LANE, bar: BAR, top: TOP } = LANE_SIZE;
/** Where everybody is at night; coloured, it would drown the meals and meetings that matter. */
const AT_HOME = new Set(['home', 'dormitory']);

/** One lane a day: stays and what supports them, the window tinted, time nobody knows hatched. The rows of the grid, drawn. */
export function Timeline({ sheet, rows, selected, onSelect, onGap, onMove, editable }: Props) {
  const { t } = useTranslation();
  const lang = useLang();
  const now = useNow();
  const { tz } = useSession();
  const [box, width] = useWidth();
  const inner = Math.max(width - LEFT - 8, 200);
  const stays: DrawnStay[] = rows.flatMap((row) =>
    row.from !== null && row.to !== null && row.to > row.from && !row.removed ? [{ start: row.from, end: row.to, row }] : [],
  );
  const windows = sheet.windows.map((one) => ({ start: Date.parse(one.start), end: one.open ? now : Date.parse(one.end) }));
  const lanes = dayLanes({ stays, windows, now, tz, width: inner });
  const drag = useEdgeDrag(inner, (key, edge, at) =>
    onMove((old) => ({ ...old, rows: old.rows.map((row) => (row.key === key ? moveEdge(row, edge, at, { now, tz }) : row)) })),
  );
  // The days that matter are those of the window: what lies before them is a scroll away.
  const first = Math.max(lanes.findIndex((lane) => lane.windows.length > 0) - 1, 0);
  const caseId = sheet.case.id;
  useEffect(() => {
    if (caseId) box.current?.scrollTo({ top: first * LANE });
  }, [caseId, first, box]);
  const stay = (id: string | null) => sheet.stays.find((one) => one.id === id);
  const foundAt = ({ stayId }: EntryRow): number => {
    const known = stay(stayId);
    return (known?.contactsDefinite ?? 0) + (known?.contactsPossible ?? 0);
  };
  return (
    <div className="timeline" ref={box}>
      <svg width={width} height={TOP + lanes.length * LANE + 4} role="group" aria-label={t('cases.timeline')}>
        <defs>
          <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="6" stroke="var(--hatch)" strokeWidth="2" />
          </pattern>
        </defs>
        {[0, 3, 6, 9, 12, 15, 18, 21, 24].map((hour) => (
          <g key={hour}>
            <text x={LEFT + (hour / 24) * inner} y={14} className="axis" textAnchor={hour === 24 ? 'end' : 'middle'}>
              {String(hour).padStart(2, '0')}:00
            </text>
            <line
              x1={LEFT + (hour / 24) * inner}
              x2={LEFT + (hour / 24) * inner}
              y1={TOP - 3}
              y2={TOP + lanes.length * LANE}
              className="tick"
            />
          </g>
        ))}
        {lanes.map((lane, i) => {
          const labels = foundIn(sheet, lane, inner, foundAt);
          return (
            <g key={lane.day} transform={`translate(${LEFT} ${TOP + i * LANE})`} data-day={lane.day}>
              <text x={-LEFT + 4} y={14} className="day">
                {lane.day.slice(5)}
              </text>
              <text x={-LEFT + 4} y={29} className="axis">
                {weekday(lane.day, lang)}
              </text>
              <rect x={0} y={0} width={inner / 4} height={BAR + 4} className="night" />
              <rect x={(inner * 23) / 24} y={0} width={inner / 24} height={BAR + 4} className="night" />
              {lane.windows.map((piece) => (
                <rect key={piece.x} x={piece.x} y={0} width={piece.width} height={BAR + 4} className="window" />
              ))}
              {lane.uncovered.map((piece) => (
                <Gap
                  key={piece.x}
                  piece={piece}
                  onGap={editable ? onGap : null}
                  label={`${lane.day.slice(5)} ${clockTime(piece.item.start, tz)}–${clockTime(piece.item.end, tz)}`}
                />
              ))}
              {lane.stays.map((piece) => {
                const { row } = piece.item;
                const known = stay(row.stayId);
                const found = foundAt(row);
                const hot = found > 0 && !AT_HOME.has(known?.category ?? '');
                const said = labels.get(row.key);
                const glyphs = (known?.sources ?? [row.text.source]).map((source) => SOURCE_GLYPHS[source] ?? '').join('');
                return (
                  <g key={row.key} transform={`translate(${piece.x} 2)`}>
                    <rect
                      width={piece.width}
                      height={BAR}
                      rx={3}
                      className={`bar ${hot ? 'hot' : ''} ${row.key === selected ? 'selected' : ''} ${row.changed ? 'changed' : ''}`}
                      role="button"
                      tabIndex={0}
                      aria-label={`${lane.day.slice(5)} ${row.text.from}–${row.text.to} ${row.text.place}`}
                      onClick={() => onSelect(row.key)}
                      onKeyDown={(event) => event.key === 'Enter' && onSelect(row.key)}
                    />
                    {piece.width > 34 && (
                      <foreignObject width={piece.width - 6} height={BAR} x={5} style={{ pointerEvents: 'none' }}>
                        <div className={`bar-text ${hot ? 'hot' : ''}`}>
                          {row.text.place} <span className="src">{glyphs}</span>
                        </div>
                      </foreignObject>
                    )}
                    {said && (
                      <text x={said.x - piece.x} y={BAR + 14} className="found">
                        ◆ {said.inFull ? t('cases.foundHere', { n: found }) : found}
                        <title>{t('cases.foundHere', { n: found })}</title>
                      </text>
                    )}
                    {editable && (
                      <>
                        {!piece.opensBefore && <rect x={-3} width={8} height={BAR} className="edge" {...drag(row.key, 'from', lane.day)} />}
                        {!piece.goesOn && (
                          <rect x={piece.width - 5} width={8} height={BAR} className="edge" {...drag(row.key, 'to', lane.day)} />
                        )}
                      </>
                    )}
                  </g>
                );
              })}
              <LooseEvidence sheet={sheet} day={lane.day} width={inner} />
              <Anchors sheet={sheet} lane={lane} width={inner} />
              {lane.now !== null && <line x1={lane.now} x2={lane.now} y1={-2} y2={BAR + 6} className="now" />}
            </g>
          );
        })}
      </svg>
      <p className="timeline-words">
        <span className="window-words">▨ {sheet.windows.map((one) => one.anchors[lang]).join('；') || sheet.noWindow?.[lang]}</span>
        <span className="muted">{t('cases.hatched')}</span>
      </p>
    </div>
  );
}

function useWidth(): [React.RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(900);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return [box, width];
}
