/**
 * What the `seat` of a stay in a vehicle says: `12C` a passenger, `12C INF` a baby in the arms of that seat, `INF` one whose seat nobody
 * wrote down, `CREW` who works there, `CREW 9-15` who serves those rows (both included). Anything else (a table) is no seat: null.
 */
export type Seat =
  | { readonly kind: 'passenger'; readonly row: number; readonly letter: string }
  | { readonly kind: 'infant'; readonly row: number | null; readonly letter: string | null }
  | { readonly kind: 'crew'; readonly rows: { readonly from: number; readonly to: number } | null };

const PASSENGER = /^(\d{1,3})\s*-?\s*([A-L])$/;
const INFANT = /^(?:(\d{1,3})\s*-?\s*([A-L])\s*)?(?:INF|婴儿)$/;
const CREW = /^(?:CREW|乘务|机组)(?:\s*(\d{1,3})\s*-\s*(\d{1,3}))?$/;

export function readSeat(text: string | undefined): Seat | null {
  const word = (text ?? '').normalize('NFKC').trim().toUpperCase();
  const passenger = PASSENGER.exec(word);
  if (passenger) return { kind: 'passenger', row: Number(passenger[1]), letter: passenger[2]! };
  const infant = INFANT.exec(word);
  if (infant) return { kind: 'infant', row: infant[1] ? Number(infant[1]) : null, letter: infant[2] ?? null };
  const crew = CREW.exec(word);
  if (!crew) return null;
  return { kind: 'crew', rows: crew[1] ? { from: Number(crew[1]), to: Number(crew[2]) } : null };
}
