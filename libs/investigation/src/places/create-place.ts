import type { ValueProblem } from '../cases/create-case.js';
import type { Desk } from '../platform/desk.js';
import { flawOf } from '../platform/flaw.js';
import type { Actor } from '../platform/unit-of-work.js';
import { placeSchema } from './place.schema.js';
import type { Place } from './place-store.js';

export interface NewPlace {
  readonly name: string;
  readonly category: string;
  readonly areaId: string | null;
  readonly parentId: string | null;
  readonly address: string | null;
}
export type CreatePlaceOutcome =
  | { kind: 'place-created'; place: Place }
  | { kind: 'not-allowed' }
  | { kind: 'invalid-input'; fields: readonly ValueProblem[] };

/** Adds a place, or a table, room or carriage under one. The same name under the same parent is the place that is there already. */
export async function createPlace(desk: Desk, actor: Actor, input: NewPlace): Promise<CreatePlaceOutcome> {
  if (actor.role !== 'tracer') return { kind: 'not-allowed' };
  const name = input.name.trim();
  return desk.work.write(actor, 'create-place', async (tx): Promise<CreatePlaceOutcome> => {
    const parent = input.parentId === null ? null : (await desk.places.byIds(tx, [input.parentId]))[0];
    if (parent === undefined)
      return {
        kind: 'invalid-input',
        fields: [
          {
            field: 'parentId',
            code: 'place-unknown',
            zh: '上级地点已不存在，请重新选择。',
            en: 'The place above it is gone: choose again.',
          },
        ],
      };
    const area = input.areaId === null ? null : await desk.areas.byId(tx, input.areaId);
    const same = (await desk.places.search(tx, name, 20)).find(
      (p) => p.name === name && p.parentId === input.parentId && (area === null || p.areaId === area.id),
    );
    if (same) return { kind: 'place-created', place: same };
    const place: Place = {
      id: desk.ids.next('place'),
      name,
      category: input.category,
      areaId: area?.id ?? parent?.areaId ?? null,
      areaPath: area?.path ?? parent?.areaPath ?? null,
      parentId: parent?.id ?? null,
      lat: parent?.lat ?? null,
      lng: parent?.lng ?? null,
      enclosed: null,
      ventilation: null,
      airZone: null,
      aliases: [],
      address: input.address?.trim() || null,
    };
    const flaw = flawOf(placeSchema, place);
    if (flaw) return { kind: 'invalid-input', fields: [flaw] };
    await desk.places.save(tx, [place]);
    tx.touch(place.id);
    return { kind: 'place-created', place };
  });
}
