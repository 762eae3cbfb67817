/** @typedef {(line: string) => void} Say */

/**
 * Says what is going on when it takes longer than two seconds, and every ten seconds from then on.
 * @template T
 * @param {Say} say @param {string} what @param {Promise<T>} work
 * @returns {Promise<T>}
 */
export async function during(say, what, work) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
    if (ticks === 1 || ticks % 5 === 0) say(ticks === 1 ? `${what} …` : `${what} … ${seconds()} s`);
  }, 2_000);
  try {
    const result = await work;
    if (ticks > 0) say(`${what}: done in ${seconds()} s.`);
    return result;
  } finally {
    clearInterval(timer);
  }
}

/**
 * The last lines of a text, for showing why something failed.
 * @param {string} text @param {number} [lines]
 */
export function tail(text, lines = 20) {
  return text.trimEnd().split(/\r?\n/).slice(-lines).join('\n');
}
