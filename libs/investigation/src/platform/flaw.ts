import { DAY_24H, type Day, type Instant, MINUTE } from '@tracewright/epi-core';
import { z } from 'zod';
import { type Rejection, reject } from '../imports/raw-record.js';
import { fieldEn, fieldZh } from './field-words.js';

/** Longest texts, in characters: what a column of a form or a list of a city holds; more is a cell that ran into its neighbours. */
export const LONGEST = { id: 200, name: 100, word: 100, address: 300, note: 2_000, path: 2_500 } as const;
/** Most values of one list: phones, aliases, needs. */
const MOST = 50;
/** Nobody of whom anybody asks was anywhere before; a date of 0202 or 1022 is a slip. */
const SINCE = Date.UTC(1900, 0, 1);
/** A clock that goes wrong, not a wrong day. */
const SLACK = 5 * MINUTE;

interface About {
  /** The field's words. */
  readonly zh: string;
  readonly en: string;
  readonly value: unknown;
  readonly most?: number | undefined;
  readonly least?: number | undefined;
  readonly values?: readonly string[] | undefined;
  readonly others?: readonly string[] | undefined;
}

const choices = (values: readonly string[] | undefined, between: string): string | null =>
  values && values.length <= 12 ? values.join(between) : null;
const range = ({ least, most }: About) =>
  least === undefined
    ? { zh: `不大于 ${most}`, en: `at most ${most}` }
    : most === undefined
      ? { zh: `不小于 ${least}`, en: `at least ${least}` }
      : { zh: `在 ${least} 到 ${most} 之间`, en: `between ${least} and ${most}` };

/** What may be wrong with a value, and the sentence that says what to do. */
const WORDS = {
  missing: ({ zh, en }: About) => ({ zh: `缺少${zh}，请补上。`, en: `${en} is missing: fill it in.` }),
  'too-long': ({ zh, en, most }) => ({
    zh: `${zh}太长：最多 ${most} 个字，请缩短。`,
    en: `${en} is too long: shorten it to at most ${most} characters.`,
  }),
  'too-many': ({ zh, en, most }) => ({
    zh: `${zh}太多：最多 ${most} 个，请分开填写。`,
    en: `${en} holds too many values: give at most ${most}.`,
  }),
  spaces: ({ zh, en }) => ({ zh: `${zh}首尾有空格，请去掉。`, en: `${en} begins or ends with a space: remove it.` }),
  'not-in-list': ({ zh, en, value, values }) => ({
    zh: `${zh}的“${value}”不在列表中：请填 ${choices(values, '、') ?? '列表中的一项'}。`,
    en: `"${value}" in ${en} is not in the list: use ${choices(values, ', ') ?? 'one of the list'}.`,
  }),
  'out-of-range': (about) => ({
    zh: `${about.zh}应${range(about).zh}，请核对。`,
    en: `${about.en} has to be ${range(about).en}: check it.`,
  }),
  'not-a-number': ({ zh, en }) => ({ zh: `${zh}不是数字，请只填数字。`, en: `${en} is not a number: write digits only.` }),
  'not-whole': ({ zh, en }) => ({ zh: `${zh}应为整数，请核对。`, en: `${en} has to be a whole number: check it.` }),
  'not-a-day': ({ zh, en }) => ({ zh: `${zh}不是日期：请写成 2022-04-14。`, en: `${en} is not a day: write it as 2022-04-14.` }),
  'not-a-moment': ({ zh, en }) => ({
    zh: `${zh}的时间看不懂：请写成 2022-04-14 09:38。`,
    en: `The moment in ${en} cannot be read: write it as 2022-04-14 09:38.`,
  }),
  'too-early': ({ zh, en }) => ({ zh: `${zh}太早，请核对年份。`, en: `${en} lies too far in the past: check the year.` }),
  'in-future': ({ zh, en }) => ({ zh: `${zh}还没到，请核对日期。`, en: `${en} lies in the future: check the date.` }),
  'wrong-order': ({ zh, en, others = [] }) => ({
    zh: `${zh}与${others.map(fieldZh).join('、')}的先后不对，请改时间。`,
    en: `${en} does not fit ${others.map(fieldEn).join(' and ')}: correct the times.`,
  }),
  'never-a-stay': ({ zh, en }) => ({
    zh: `${zh}：手机信令不能成为停留，请作为证据填写。`,
    en: `${en}: a mobile signal never proves a stay; bring it in as evidence.`,
  }),
  self: ({ zh, en }) => ({ zh: `${zh}不能是自己，请填另一个。`, en: `${en} cannot be the same one: give another.` }),
  unusable: ({ zh, en }) => ({ zh: `${zh}的值不能用，请重新填写。`, en: `The value of ${en} cannot be used: enter it again.` }),
} satisfies Record<string, (about: About) => { readonly zh: string; readonly en: string }>;
export type FlawCode = keyof typeof WORDS;
export const FLAW_CODES = Object.keys(WORDS) as FlawCode[];

interface Rest {
  readonly most?: number;
  readonly values?: readonly string[];
  /** Fields it does not fit. */
  readonly others?: readonly string[];
}
/** What a check of our own says is wrong, for `ctx.addIssue` of a whole noun. */
export const flaw = (code: FlawCode, rest: Rest = {}) => ({ params: { flaw: code, ...rest } });
/** One check a value: an import has hundreds of thousands of them. */
const unless =
  <T>(codeOf: (value: T) => FlawCode | null, rest: Rest = {}) =>
  (payload: z.core.ParsePayload<T>): void => {
    const code = codeOf(payload.value);
    if (code) payload.issues.push({ code: 'custom', input: payload.value, ...flaw(code, rest) });
  };

/** The files' names (`contracts.md`) of values that are not just the snake case of their own, by path. */
type FieldNames = Readonly<Record<string, string>>;
const FIELD_NAMES = z.registry<{ readonly fields: FieldNames }>();

/**
 * The schema of a noun as it is kept. It is that of exactly this type: neither can gain or lose a field, or hold a value, without the
 * other, or it does not compile.
 */
export const nounSchema =
  <T>() =>
  <S extends z.ZodType<T>>(schema: S & (T extends z.output<S> ? unknown : never), fields: FieldNames): z.ZodType<T> => {
    FIELD_NAMES.add(schema, { fields });
    return schema;
  };

/** A value's name in the files: `placeId` is `place`, `airZone` is `air_zone`. */
function fieldOf(path: readonly PropertyKey[], names: FieldNames): string {
  const steps = path.filter((step) => typeof step === 'string');
  const own = steps[0] ?? '';
  return names[steps.join('.')] ?? names[own] ?? own.replace(/Id$/, '').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inner, step) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[step], value);
const isEmpty = (value: unknown): boolean => value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

function codeOf(issue: z.core.$ZodIssue, value: unknown): FlawCode {
  if (isEmpty(value)) return 'missing';
  switch (issue.code) {
    case 'custom':
      return (issue.params?.flaw as FlawCode | undefined) ?? 'unusable';
    case 'invalid_value':
      return 'not-in-list';
    case 'too_big':
      return issue.origin === 'array' ? 'too-many' : 'out-of-range';
    case 'too_small':
      return 'out-of-range';
    case 'invalid_type':
      return issue.expected === 'int' ? 'not-whole' : issue.expected === 'number' ? 'not-a-number' : 'unusable';
    default:
      return 'unusable';
  }
}

/** What is wrong with a noun, first things first, in the field of the files; null: it may be kept. */
export function flawOf<T>(schema: z.ZodType<T>, noun: NoInfer<T>): Rejection | null {
  const read = schema.safeParse(noun);
  if (read.success) return null;
  const issue = read.error.issues[0]!;
  const value = at(noun, issue.path);
  const field = fieldOf(issue.path, FIELD_NAMES.get(schema)?.fields ?? {});
  const code = codeOf(issue, value);
  const params = (issue.code === 'custom' ? issue.params : {}) as Rest;
  const words: { zh: string; en: string } = WORDS[code]({
    zh: fieldZh(field),
    en: fieldEn(field),
    value,
    most: issue.code === 'too_big' ? Number(issue.maximum) : params.most,
    least: issue.code === 'too_small' ? Number(issue.minimum) : undefined,
    values: issue.code === 'invalid_value' ? issue.values.map(String) : params.values,
    others: params.others,
  });
  return reject(field, code, words.zh, words.en);
}

/** A noun that the project itself has made: a flaw in it is a mistake of ours, not of whoever asks. */
export function sound<T>(schema: z.ZodType<T>, noun: NoInfer<T>): T {
  const found = flawOf(schema, noun);
  if (found) throw new Error(`A record of ours cannot be kept. ${found.en}`);
  return noun;
}

// The kinds of value that nouns are made of.

const textFlaw = (value: string, most: number): FlawCode | null =>
  value.length > most ? 'too-long' : value.trim().length < value.length ? 'spaces' : null;

export const text = (most: number) => z.string().check(unless((value) => (value === '' ? 'missing' : textFlaw(value, most)), { most }));
/** May be empty: somebody of whom the name is not known. */
export const maybeText = (most: number) => z.string().check(unless((value) => textFlaw(value, most), { most }));
export const id = () => text(LONGEST.id);
export const texts = (most: number) => z.array(text(most)).max(MOST).readonly();
/** A path of areas: `/root/…/id/`. */
export const areaPath = () =>
  z.string().check(
    unless((path) => (path.length > LONGEST.path ? 'too-long' : path.startsWith('/') && path.endsWith('/') ? null : 'unusable'), {
      most: LONGEST.path,
    }),
  );
/** One of a list that is kept as plain text. */
export const listed = (values: readonly string[]) => {
  const known = new Set(values);
  return z.string().check(unless((value) => (known.has(value) ? null : 'not-in-list'), { values }));
};

const since = (moment: Instant): FlawCode | null => (moment < SINCE ? 'too-early' : null);
const until = (moment: Instant, latest: Instant): FlawCode | null => since(moment) ?? (moment > latest ? 'in-future' : null);

/** Any moment of our time. */
export const instant = () => z.number().check(unless(since));
/** A moment that has been. */
export const past = (now: Instant) => z.number().check(unless((moment) => until(moment, now + SLACK)));
/** The end of something that has begun: a day without time ends at its midnight. */
export const pastEnd = (now: Instant) => z.number().check(unless((moment) => until(moment, now + DAY_24H)));

const isDay = (day: Day): boolean => {
  const read = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : null;
  return read !== null && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day);
};
/** A day that has begun somewhere: it has no zone, so it may be a day ahead of the clock. */
export const pastDay = (now: Instant, first: Instant = SINCE) =>
  z
    .string()
    .check(
      unless((day) =>
        !isDay(day) ? 'not-a-day' : Date.parse(day) < first ? 'too-early' : Date.parse(day) > now + DAY_24H ? 'in-future' : null,
      ),
    );
