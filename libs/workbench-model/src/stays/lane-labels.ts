/** What is written below a bar, from `x` to `latest` on: so wide in full, and so wide when it is told short. Pixels. */
export interface WantedLabel {
  readonly x: number;
  readonly latest: number;
  readonly width: number;
  readonly short: number;
}

/** `[from, to)` where something else stands. */
export interface TakenSpan {
  readonly from: number;
  readonly to: number;
}

export interface PlacedLabel {
  readonly x: number;
  readonly inFull: boolean;
}

/**
 * Where the labels of a lane stand, in the order of their bars: none over another, nor over what is taken. A label is told short where the next bar has
 * one, and stands aside where something is in its way, but no further than it is still seen to be of its bar; null: there is no room even so.
 */
export function placeLabels(wanted: readonly WantedLabel[], taken: readonly TakenSpan[]): readonly (PlacedLabel | null)[] {
  let end = Number.NEGATIVE_INFINITY;
  return wanted.map(({ x, latest, width, short }, i) => {
    const start = freeFrom(Math.max(x, end), short, taken);
    if (start > Math.max(x, latest)) return null;
    const next = wanted[i + 1]?.x ?? Number.POSITIVE_INFINITY;
    const inFull = start + width <= next && freeFrom(start, width, taken) === start;
    end = start + (inFull ? width : short);
    return { x: start, inFull };
  });
}

/** The first place from `x` on at which so much room is not taken. */
function freeFrom(x: number, width: number, taken: readonly TakenSpan[]): number {
  let start = x;
  for (const { from, to } of [...taken].sort((a, b) => a.from - b.from)) if (from < start + width && to > start) start = to;
  return start;
}
