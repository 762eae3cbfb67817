import {
  type Instant,
  maskAddress,
  maskDocument,
  maskName,
  maskPhone,
  NEEDS_PURPOSE,
  type PersonField,
  SIGHT,
  type Sight,
} from '@tracewright/epi-core';
import type { Actor } from '../platform/unit-of-work.js';
import type { AreaState, IdDocument, Person, Sex } from './person-store.js';

/** A person as one account may see them. Absent fields are null or empty; `masked` says that something was shortened. */
export interface SeenPerson {
  readonly id: string;
  readonly name: string | null;
  readonly sex: Sex | null;
  readonly age: number | null;
  readonly birthOn: string | null;
  readonly documents: readonly IdDocument[];
  readonly phones: readonly string[];
  readonly address: string | null;
  readonly areaId: string | null;
  readonly areaState: AreaState;
  readonly proposedAreaId: string | null;
  readonly proposedWords: readonly string[];
  readonly needs: readonly string[];
  readonly guardianId: string | null;
  readonly description: string | null;
  readonly masked: boolean;
}

const YEAR_MS = 365.2425 * 86_400_000;
export const ageAt = (birthOn: string | null, now: Instant): number | null =>
  birthOn === null ? null : Math.floor((now - Date.parse(birthOn)) / YEAR_MS);

/** What this actor sees of a field: the table's word, and masked instead of full until a purpose was stated. */
export function sightOf(actor: Actor, field: PersonField): Sight {
  const sight = SIGHT[actor.role][field];
  const silent = NEEDS_PURPOSE.has(actor.role) && actor.purpose === null;
  return sight === 'full' && silent && (field === 'name' || field === 'document' || field === 'phone' || field === 'address')
    ? 'masked'
    : sight;
}

function text(actor: Actor, field: PersonField, value: string | null, mask: (value: string) => string): string | null {
  const sight = sightOf(actor, field);
  return value === null || sight === 'absent' ? null : sight === 'masked' ? mask(value) : value;
}

/** The one place that decides what is shown of a person: GraphQL, export and command line all ask it. The area was part of the query already. */
export function seePerson(actor: Actor, person: Person, now: Instant): SeenPerson {
  const many = (field: PersonField, values: readonly string[], mask: (value: string) => string) =>
    values.flatMap((value) => text(actor, field, value, mask) ?? []);
  const age = sightOf(actor, 'sexAge') === 'absent' ? null : ageAt(person.birthOn, now);
  const documents = person.documents.flatMap((d) => {
    const no = text(actor, 'document', d.no, maskDocument);
    return no === null ? [] : [{ ...d, no }];
  });
  return {
    id: person.id,
    name: text(actor, 'name', person.name, maskName),
    sex: sightOf(actor, 'sexAge') === 'absent' ? null : person.sex,
    age,
    // The day of birth is half of a document number: who may not see the document sees the age only.
    birthOn: sightOf(actor, 'document') === 'full' ? person.birthOn : null,
    documents,
    phones: many('phone', person.phones, maskPhone),
    address: text(actor, 'address', person.currentAddress ?? person.address, maskAddress),
    areaId: person.currentAreaId ?? person.areaId,
    areaState: person.areaState,
    proposedAreaId: person.proposedAreaId,
    proposedWords: person.proposedWords,
    needs: sightOf(actor, 'needs') === 'absent' ? [] : person.needs,
    guardianId: person.guardianId,
    description: text(actor, 'name', person.description, () => '…'),
    masked: (['name', 'document', 'phone', 'address'] as const).some((field) => sightOf(actor, field) === 'masked'),
  };
}

export const sees = (actor: Actor, field: PersonField): boolean => sightOf(actor, field) !== 'absent';
