import type { Day } from '@tracewright/epi-core';
import { instantAt } from '@tracewright/workbench-model';
import type { PointerEvent } from 'react';
import { useSession } from '../app/session.js';

type Edge = 'from' | 'to';

/** Handlers for the edge of a bar: dragging it writes the time, to five minutes. */
export function useEdgeDrag(width: number, onMove: (key: string, edge: Edge, at: number) => void) {
  const { tz } = useSession();
  return (key: string, edge: Edge, day: Day) => ({
    onPointerDown: (event: PointerEvent<SVGRectElement>) => {
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<SVGRectElement>) => {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
      const lane = event.currentTarget.closest('[data-day]')?.querySelector('.night')?.getBoundingClientRect();
      if (!lane) return;
      onMove(key, edge, instantAt(day, Math.min(Math.max(event.clientX - lane.left, 0), width), width, tz));
    },
    onPointerUp: (event: PointerEvent<SVGRectElement>) => event.currentTarget.releasePointerCapture(event.pointerId),
  });
}
