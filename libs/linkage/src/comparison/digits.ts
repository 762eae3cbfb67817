/** Numbers whose digits are kept in four bits each: where two differ is seen in one step. */

/** How many digits differ, by what `a ^ b` leaves. */
export function digitsApart(apart: number): number {
  let places = (apart | (apart >>> 1) | (apart >>> 2) | (apart >>> 3)) & 0x11111111;
  let count = 0;
  for (; places !== 0; places &= places - 1) count++;
  return count;
}

/** Whether two different numbers differ in one digit, or in two neighbours that changed places. */
export function oneDigitOrSwap(a: number, b: number): boolean {
  const apart = a ^ b;
  const shift = (31 - Math.clz32(apart & -apart)) & ~3;
  const rest = apart >>> shift;
  if (rest <= 0xf) return true;
  if (rest > 0xff) return false;
  const one = (a >>> shift) & 0xff;
  const other = (b >>> shift) & 0xff;
  return one >>> 4 === (other & 0xf) && (one & 0xf) === other >>> 4;
}
