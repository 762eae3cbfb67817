/** The district floats in open sea, 29.5° N 126° E, so that no real street can be meant. One step of the grid is about 800 m. */
const ORIGIN = { lat: 29.5, lng: 126 };
const STEP = 0.008;

/** A point of the district's grid, shifted a little within its cell by `within` (any whole number). */
export function gridPoint(column: number, row: number, within = 0): { lat: number; lng: number } {
  const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  return {
    lat: round(ORIGIN.lat + row * STEP + ((within * 7) % 11) * 0.0003),
    lng: round(ORIGIN.lng + column * STEP + ((within * 5) % 13) * 0.0003),
  };
}

/** Compounds stand eight to a row. */
export const compoundPoint = (index: number, within = 0) => gridPoint(index % 8, Math.floor(index / 8), within);
