export type YesNo = 'yes' | 'no' | 'unknown';
export type Ventilation = 'poor' | 'normal' | 'good' | 'unknown';

export interface Place {
  readonly id: string;
  readonly name?: string;
  readonly category?: string;
  readonly parent?: string;
  readonly enclosed: YesNo;
  readonly ventilation: Ventilation;
  readonly airZone?: string;
  /** Of a plane: whether its cabin air passes HEPA filters. */
  readonly hepa?: YesNo;
  readonly lat?: number;
  readonly lng?: number;
}

/** Looks a place up by id; what is not known is undefined. */
export type PlaceLookup = (id: string) => Place | undefined;

/** A tree deeper than this is a loop in somebody's file, not a building. */
const DEEPEST = 32;

/** The places above, nearest first; a loop in the parents ends the walk. */
export function ancestorsOf(id: string, lookup: PlaceLookup): string[] {
  const chain: string[] = [];
  let parent = lookup(id)?.parent;
  while (parent && parent !== id && !chain.includes(parent) && chain.length < DEEPEST) {
    chain.push(parent);
    parent = lookup(parent)?.parent;
  }
  return chain;
}
