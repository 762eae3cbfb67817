import { type PlaceOfAddress, proposeArea } from '../areas/propose-area.js';
import { namesClearlyDiffer } from '../duplicates/names.js';
import type { Desk } from '../platform/desk.js';
import type { WriteTx } from '../platform/unit-of-work.js';
import type { PersonFacts } from './person-facts.js';
import type { Person } from './person-store.js';

/** Who these words mean, when they can only mean one: the same valid document under a name that is at least alike, or the same phone and name. Anything less is a new person. */
export async function findPerson(desk: Desk, tx: WriteTx, facts: PersonFacts): Promise<Person | null> {
  if (facts.document?.valid) {
    const same = (await desk.people.byDocument(tx, facts.document.type, facts.document.no)).filter(
      (p) => !namesClearlyDiffer(p.name, facts.name),
    );
    if (same.length > 0) return same[0]!;
  }
  if (facts.name === '') {
    // A phone alone belongs to whoever answers it, when one person is known under it.
    const [only, ...others] = facts.document === null && facts.phones.length === 1 ? await desk.people.byPhone(tx, facts.phones[0]!) : [];
    return only && others.length === 0 ? only : null;
  }
  for (const phone of facts.phones) {
    const same = (await desk.people.byPhone(tx, phone)).filter((p) => p.name === facts.name);
    const clash = (p: Person) =>
      facts.document?.valid === true && p.documents.some((d) => d.valid && d.type === facts.document!.type && d.no !== facts.document!.no);
    const found = same.find((p) => !clash(p));
    if (found) return found;
  }
  return null;
}

/** A new person from what is known. The area that must act is proposed from the address and waits for a person to confirm it (ruling 22). */
export function newPerson(id: string, facts: PersonFacts, gazetteer: readonly PlaceOfAddress[]): Person {
  const proposal = facts.address === null ? null : proposeArea(facts.address, gazetteer);
  return {
    id,
    name: facts.name,
    sex: facts.sex,
    birthOn: facts.birthOn,
    documents: facts.document ? [facts.document] : [],
    phones: facts.phones,
    address: facts.address,
    areaId: null,
    currentAddress: null,
    currentAreaId: null,
    areaPath: null,
    areaState: proposal ? 'PROPOSED' : 'TO_LOCATE',
    proposedAreaId: proposal?.areaId ?? null,
    proposedWords: proposal?.words ?? [],
    needs: [],
    guardianId: null,
    description: facts.description,
    mergedInto: null,
  };
}
