/** A line of the picture: milliseconds by number of visits. */
export interface Series {
  readonly name: string;
  readonly kind: 'ours' | 'rival';
  readonly dashed: boolean;
  readonly points: readonly (readonly [visits: number, ms: number])[];
}

const [WIDTH, HEIGHT] = [760, 420];
const [LEFT, RIGHT, TOP, BOTTOM] = [70, 230, 50, 52];
const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #24292f }
  .small { font-size: 12px; fill: #57606a }
  .grid { stroke: #d0d7de; stroke-width: 1 }
  .line { fill: none; stroke-width: 2.5 }
  .ours { stroke: #0969da } .rival { stroke: #bc4c00 }
  circle.ours { fill: #0969da } circle.rival { fill: #bc4c00 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .small { fill: #9198a1 } .grid { stroke: #3d444d }
    .ours { stroke: #58a6ff } .rival { stroke: #f0883e }
    circle.ours { fill: #58a6ff } circle.rival { fill: #f0883e }
  }`;

const millions = (visits: number): string => `${Number((visits / 1e6).toPrecision(2))} M`;
const duration = (ms: number): string => (ms >= 1_000 ? `${ms / 1_000} s` : `${ms} ms`);
const powers = (low: number, high: number): number[] =>
  Array.from({ length: Math.ceil(Math.log10(high)) - Math.floor(Math.log10(low)) + 1 }, (_, i) => 10 ** (Math.floor(Math.log10(low)) + i));

/** Cost against size, both on scales of powers; light and dark by the reader's own setting. Lines are told apart by dashes as well. */
export function chartOf(title: string, series: readonly Series[]): string {
  const all = series.flatMap(({ points }) => points);
  const sizes = [...new Set(all.map(([visits]) => visits))].sort((a, b) => a - b);
  const marks = powers(Math.min(...all.map(([, ms]) => ms)), Math.max(...all.map(([, ms]) => ms)));
  const [low, high] = [Math.log10(marks[0]!), Math.log10(marks.at(-1)!)];
  const [small, large] = [Math.log10(sizes[0]!), Math.log10(sizes.at(-1)!)];
  const x = (visits: number) => LEFT + ((Math.log10(visits) - small) / Math.max(large - small, 1e-9)) * (WIDTH - LEFT - RIGHT);
  const y = (ms: number) => HEIGHT - BOTTOM - ((Math.log10(ms) - low) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const at = ([visits, ms]: readonly [number, number]) => `${x(visits).toFixed(1)},${y(ms).toFixed(1)}`;
  const lines = series.map(({ name, kind, dashed, points }) => {
    const last = points.at(-1)!;
    return [
      `<polyline class="line ${kind}"${dashed ? ' stroke-dasharray="7 5"' : ''} points="${points.map(at).join(' ')}"/>`,
      ...points.map(([visits, ms]) => `<circle class="${kind}" cx="${x(visits).toFixed(1)}" cy="${y(ms).toFixed(1)}" r="3.5"/>`),
      `<text x="${x(last[0]) + 12}" y="${(y(last[1]) + 4).toFixed(1)}">${name}</text>`,
    ].join('\n');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
<style>${STYLE}
</style>
<text x="${LEFT}" y="24">${title}</text>
${marks.map((ms) => `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(ms)}" y2="${y(ms)}"/><text class="small" text-anchor="end" x="${LEFT - 8}" y="${y(ms) + 4}">${duration(ms)}</text>`).join('\n')}
${sizes.map((visits) => `<text class="small" text-anchor="middle" x="${x(visits).toFixed(1)}" y="${HEIGHT - BOTTOM + 20}">${millions(visits)}</text>`).join('\n')}
<text class="small" text-anchor="middle" x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 10}">visits</text>
${lines.join('\n')}
</svg>
`;
}
