import { AREA_LEVELS, type Area, type AreaLevel } from '../../areas/area-store.js';
import { idIn, missing, type RawRecord, reject, type Written } from '../raw-record.js';
import { type Slice, sameValues } from '../record-writer.js';

const LEVEL_WORDS: Readonly<Record<string, AreaLevel>> = {
  国: 'country',
  省: 'province',
  市: 'city',
  区县: 'district',
  区: 'district',
  县: 'district',
  街道: 'street',
  镇: 'street',
  乡: 'street',
  社区: 'community',
  村: 'community',
  小区: 'compound',
  网格: 'grid',
  楼栋: 'building',
  单元: 'unit',
  户: 'household',
};

function levelOf(word: string): AreaLevel | null {
  const level = word.toLowerCase() as AreaLevel;
  return AREA_LEVELS.includes(level) ? level : (LEVEL_WORDS[word] ?? null);
}

function areaOf(record: RawRecord, source: string, path: (id: string) => Area | undefined): Area | Written {
  const { area = '', name = '', level = '', parent = '' } = record;
  if (area === '') return missing('area');
  if (name === '') return missing('name');
  const known = levelOf(level);
  if (!known)
    return reject(
      'level',
      'level-unknown',
      `区域级别“${level}”不在列表中。`,
      `The level "${level}" is not known: use ${AREA_LEVELS.join(', ')}.`,
    );
  const id = idIn(source, area);
  const above = parent === '' ? undefined : (path(idIn(source, parent)) ?? path(parent));
  if (parent !== '' && !above)
    return reject(
      'parent',
      'reference-unknown',
      `上级区域“${parent}”不存在，请放在它之前或先导入。`,
      `The parent "${parent}" is not known: put it before this row, or import it first.`,
    );
  if (above?.path.includes(`/${id}/`)) return reject('parent', 'circle', '上级区域绕回了自己。', 'The parents run in a circle.');
  return {
    id,
    name,
    level: known,
    parentId: above?.id ?? null,
    path: `${above?.path ?? '/'}${id}/`,
    outside: record.outside === 'true' || record.outside === '1' || record.outside === '是' || (above?.outside ?? false),
    dutyHolder: record.duty_holder || null,
    phone: record.phone || null,
    aliases: (record.aliases ?? '')
      .split(/[;；、|]/)
      .map((a) => a.trim())
      .filter(Boolean),
  };
}

/** The area tree: whose work lies where, so only an administrator brings it in. Parents come before their children, in the file or before it. */
export async function writeAreas(slice: Slice): Promise<Written[]> {
  const { desk, tx } = slice;
  if (tx.actor.role !== 'administrator')
    return slice.records.map(() => reject('area', 'not-allowed', '只有管理员可以导入辖区。', 'Only an administrator imports areas.'));
  const known = new Map((await desk.areas.all(tx)).map((a) => [a.id, a]));
  const fresh = new Map<string, Area>();
  const written = slice.records.map((record): Written => {
    const area = areaOf(record, slice.source, (id) => fresh.get(id) ?? known.get(id));
    if (typeof area === 'string' || 'code' in area) return area;
    // Said again in the same file, an area is no second one.
    const former = fresh.get(area.id) ?? known.get(area.id);
    if (former && sameValues(former, area)) return 'unchanged';
    fresh.set(area.id, area);
    return former ? 'updated' : 'inserted';
  });
  await desk.areas.save(tx, [...fresh.values()]);
  return written;
}
