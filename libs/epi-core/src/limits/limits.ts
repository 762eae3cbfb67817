import limits from './limits.json' with { type: 'json' };

/** A step that people wait for. Its minutes, where they come from and whether anybody verified them stand in `limits.json`. */
export type Limit = keyof typeof limits;

/** How long a step may take, in milliseconds. */
export const limitMs = (limit: Limit): number => limits[limit].minutes * 60_000;
