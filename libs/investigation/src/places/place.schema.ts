import { PLACE_CATEGORIES, ROOM_LIKE } from '@tracewright/epi-core';
import { z } from 'zod';
import { areaPath, id, LONGEST, listed, nounSchema, text, texts } from '../platform/flaw.js';
import type { Place } from './place-store.js';

/** A place as it is kept: of a category with a setting (ruling 7), or a room within one. */
export const placeSchema = nounSchema<Place>()(
  z.object({
    id: id(),
    name: text(LONGEST.name),
    category: listed([...Object.keys(PLACE_CATEGORIES), ...ROOM_LIKE]),
    areaId: id().nullable(),
    areaPath: areaPath().nullable(),
    parentId: id().nullable(),
    lat: z.number().min(-90).max(90).nullable(),
    lng: z.number().min(-180).max(180).nullable(),
    enclosed: z.enum(['yes', 'no']).nullable(),
    ventilation: z.enum(['poor', 'normal', 'good']).nullable(),
    airZone: text(LONGEST.word).nullable(),
    aliases: texts(LONGEST.name),
    address: text(LONGEST.address).nullable(),
  }),
  { id: 'place', areaPath: 'area' },
);
