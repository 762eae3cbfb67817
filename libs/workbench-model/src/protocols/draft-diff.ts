import { type FieldShape, type ProtocolField, protocolFields } from '@tracewright/epi-core';
import { type FilePath, type Json, keyOf, valueAt } from './draft-file.js';

/** One field that differs; `undefined`: it was not there, or is not any more. */
export interface FieldChange {
  readonly path: FilePath;
  readonly was: unknown;
  readonly now: unknown;
  /** The id of the rule it belongs to, where it belongs to one. */
  readonly rule: string | null;
  /** Its place in the list is all that changed. */
  readonly moved: boolean;
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Order does not matter for what stands in it: left out and the usual value are the same. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => same(one, b[i]));
  if (!isObject(a) || !isObject(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => same(a[key], b[key]));
}

interface Where {
  readonly path: FilePath;
  readonly rule: string | null;
}

function ofShape(shape: FieldShape, was: unknown, now: unknown, at: Where): FieldChange[] {
  if (same(was, now)) return [];
  const whole = [{ ...at, was, now, moved: false }];
  if (shape.kind === 'group') return isObject(was) && isObject(now) ? ofFields(shape.fields, was, now, at) : whole;
  if (shape.kind === 'by-class') {
    const [former, present] = [isObject(was) ? was : {}, isObject(now) ? now : {}];
    const classes = [...new Set([...Object.keys(former), ...Object.keys(present)])];
    return classes.flatMap((cls) => ofShape(shape.item, former[cls], present[cls], { ...at, path: [...at.path, cls] }));
  }
  if (shape.kind === 'list' && shape.item.kind === 'group') return ofList(shape.item, listOf(was), listOf(now), at);
  return whole;
}

const idOf = (one: unknown): string | null => {
  const id = valueAt(one, ['id']);
  return typeof id === 'string' ? id : null;
};

/**
 * What each item was: its namesake, wherever that stood; one without a namesake is the one left over that says the same, else the one left over at
 * its place: it was given another id.
 */
function formerOf(was: readonly unknown[], now: readonly unknown[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const free = new Set(was.keys());
  const pair = (fits: (one: unknown, i: number, other: unknown, j: number) => boolean) => {
    for (const [i, one] of now.entries()) {
      if (pairs.has(i)) continue;
      const found = [...free].find((j) => fits(one, i, was[j], j));
      if (found === undefined) continue;
      pairs.set(i, found);
      free.delete(found);
    }
  };
  const nameless = (one: unknown) => (isObject(one) ? { ...one, id: null } : one);
  pair((one, _, other) => idOf(one) === idOf(other));
  pair((one, _, other) => same(nameless(one), nameless(other)));
  pair((_, i, __, j) => i === j);
  return pairs;
}

/** Items with ids are compared with what they were; others place by place. */
function ofList(item: FieldShape, was: readonly unknown[], now: readonly unknown[], at: Where): FieldChange[] {
  const named = [...was, ...now].some((one) => idOf(one) !== null);
  if (!named) {
    const places = Array.from({ length: Math.max(was.length, now.length) }, (_, i) => i);
    return places.flatMap((i) => ofShape(item, was[i], now[i], { ...at, path: [...at.path, i] }));
  }
  const pairs = formerOf(was, now);
  const order = now.flatMap((_, i) => pairs.get(i) ?? []);
  const kept = order.toSorted((a, b) => a - b);
  const present = now.flatMap((one, i): FieldChange[] => {
    const j = pairs.get(i);
    const where = { path: [...at.path, i], rule: idOf(one) };
    const moved = j !== undefined && kept.indexOf(j) !== order.indexOf(j);
    return [
      ...ofShape(item, j === undefined ? undefined : was[j], one, where),
      ...(moved ? [{ ...where, was: j + 1, now: i + 1, moved }] : []),
    ];
  });
  const gone = was.flatMap((one, j): FieldChange[] =>
    order.includes(j) ? [] : [{ path: [...at.path, j], rule: idOf(one), was: one, now: undefined, moved: false }],
  );
  return [...present, ...gone];
}

function ofFields(fields: readonly ProtocolField[], was: Json, now: Json, at: Where): FieldChange[] {
  const known = fields.flatMap(({ key, shape, fallback }) =>
    ofShape(shape, was[key] ?? fallback ?? undefined, now[key] ?? fallback ?? undefined, { ...at, path: [...at.path, key] }),
  );
  const names = new Set(fields.map(({ key }) => key));
  const unknown = [...new Set([...Object.keys(was), ...Object.keys(now)])].filter((key) => !names.has(key));
  return [
    ...known,
    ...unknown.flatMap((key) =>
      same(was[key], now[key]) ? [] : [{ ...at, path: [...at.path, key], was: was[key], now: now[key], moved: false }],
    ),
  ];
}

/** What differs between two versions of a protocol file, field by field. */
export const draftDiff = (was: Json, now: Json): FieldChange[] => ofFields(protocolFields(), was, now, { path: [], rule: null });

/** Every place of the form that a file has or could have, for whoever wants to see that none is missing. */
export function everyField(fields: readonly ProtocolField[] = protocolFields(), under = ''): string[] {
  const of = (shape: FieldShape, key: string): string[] => {
    if (shape.kind === 'group') return everyField(shape.fields, key);
    return (shape.kind === 'list' || shape.kind === 'by-class') && shape.item.kind === 'group' ? everyField(shape.item.fields, key) : [];
  };
  return fields.flatMap(({ key, shape }) => {
    const own = under === '' ? key : `${under}.${key}`;
    return [own, ...of(shape, own)];
  });
}

export const changeKey = (change: FieldChange): string => `${keyOf(change.path)} ${change.moved} ${change.now === undefined}`;
