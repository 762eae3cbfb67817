/** Of longer strings the first so many characters are compared: the bits of one number hold which are taken. */
const LONGEST = 31;

/** Jaro's similarity of two strings, 0 to 1, with Winkler's bonus for a common beginning of up to four characters (scale 0.1). */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const la = Math.min(a.length, LONGEST);
  const lb = Math.min(b.length, LONGEST);
  if (la === 0 || lb === 0) return 0;
  const reach = Math.max(0, (Math.max(la, lb) >> 1) - 1);
  let takenA = 0;
  let takenB = 0;
  let common = 0;
  for (let i = 0; i < la; i++) {
    const code = a.charCodeAt(i);
    const end = Math.min(lb, i + reach + 1);
    for (let j = i > reach ? i - reach : 0; j < end; j++) {
      if ((takenB >>> j) & 1 || code !== b.charCodeAt(j)) continue;
      takenA |= 1 << i;
      takenB |= 1 << j;
      common++;
      break;
    }
  }
  if (common === 0) return 0;
  let crossed = 0;
  for (let i = 0, j = 0; i < la; i++) {
    if (!((takenA >>> i) & 1)) continue;
    while (!((takenB >>> j) & 1)) j++;
    if (a.charCodeAt(i) !== b.charCodeAt(j)) crossed++;
    j++;
  }
  const jaro = (common / la + common / lb + (common - crossed / 2) / common) / 3;
  let start = 0;
  while (start < 4 && start < la && start < lb && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  return jaro + start * 0.1 * (1 - jaro);
}

/** Whether one insertion, deletion, change or swap of neighbours makes one string of the other. Equal strings too. */
export function oneEditApart(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && long.charCodeAt(i) === short.charCodeAt(i)) i++;
  let j = 0;
  while (j < short.length - i && long.charCodeAt(long.length - 1 - j) === short.charCodeAt(short.length - 1 - j)) j++;
  const left = short.length - i - j;
  if (left <= 0) return true;
  if (long.length !== short.length) return false;
  if (left === 1) return true;
  return left === 2 && long[i] === short[i + 1] && long[i + 1] === short[i];
}
