import { categoryRow, isPlaceCategory, PLACE_CATEGORIES, ROOM_LIKE } from '@tracewright/epi-core';
import { placeSchema } from '../../places/place.schema.js';
import type { Place } from '../../places/place-store.js';
import { flawOf } from '../../platform/flaw.js';
import { elsewhere, isOwn } from '../own-area.js';
import { idIn, missing, numberOf, type RawRecord, unknownRef, type Written } from '../raw-record.js';
import { resolveIds, type Slice, sameValues } from '../record-writer.js';

const YES_NO: Readonly<Record<string, 'yes' | 'no'>> = {
  yes: 'yes',
  no: 'no',
  是: 'yes',
  否: 'no',
  true: 'yes',
  false: 'no',
  '1': 'yes',
  '0': 'no',
};
const VENTILATION: Readonly<Record<string, 'poor' | 'normal' | 'good'>> = {
  poor: 'poor',
  normal: 'normal',
  good: 'good',
  差: 'poor',
  一般: 'normal',
  好: 'good',
};
const UNKNOWN: ReadonlySet<string> = new Set(['unknown', '不详', '未知']);
const CATEGORY_WORDS = new Map(
  Object.keys(PLACE_CATEGORIES)
    .filter(isPlaceCategory)
    .map((id) => [categoryRow(id).zh, id as string]),
);

/** A category by its word in the contract, in Chinese, or a room within a place. */
export const categoryOf = (word: string): string | null =>
  isPlaceCategory(word) || ROOM_LIKE.includes(word) ? word : (CATEGORY_WORDS.get(word) ?? (word === '' ? 'other' : null));

/** What a word means; an unknown one stays as it is, for the schema to refuse. */
const meant = <T extends string>(words: Readonly<Record<string, T>>, word = ''): T | null =>
  word === '' || UNKNOWN.has(word.toLowerCase()) ? null : (words[word.toLowerCase()] ?? (word as T));

/** Places; one inside another by `parent`, in the file or known before. */
export async function writePlaces(slice: Slice): Promise<Written[]> {
  const { desk, tx, source, records } = slice;
  const areas = new Map((await desk.areas.all(tx)).map((a) => [a.id, a]));
  const areaOf = (reference: string) => areas.get(idIn(source, reference)) ?? areas.get(reference);
  const parents = await resolveIds(
    slice,
    'Place',
    records.map((r) => r.parent ?? ''),
  );
  const known = new Map(
    (
      await desk.places.byIds(
        tx,
        records.map((r) => idIn(source, r.place ?? '')),
      )
    ).map((p) => [p.id, p]),
  );
  const beyond = new Set(
    (await desk.places.byIds(tx, [...new Set(parents.values())])).filter((p) => !isOwn(tx.actor, p.areaPath)).map((p) => p.id),
  );
  const fresh = new Map<string, Place>();
  const one = (record: RawRecord): Written => {
    const { place = '', name = '', category: word = '', area = '', parent = '' } = record;
    if (place === '') return missing('place');
    const lies = area === '' ? undefined : areaOf(area);
    if (area !== '' && !lies) return unknownRef('area', area);
    const above = parent === '' ? undefined : (parents.get(parent) ?? (fresh.has(idIn(source, parent)) ? idIn(source, parent) : undefined));
    if (parent !== '' && above === undefined) return unknownRef('parent', parent);
    const id = idIn(source, place);
    const before = known.get(id);
    if (before && !isOwn(tx.actor, before.areaPath)) return elsewhere('place', place);
    if (!isOwn(tx.actor, lies?.path ?? null)) return elsewhere('area', area);
    if (above !== undefined && beyond.has(above)) return elsewhere('parent', parent);
    const value: Place = {
      id,
      name,
      category: categoryOf(word) ?? word,
      areaId: lies?.id ?? null,
      areaPath: lies?.path ?? null,
      parentId: above ?? null,
      lat: numberOf(record.lat),
      lng: numberOf(record.lng),
      enclosed: meant(YES_NO, record.enclosed),
      ventilation: meant(VENTILATION, record.ventilation),
      airZone: record.air_zone || null,
      aliases: (record.aliases ?? '')
        .split(/[;；、|]/)
        .map((a) => a.trim())
        .filter(Boolean),
      address: record.address || null,
    };
    const flaw = flawOf(placeSchema, value);
    if (flaw) return flaw;
    // Said again in the same file, a place is no second one.
    const former = fresh.get(id) ?? before;
    if (former && sameValues(former, value)) return 'unchanged';
    fresh.set(id, value);
    return former ? 'updated' : 'inserted';
  };
  const written = records.map(one);
  await desk.places.save(tx, [...fresh.values()]);
  return written;
}
