import { DAY_24H, dayOf } from '@tracewright/epi-core';
import { chainLayout, type MarkKind, markOf, type Position } from '@tracewright/workbench-model';
import Graph from 'graphology';
import { useEffect, useRef } from 'react';
import Sigma from 'sigma';
import type { NodeLabelDrawingFunction } from 'sigma/rendering';
import { useSession } from '../app/session.js';
import type { Chain, ChainNode } from './ChainPage.js';

interface Props {
  readonly chain: Chain;
  readonly path: readonly string[];
  readonly onChoose: (id: string) => void;
  readonly label: string;
}

/** A lane is drawn this many days high: the picture is as wide as an outbreak is long, and about half as high. */
const LANE = 0.42;
/** Up to so many cases each has its name beside it, however small the picture is. */
const ALL_NAMED = 60;

const kindOf = (node: ChainNode): MarkKind => (node.kind === 'place' ? 'other' : markOf(node.cls, node.category));
const VARIABLE: Readonly<Record<MarkKind, string>> = {
  case: '--case',
  ring: '--case',
  close: '--close',
  second: '--second',
  other: '--other',
};
const colour = (variable: string): string => getComputedStyle(document.documentElement).getPropertyValue(variable).trim();

/** Drawn on the graphics card: fifty thousand links stay smooth. A picture only; the table beside it holds the same nodes. */
export function ChainPicture({ chain, path, onChoose, label }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const days = useRef<HTMLDivElement>(null);
  const chosen = useRef(onChoose);
  const { tz } = useSession();
  useEffect(() => {
    chosen.current = onChoose;
  });
  useEffect(() => {
    if (!box.current) return;
    const layout = chainLayout(chain.nodes, chain.edges);
    const sigma = new Sigma(graphOf(chain, layout, new Set(path)), box.current, {
      labelFont: 'Noto Sans SC, Microsoft YaHei, PingFang SC, sans-serif',
      labelSize: 12,
      labelRenderedSizeThreshold: 6,
      labelDensity: 2,
      defaultEdgeType: 'arrow',
      allowInvalidContainer: true,
      stagePadding: 40,
      defaultDrawNodeLabel: nameBeside,
    });
    sigma.setCustomBBox(withRoomForNames(layout));
    sigma.on('clickNode', ({ node }) => chosen.current(node));
    const zero = Math.min(...chain.nodes.flatMap((node) => (node.at === null ? [] : [Date.parse(node.at)])));
    const last = Math.ceil(Math.max(0, ...[...layout.values()].map(({ x }) => x)));
    const mark = () => {
      if (days.current) days.current.replaceChildren(...dayMarks(sigma, zero, last, tz));
    };
    sigma.on('afterRender', mark);
    mark();
    return () => sigma.kill();
  }, [chain, path, tz]);
  return (
    <div className="chain-picture">
      <div className="chain-days" ref={days} aria-hidden="true" />
      <div className="chain-canvas" ref={box} role="img" aria-label={label} />
    </div>
  );
}

/** Names stand to the right of their nodes: the newest ones need room there as well. */
function withRoomForNames(layout: ReadonlyMap<string, Position>): { x: [number, number]; y: [number, number] } {
  const [xs, ys] = [[...layout.values()].map(({ x }) => x), [...layout.values()].map(({ y }) => -y * LANE)];
  const [left, right] = [Math.min(0, ...xs), Math.max(1, ...xs)];
  return { x: [left, right + (right - left) * 0.1], y: [Math.min(0, ...ys), Math.max(0, ...ys)] };
}

/** A name on a ground of its own, so that the lines that leave the node do not strike it out. */
const nameBeside: NodeLabelDrawingFunction = (context, { x, y, size, label }, { labelSize, labelFont, labelWeight }) => {
  if (!label) return;
  context.font = `${labelWeight} ${labelSize}px ${labelFont}`;
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = colour('--panel');
  context.fillStyle = colour('--ink');
  context.strokeText(label, x + size + 3, y + labelSize / 3);
  context.fillText(label, x + size + 3, y + labelSize / 3);
};

/** A line and a name for each day, where the camera now shows it; days that would touch are left out. */
function dayMarks(sigma: Sigma, zero: number, last: number, tz: string): HTMLElement[] {
  if (!Number.isFinite(zero)) return [];
  const x = (day: number) => sigma.graphToViewport({ x: day, y: 0 }).x;
  const step = Math.max(1, Math.ceil(52 / Math.max(x(1) - x(0), 1)));
  const marks: HTMLElement[] = [];
  for (let day = 0; day <= last; day += step) {
    const mark = document.createElement('span');
    mark.textContent = dayOf(zero + day * DAY_24H, tz).slice(5);
    mark.style.left = `${Math.round(x(day))}px`;
    marks.push(mark);
  }
  return marks;
}

function graphOf(chain: Chain, layout: ReadonlyMap<string, Position>, path: ReadonlySet<string>): Graph {
  const graph = new Graph({ multi: true });
  const allNamed = chain.nodes.filter((node) => node.kind === 'case').length <= ALL_NAMED;
  for (const node of chain.nodes) {
    const { x, y } = layout.get(node.id) ?? { x: 0, y: 0 };
    const size = (node.kind === 'case' ? 8 : node.kind === 'place' ? 6 : 4) + (path.has(node.id) ? 4 : 0);
    const forceLabel = allNamed && node.kind === 'case';
    graph.addNode(node.id, { x, y: -y * LANE, label: node.label, forceLabel, size, color: colour(VARIABLE[kindOf(node)]) });
  }
  const [focus, line, faint] = [colour('--focus'), colour('--field'), colour('--line')];
  for (const edge of chain.edges) {
    const on = path.size > 1 && path.has(edge.from) && path.has(edge.to);
    const strong = edge.state === 'recorded' || edge.state === 'definite';
    graph.addEdge(edge.from, edge.to, { color: on ? focus : strong ? line : faint, size: on ? 4 : edge.state === 'recorded' ? 2.5 : 1.2 });
  }
  return graph;
}
