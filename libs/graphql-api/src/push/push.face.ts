import type { Notice, PushItem, Task } from '@tracewright/investigation';
import { accountName } from '../contacts/contact.face.js';
import { optionalPerson, personFace } from '../people/person.face.js';
import type { Ask } from '../platform/ask.js';

/** What was sent stands in the snapshot; the person is shown as known now, so a corrected number reaches the door. */
export const pushFace = (ask: Ask, push: PushItem): object => ({
  ...push,
  person: () => personFace(ask, push.personId),
  toAreaName: async () => (await ask.areas.load(push.toAreaId))?.name ?? push.toAreaId,
  cls: push.snapshot.cls ?? 'CLOSE',
  address: push.snapshot.address || null,
  attempts: push.attempts.map((a) => ({ ...a, by: () => accountName(ask, a.by) })),
  dutyHolder: async () => (await ask.areas.load(push.toAreaId))?.dutyHolder ?? null,
  dutyPhone: async () => (await ask.areas.load(push.toAreaId))?.phone ?? null,
});

export const taskFace = (ask: Ask, task: Task): object => ({ ...task, person: () => optionalPerson(ask, task.personId) });
export const noticeFace = (ask: Ask, notice: Notice): object => ({ ...notice, person: () => optionalPerson(ask, notice.personId) });
