import type { DemoArea } from '../records.js';

export interface Compounds {
  readonly list: readonly DemoArea[];
  /** `望月街道海棠苑`: what stands before the house number. */
  readonly longName: (compound: DemoArea) => string;
}

export function compoundsOf(areas: readonly DemoArea[]): Compounds {
  const byId = new Map(areas.map((a) => [a.area, a]));
  const street = (compound: DemoArea) => byId.get(byId.get(compound.parent!)!.parent!)!;
  return { list: areas.filter((a) => a.level === 'compound'), longName: (compound) => `${street(compound).name}${compound.name}` };
}
