/** Contacts of a case that were not derived since they are too many to be followed, or to be stored at once. What stood of them stays. */
export interface LeftOut {
  readonly degree: 'second' | 'both';
  /** How many there are at least: of the second degree, contacts times those they met; of both, meetings. 0: not known. */
  readonly relations: number;
  /** Where most of them met. */
  readonly placeId: string | null;
}

/** In the second degree of a case whose second degree was not derived: nothing is known against it. */
export const isUnasked = (
  { viaPersonId }: { readonly viaPersonId: string | null },
  { leftOut }: { readonly leftOut: LeftOut | null },
): boolean => leftOut !== null && viaPersonId !== null;
