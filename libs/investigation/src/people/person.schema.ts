import type { Instant } from '@tracewright/epi-core';
import { z } from 'zod';
import { areaPath, id, LONGEST, maybeText, nounSchema, pastDay, text, texts } from '../platform/flaw.js';
import type { Person } from './person-store.js';

/** Sequences 996 to 999 of an old resident ID belong to people born in the 19th century (`domain.md` 5.1). */
const OLDEST = Date.UTC(1800, 0, 1);

/** A person as they are kept. Which of name, phone, document and description is known at all (ruling 17) is the reader's question. */
export const personSchema = (now: Instant) =>
  nounSchema<Person>()(
    z.object({
      id: id(),
      name: maybeText(LONGEST.name),
      sex: z.enum(['male', 'female', 'unknown']),
      birthOn: pastDay(now, OLDEST).nullable(),
      documents: z
        .array(z.object({ type: text(LONGEST.word), no: text(LONGEST.word), valid: z.boolean() }))
        .max(50)
        .readonly(),
      phones: texts(LONGEST.word),
      address: text(LONGEST.address).nullable(),
      areaId: id().nullable(),
      currentAddress: text(LONGEST.address).nullable(),
      currentAreaId: id().nullable(),
      areaPath: areaPath().nullable(),
      areaState: z.enum(['CONFIRMED', 'PROPOSED', 'TO_LOCATE']),
      proposedAreaId: id().nullable(),
      proposedWords: texts(LONGEST.name),
      needs: texts(LONGEST.word),
      guardianId: id().nullable(),
      description: text(LONGEST.note).nullable(),
      mergedInto: id().nullable(),
    }),
    { id: 'person', documents: 'doc_no', 'documents.type': 'doc_type', phones: 'phone', areaPath: 'area', areaState: 'area' },
  );
