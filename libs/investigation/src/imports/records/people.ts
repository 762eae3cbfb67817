import type { Area } from '../../areas/area-store.js';
import { proposeArea } from '../../areas/propose-area.js';
import { namesClearlyDiffer } from '../../duplicates/names.js';
import { newPerson } from '../../people/find-or-make-person.js';
import { personSchema } from '../../people/person.schema.js';
import { type PersonFacts, personFacts, withFacts } from '../../people/person-facts.js';
import type { Person } from '../../people/person-store.js';
import { whoIsHere } from '../../people/who-is-here.js';
import { flawOf } from '../../platform/flaw.js';
import { followFacts } from '../../push/follow-facts.js';
import { elsewhere, isOwn } from '../own-area.js';
import { idIn, missing, type RawRecord, type Rejection, reject, unknownRef, type Written } from '../raw-record.js';
import { type Slice, sameValues } from '../record-writer.js';

const NEED_WORDS: Readonly<Record<string, string>> = {
  婴儿: 'infant',
  未成年: 'minor',
  轮椅: 'wheelchair',
  担架: 'stretcher',
  透析: 'dialysis',
  孕妇: 'pregnant',
};

/** A known id whose name or document says it is somebody else: never updated (ruling 20). */
export function otherPerson(former: Person, facts: PersonFacts): Rejection | null {
  if (namesClearlyDiffer(former.name, facts.name))
    return reject(
      'name',
      'other-person',
      '这个编号已是另一个人（姓名不同），未更新。请核对编号。',
      'This id is another person (the names differ); nothing was updated. Check the id.',
    );
  const document = facts.document;
  const clash =
    document?.valid &&
    former.documents.some((d) => d.valid && d.type === document.type) &&
    !former.documents.some((d) => d.no === document.no);
  return clash
    ? reject(
        'doc_no',
        'other-person',
        '这个编号已是另一个人（证件不同），未更新。请核对编号。',
        'This id is another person (the documents differ); nothing was updated. Check the id.',
      )
    : null;
}

/** People as a source knows them. The area that must act is the current one, else that of residence, when the file names it. */
export async function writePeople(slice: Slice): Promise<Written[]> {
  const { desk, tx, source, records } = slice;
  const areas = new Map((await desk.areas.all(tx)).map((a) => [a.id, a]));
  const gazetteer = await desk.places.gazetteer(tx);
  const known = new Map(
    (
      await desk.people.byIds(
        tx,
        records.map((r) => idIn(source, r.person ?? '')),
      )
    ).map((p) => [p.id, p]),
  );
  const here = await whoIsHere(desk, tx, tx.actor, [...known.values()]);
  const outside = new Set([...areas.values()].filter((a) => a.outside).map((a) => a.path));
  // People who live in an area outside have nobody of ours there: whoever is sent to them brings their records in.
  const mayLie = (path: string | null) => isOwn(tx.actor, path) || outside.has(path!);
  const schema = personSchema(tx.now);
  const fresh = new Map<string, Person>();
  const rows: { record: RawRecord; person: Person }[] = [];
  const written = records.map((record): Written => {
    const read = personOf(record, { source, areas, gazetteer, known: (id) => fresh.get(id) ?? known.get(id) });
    if ('code' in read) return read;
    const flaw = flawOf(schema, read);
    if (flaw) return flaw;
    const before = known.get(read.id);
    if (before && !here.has(before.id) && !outside.has(before.areaPath ?? '')) return elsewhere('person', record.person!);
    if (!mayLie(read.areaPath)) return elsewhere(record.current_area ? 'current_area' : 'area', record.current_area || record.area!);
    const former = fresh.get(read.id) ?? before;
    if (former && sameValues(bare(former), bare(read))) return 'unchanged';
    fresh.set(read.id, read);
    rows.push({ record, person: read });
    return former ? 'updated' : 'inserted';
  });
  await desk.people.save(tx, [...fresh.values()]);
  await followFacts(
    desk,
    tx,
    [...fresh.keys()].filter((id) => known.has(id)),
  );
  await desk.people.addSourceRecords(
    tx,
    rows.map(({ record, person }) => ({
      personId: person.id,
      record: {
        id: `${source}|person|${record.person}`,
        source,
        key: record.person ?? '',
        batchId: slice.batchId,
        name: record.name ?? '',
        raw: record,
      },
    })),
  );
  tx.touch(...fresh.keys());
  return written;
}

const bare = (p: Person): object => ({
  ...p,
  words: undefined,
  documents: [...p.documents].sort((a, b) => (a.no < b.no ? -1 : 1)),
  phones: [...p.phones].sort(),
});

interface Context {
  readonly source: string;
  readonly areas: ReadonlyMap<string, Area>;
  readonly gazetteer: Parameters<typeof proposeArea>[1];
  readonly known: (id: string) => Person | undefined;
}

function personOf(record: RawRecord, context: Context): Person | Rejection {
  const { person = '', area = '', current_area: current = '', current_address: currentAddress = '' } = record;
  if (person === '') return missing('person');
  const { facts, problems } = personFacts({
    name: record.name,
    phone: record.phone,
    docNo: record.doc_no,
    docType: record.doc_type,
    address: record.address,
    sex: record.sex,
    birthOn: record.birth_on,
    description: record.description || person,
  });
  const spoiled = problems[0];
  if (spoiled) return reject(spoiled.field === 'docNo' ? 'doc_no' : spoiled.field, spoiled.code, spoiled.zh, spoiled.en);
  const areaOf = (reference: string) => context.areas.get(idIn(context.source, reference)) ?? context.areas.get(reference);
  const [lives, now] = [area === '' ? undefined : areaOf(area), current === '' ? undefined : areaOf(current)];
  if (area !== '' && !lives) return unknownRef('area', area);
  if (current !== '' && !now) return unknownRef('current_area', current);
  const id = idIn(context.source, person);
  const former = context.known(id);
  const other = former ? otherPerson(former, facts) : null;
  if (other) return other;
  const acts = now ?? (currentAddress === '' ? lives : undefined);
  const base = former
    ? withFacts({ ...former, name: facts.name || former.name, address: facts.address ?? former.address }, facts)
    : newPerson(id, facts, []);
  const proposal = acts ? null : proposeArea(currentAddress || (facts.address ?? ''), context.gazetteer);
  // What a colleague confirmed since is not undone by reading the file again.
  const kept = former?.areaState === 'CONFIRMED' && former.areaPath !== null;
  return {
    ...base,
    description: base.description === person ? null : base.description,
    areaId: lives?.id ?? base.areaId,
    currentAddress: currentAddress || base.currentAddress,
    currentAreaId: now?.id ?? base.currentAreaId,
    areaPath: kept ? base.areaPath : (acts?.path ?? null),
    areaState: kept || acts ? 'CONFIRMED' : proposal ? 'PROPOSED' : 'TO_LOCATE',
    proposedAreaId: kept || acts ? null : (proposal?.areaId ?? null),
    proposedWords: kept || acts ? [] : (proposal?.words ?? []),
    needs: record.needs
      ? record.needs
          .split(/[;；、|]/)
          .map((n) => NEED_WORDS[n.trim()] ?? n.trim())
          .filter(Boolean)
      : base.needs,
    guardianId: record.guardian ? idIn(context.source, record.guardian) : base.guardianId,
  };
}
