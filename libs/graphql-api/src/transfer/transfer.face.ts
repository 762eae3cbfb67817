import { type QueuedParty, type Run, type RunParts, runParts, type TransferTask, type Vehicle } from '@tracewright/investigation';
import { personFace } from '../people/person.face.js';
import type { Ask } from '../platform/ask.js';

const taskFace = (ask: Ask, task: TransferTask, roomNo: string | null): object => ({
  ...task,
  taskId: task.id,
  person: () => personFace(ask, task.personId),
  roomNo,
});

export const partyFace = (ask: Ask, party: QueuedParty): object => ({
  ...party,
  areaName: async () => (party.areaId === null ? null : ((await ask.areas.load(party.areaId))?.name ?? null)),
  people: party.tasks.map((t) => taskFace(ask, t, null)),
});

const NO_VEHICLE: Omit<Vehicle, 'areaId'> = { id: '', plate: '—', kind: 'car', seats: 0, ramp: false };

export function runFace(ask: Ask, run: Run): object {
  let parts: Promise<RunParts> | undefined;
  const read = (): Promise<RunParts> => {
    parts ??= ask.desk.work.read((tx) => runParts(ask.desk, tx, run));
    return parts;
  };
  return {
    ...run,
    vehicle: async () => (await read()).vehicle ?? NO_VEHICLE,
    siteName: async () => (await read()).site?.name ?? '',
    people: async () => {
      const { tasks, rooms } = await read();
      return tasks.map((t) => taskFace(ask, t, t.roomId === null ? null : (rooms.get(t.roomId)?.no ?? null)));
    },
  };
}
