import { z } from 'zod';
import { areaPath, id, LONGEST, nounSchema, text, texts } from '../platform/flaw.js';
import { AREA_LEVELS, type Area } from './area-store.js';

/** An area as it is kept. That its parents run in no circle is seen where the tree is known. */
export const areaSchema = nounSchema<Area>()(
  z.object({
    id: id(),
    name: text(LONGEST.name),
    level: z.enum(AREA_LEVELS),
    parentId: id().nullable(),
    path: areaPath(),
    outside: z.boolean(),
    dutyHolder: text(LONGEST.name).nullable(),
    phone: text(LONGEST.word).nullable(),
    aliases: texts(LONGEST.name),
  }),
  { id: 'area', path: 'parent' },
);
