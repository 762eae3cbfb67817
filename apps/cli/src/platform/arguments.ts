import { parseArgs } from 'node:util';
import { checkZone, dayOf, type Instant, type Moment, momentStart, parseMoment } from '@tracewright/epi-core';
import { WrongUsage } from './answers.js';

type Options = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }>>;
export type Values = Readonly<Record<string, string | boolean | undefined>>;

/** Every command takes these. */
const COMMON: Options = { json: { type: 'boolean' }, tz: { type: 'string' }, help: { type: 'boolean' } };

/** Reads a command's options; what it does not know, and a word that belongs to none of them, is named. `words`: how many it takes. */
export function readArguments(args: readonly string[], options: Options, words = 0): { values: Values; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...COMMON, ...options },
      allowPositionals: true,
      strict: true,
    });
    const tooMany = positionals[words];
    if (tooMany !== undefined) throw new WrongUsage(`"${tooMany}" belongs to no option: leave it out, or write the option before it.`);
    if (values.json === true && values.out === '-')
      throw new WrongUsage('--out - and --json both want standard output: write one of them to a file.');
    if (values.errors === '-') throw new WrongUsage('--errors takes a file: standard output belongs to the answer.');
    return { values: values as Values, positionals };
  } catch (error) {
    throw error instanceof WrongUsage ? error : new WrongUsage(plain(error as Error & { code?: string }));
  }
}

/** Node's own messages end in advice about its programming interface. */
function plain({ code, message }: Error & { code?: string }): string {
  const option = /'(-{1,2}[^ '=]+)/.exec(message)?.[1];
  if (option === undefined) return message;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no option ${option}: the options are these.`;
  if (/does not take an argument/.test(message)) return `${option} takes no value: leave it out.`;
  return `${option} needs a value: write it after the option (${option}=… when it begins with a dash).`;
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
  const read = value.trim() === '' ? Number.NaN : Number(value);
  if (!Number.isFinite(read) || read < 0) throw new WrongUsage(`--${name} takes a number from 0 on, not "${value}".`);
  return read;
}

export function wholeNumber(values: Values, name: string, otherwise: number): number {
  const read = number(values, name, otherwise);
  if (!Number.isSafeInteger(read)) throw new WrongUsage(`--${name} takes a whole number, not "${text(values, name)}".`);
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

/** A calendar day of the zone as a number of days since 1970, for questions about days. */
export function day(values: Values, name: string, tz: string): number | null {
  const value = text(values, name);
  if (value === undefined) return null;
  const moment = parseMoment(value, tz);
  if (!moment) throw new WrongUsage(`--${name}: "${value}" is not a day; write 2022-04-14.`);
  return dayNumber(moment, tz);
}

export const dayNumber = (moment: Moment, tz: string): number =>
  Date.parse(moment.precision === 'day' ? moment.on : dayOf(moment.at, tz)) / 86_400_000;

export function oneOf<T extends string>(values: Values, name: string, allowed: readonly T[], otherwise: T): T {
  const value = text(values, name) ?? otherwise;
  if (!allowed.includes(value as T)) throw new WrongUsage(`--${name} is one of ${allowed.join(', ')}, not "${value}".`);
  return value as T;
}
