import { ROLES, type Role } from '@tracewright/epi-core';
import { z } from 'zod';
import { areaPath, id, instant, LONGEST, nounSchema, text } from '../platform/flaw.js';
import type { Account } from './account-store.js';

/** An account as it is kept. An empty hash is that of no password: such an account is locked until its first reset. */
export const accountSchema = nounSchema<Account>()(
  z.object({
    id: id(),
    login: text(LONGEST.word),
    name: text(LONGEST.name),
    role: z.enum(Object.keys(ROLES) as Role[]),
    areaId: id(),
    areaPath: areaPath(),
    passwordHash: z.string(),
    mustChange: z.boolean(),
    lockedAt: instant().nullable(),
    expiresAt: instant().nullable(),
    siteId: id().nullable(),
    vehicleId: id().nullable(),
    demo: z.boolean(),
    createdAt: instant(),
  }),
  { id: 'login', areaPath: 'area' },
);
