/** Where a value stands in the file: `['exposure', 3, 'single', 'min']`. */
export type FilePath = readonly (string | number)[];
export type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The file that a text holds; null while it is none, as in the middle of typing. */
export function fileIn(text: string): Json | null {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? json : null;
  } catch {
    return null;
  }
}
export const textOf = (file: Json): string => JSON.stringify(file, null, 2);

export const valueAt = (file: unknown, path: FilePath): unknown =>
  path.reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Json)[key] : undefined), file);

/** The file with another value in one place; undefined takes the field out. Nothing else of it is touched. */
export function withValue<T>(file: T, path: FilePath, value: unknown): T {
  const [key, ...rest] = path;
  if (key === undefined) return value as T;
  if (typeof key === 'number') {
    const list = Array.isArray(file) ? [...(file as unknown[])] : [];
    list[key] = withValue(list[key], rest, value);
    return list as T;
  }
  const old: Json = isObject(file) ? file : {};
  const inner = rest.length === 0 ? value : withValue(old[key], rest, value);
  if (inner !== undefined) return { ...old, [key]: inner } as T;
  return Object.fromEntries(Object.entries(old).filter(([name]) => name !== key)) as T;
}

const listAt = (file: Json, path: FilePath): readonly unknown[] => {
  const list = valueAt(file, path);
  return Array.isArray(list) ? list : [];
};

export const withItem = (file: Json, path: FilePath, at: number, item: unknown): Json =>
  withValue(file, path, listAt(file, path).toSpliced(at, 0, item));

export const withoutItem = (file: Json, path: FilePath, at: number): Json => withValue(file, path, listAt(file, path).toSpliced(at, 1));

/** One place up (-1) or down (+1); at the end of the list nothing moves. */
export function movedItem(file: Json, path: FilePath, at: number, by: number): Json {
  const list = listAt(file, path);
  const to = at + by;
  if (to < 0 || to >= list.length) return file;
  return withValue(file, path, list.toSpliced(at, 1).toSpliced(to, 0, list[at]));
}

/** An id that no other item of the list has: `DINING-2`, `DINING-3`. */
export function freeId(list: readonly unknown[], wanted: string): string {
  const taken = new Set(list.map((one) => valueAt(one, ['id'])));
  const stem = wanted.replace(/-\d+$/, '') || 'RULE';
  for (let n = 2; ; n++) if (!taken.has(`${stem}-${n}`)) return `${stem}-${n}`;
}

/** The same once more, below it; what is known by an id gets one of its own. */
export function duplicatedItem(file: Json, path: FilePath, at: number): Json {
  const list = listAt(file, path);
  const one = list[at];
  const copy = isObject(one) && typeof one.id === 'string' ? { ...one, id: freeId(list, one.id) } : one;
  return withItem(file, path, at + 1, copy);
}

export const keyOf = (path: FilePath): string => path.join('.');
/** The path that a problem's field means: numbers are places in lists. */
export const pathIn = (field: string): FilePath => field.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
/** The place in the schema: `exposure.single.min`, whichever rule it is; the class of an entry of `management` is left out as well. */
export const schemaKeyOf = (path: FilePath): string =>
  path.filter((key, i) => typeof key === 'string' && !(i === 1 && path[0] === 'management')).join('.');

/** Whether a problem's field stands at the path or below it. */
export const isUnder = (field: string, path: FilePath): boolean => field === keyOf(path) || field.startsWith(`${keyOf(path)}.`);
