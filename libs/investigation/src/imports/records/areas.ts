import { areaSchema } from '../../areas/area.schema.js';
import { AREA_LEVELS, type Area, type AreaLevel } from '../../areas/area-store.js';
import { flawOf } from '../../platform/flaw.js';
import { elsewhere, isOwn } from '../own-area.js';
import { idIn, missing, type RawRecord, type Rejection, reject, type Written } from '../raw-record.js';
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

/** The level a word means; an unknown word stays as it is, for the schema to refuse. */
function levelOf(word: string): AreaLevel {
  const level = word.toLowerCase() as AreaLevel;
  return AREA_LEVELS.includes(level) ? level : (LEVEL_WORDS[word] ?? (word as AreaLevel));
}

/** What is known of the tree while a file is read: the areas that stand, those of the rows above, and what the rows below will say. */
interface Tree {
  readonly source: string;
  readonly find: (id: string) => Area | undefined;
  /** Parent by id, as the rows of this slice give them; null for a top. */
  readonly parents: ReadonlyMap<string, string | null>;
}

/** The areas that lead from one back to itself, if they do. */
function circleOf(id: string, { parents, find }: Tree): string[] | null {
  const way = [id];
  for (;;) {
    const last = way.at(-1)!;
    const next = parents.has(last) ? parents.get(last) : find(last)?.parentId;
    if (next === null || next === undefined) return null;
    if (next === id) return [...way, id];
    // A circle further up, of which this one is no part.
    if (way.includes(next)) return null;
    way.push(next);
  }
}

function parentProblem(id: string, parent: string, tree: Tree): Rejection | null {
  const circle = circleOf(id, tree);
  if (circle) {
    const way = circle.map((one) => bareId(tree.source, one)).join(' → ');
    return reject(
      'parent',
      'circle',
      `上级区域绕成一圈：${way}。请改正其中一个的上级。`,
      `The parents run in a circle: ${way}. Mend the parent of one of them.`,
    );
  }
  if (tree.find(idIn(tree.source, parent)) ?? tree.find(parent)) return null;
  return tree.parents.has(idIn(tree.source, parent))
    ? reject(
        'parent',
        'parent-later',
        `上级区域“${parent}”排在文件的后面或自己未能导入：请把它移到本行之前并改正。`,
        `The parent "${parent}" comes later in the file or was refused itself: put it before this row and mend it.`,
      )
    : reject(
        'parent',
        'reference-unknown',
        `上级区域“${parent}”不存在：先导入它，或加到文件中本行之前。`,
        `The parent "${parent}" is not known: import it first, or put it into the file before this row.`,
      );
}

const bareId = (source: string, id: string): string => (source !== '' && id.startsWith(`${source}:`) ? id.slice(source.length + 1) : id);

function areaOf(record: RawRecord, tree: Tree): Area | Written {
  const { area = '', name = '', level = '', parent = '' } = record;
  if (area === '') return missing('area');
  const id = idIn(tree.source, area);
  const wrong = parent === '' ? null : parentProblem(id, parent, tree);
  if (wrong) return wrong;
  const above = parent === '' ? undefined : (tree.find(idIn(tree.source, parent)) ?? tree.find(parent));
  const value: Area = {
    id,
    name,
    level: levelOf(level),
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
  return flawOf(areaSchema, value) ?? value;
}

/** People, pushes and rights are kept under the way to their area: one that moved would leave them behind. */
const stays = (area: string, before: Area): Written =>
  reject(
    'parent',
    'area-stays',
    `辖区“${area}”已在“${before.path}”之下，不能改上级：请新建一个辖区，再把人员改到新辖区。`,
    `The area "${area}" lies under "${before.path}" and keeps its parent: make a new area and assign the people to it.`,
  );

/** The area tree: whose work lies where, so only an administrator brings it in. Parents come before their children, in the file or before it. */
export async function writeAreas(slice: Slice): Promise<Written[]> {
  const { desk, tx, source, records } = slice;
  if (tx.actor.role !== 'administrator')
    return records.map(() => reject('area', 'not-allowed', '只有管理员可以导入辖区。', 'Only an administrator imports areas.'));
  const known = new Map((await desk.areas.all(tx)).map((a) => [a.id, a]));
  const parentOf = (parent: string) =>
    parent === '' ? null : known.has(parent) && !known.has(idIn(source, parent)) ? parent : idIn(source, parent);
  const parents = new Map(records.map((r) => [idIn(source, r.area ?? ''), parentOf(r.parent ?? '')]));
  const fresh = new Map<string, Area>();
  const tree: Tree = { source, parents, find: (id) => fresh.get(id) ?? known.get(id) };
  const written = records.map((record): Written => {
    const area = areaOf(record, tree);
    if (typeof area === 'string' || 'code' in area) return area;
    const before = known.get(area.id);
    if (before && !isOwn(tx.actor, before.path)) return elsewhere('area', record.area!);
    if (before && before.path !== area.path) return stays(record.area!, before);
    if (!isOwn(tx.actor, area.path)) return elsewhere(record.parent ? 'parent' : 'area', record.parent || record.area!);
    // Said again in the same file, an area is no second one.
    const former = fresh.get(area.id) ?? before;
    if (former && sameValues(former, area)) return 'unchanged';
    fresh.set(area.id, area);
    return former ? 'updated' : 'inserted';
  });
  await desk.areas.save(tx, [...fresh.values()]);
  return written;
}
