import { parseArgs } from 'node:util';
import { checkZone, type Instant, momentStart, parseMoment } from '@tracewright/epi-core';
import { WrongUsage } from './answers.js';

type Options = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }>>;
export type Values = Readonly<Record<string, string | boolean | undefined>>;

/** Every command takes these. */
const COMMON: Options = { json: { type: 'boolean' }, tz: { type: 'string' }, help: { type: 'boolean' } };

/** Reads a command's options; what it does not know is named. */
export function readArguments(args: readonly string[], options: Options): { values: Values; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...COMMON, ...options },
      allowPositionals: true,
      strict: true,
    });
    return { values: values as Values, positionals };
  } catch (error) {
    throw new WrongUsage((error as Error).message);
  }
}

export const text = (values: Values, name: string): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined);
export const flag = (values: Values, name: string): boolean => values[name] === true;

export function needed(values: Values, name: string): string {
  const value = text(values, name);
  if (value === undefined) throw new WrongUsage(`--${name} is missing.`);
  return value;
}

export function number(values: Values, name: string, otherwise: number): number {
  const value = text(values, name);
  if (value === undefined) return otherwise;
  const read = Number(value);
  if (!Number.isFinite(read) || read < 0) throw new WrongUsage(`--${name} takes a number from 0 on, not "${value}".`);
  return read;
}

export function zone(values: Values): string {
  const tz = text(values, 'tz') ?? 'Asia/Shanghai';
  try {
    return checkZone(tz);
  } catch {
    throw new WrongUsage(`--tz: there is no zone "${tz}"; write one such as Asia/Shanghai.`);
  }
}

export function instant(values: Values, name: string, tz: string): Instant | null {
  const value = text(values, name);
  if (value === undefined) return null;
  const moment = parseMoment(value, tz);
  if (!moment) throw new WrongUsage(`--${name}: "${value}" is not a time; write 2022-04-14T09:38.`);
  return momentStart(moment, tz);
}

/** A calendar day as a number of days since 1970, for questions about days. */
export function day(values: Values, name: string): number | null {
  const value = text(values, name);
  return value === undefined ? null : dayNumber(value, `--${name}`);
}

export function dayNumber(value: string, where: string): number {
  const moment = parseMoment(value, 'UTC');
  if (!moment) throw new WrongUsage(`${where}: "${value}" is not a day; write 2022-04-14.`);
  return Math.floor((moment.precision === 'day' ? Date.parse(moment.on) : moment.at) / 86_400_000);
}

export function oneOf<T extends string>(values: Values, name: string, allowed: readonly T[], otherwise: T): T {
  const value = text(values, name) ?? otherwise;
  if (!allowed.includes(value as T)) throw new WrongUsage(`--${name} is one of ${allowed.join(', ')}, not "${value}".`);
  return value as T;
}
