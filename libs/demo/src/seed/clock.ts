import { formatInstant, MINUTE, parseMoment } from '@tracewright/epi-core';

export const DEMO_ZONE = 'Asia/Shanghai';
/** The demo's clock starts here (rulings 1); no record says anything later. */
export const DEMO_NOW = '2022-04-14T09:38:00+08:00';
export const DEMO_FIRST_DAY = 1;
export const DEMO_LAST_DAY = 14;

/** Minutes since 2022-04-01 00:00 in the demo's zone: the generator's own clock. The zone kept one offset all that month. */
export type DemoMinute = number;

const ORIGIN = parseInstant('2022-04-01T00:00:00+08:00');
export const NOW_MINUTE: DemoMinute = (parseInstant(DEMO_NOW) - ORIGIN) / MINUTE;

function parseInstant(text: string): number {
  const moment = parseMoment(text, DEMO_ZONE);
  if (moment?.precision !== 'instant') throw new RangeError(`not an instant: ${text}`);
  return moment.at;
}

/** `at(3, '11:30')` is 2022-04-03 11:30; `'24:00'` is the end of that day. */
export function at(day: number, time: string): DemoMinute {
  const [hours, minutes] = time.split(':');
  return (day - 1) * 1440 + Number(hours) * 60 + Number(minutes);
}

export const iso = (minute: DemoMinute): string => formatInstant(ORIGIN + minute * MINUTE, DEMO_ZONE);
export const dayText = (day: number): string => `2022-04-${String(day).padStart(2, '0')}`;

/** Saturday 2 April was worked in exchange for the Qingming holiday, 3 to 5 April 2022; 9 and 10 April were a weekend. */
const OFF = new Set([3, 4, 5, 9, 10]);
export const isWorkday = (day: number): boolean => !OFF.has(day);
