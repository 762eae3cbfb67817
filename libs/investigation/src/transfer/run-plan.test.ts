import { expect, it } from 'vitest';
import { type RoomLoad, type RunLoad, seatParty } from './run-plan.js';
import type { Room, TransferTask } from './transfer-store.js';

const task = (id: string, needs: readonly string[]): TransferTask => ({
  id,
  personId: id,
  contactId: id,
  partyId: 'family',
  cls: 'CLOSE',
  state: 'WAITING',
  runId: null,
  seatNo: null,
  siteId: null,
  roomId: null,
  address: '',
  areaId: null,
  areaPath: '/',
  needs,
  dueAt: 0,
  identityChecked: false,
  temperature: null,
  boardedAt: null,
  atSiteAt: null,
  handedOverAt: null,
  settledAt: null,
  exitReason: null,
});
const family = [task('mother', []), task('infant', ['child']), task('grandmother', ['wheelchair'])];
const room = (id: string, capacity: number, kind: Room['kind']): RoomLoad => ({
  room: { id, siteId: 'site', no: id, floor: 1, capacity, kind, state: 'FREE' },
  parties: [],
});
const load = ({ ramp = true, seats = 6, rooms }: { ramp?: boolean; seats?: number; rooms: readonly RoomLoad[] }): RunLoad => ({
  run: {
    id: 'run',
    no: '1',
    vehicleId: 'bus',
    siteId: 'site',
    state: 'PLANNED',
    cls: 'CLOSE',
    mixedReason: null,
    plannedAt: null,
    acceptedAt: null,
    arrivedAt: null,
    atSiteAt: null,
    doneAt: null,
    createdAt: 0,
  },
  vehicle: { id: 'bus', plate: '', kind: 'minibus', seats, ramp, areaId: 'd' },
  site: { id: 'site', name: '', areaId: 'd', areaPath: '/', accepts: ['CLOSE'], address: null },
  aboard: [],
  rooms,
});

it('vector 24: mother, infant and grandmother in a wheelchair go together, with a ramp, into one room they all fit in', () => {
  const rooms = [room('single', 1, 'single'), room('large', 4, 'barrier-free'), room('family', 3, 'family')];
  const seated = seatParty(load({ rooms }), family, null, null);
  expect(seated).toMatchObject({ seats: family.map(({ id }) => ({ taskId: id, roomId: 'large' })) });
  expect(seatParty(load({ rooms, ramp: false }), family, null, null)).toEqual({ refused: 'needs-ramp' });
  // Two seats for three, or three single rooms: nobody is sent ahead and nobody is put apart.
  expect(seatParty(load({ rooms, seats: 2 }), family, null, null)).toEqual({ refused: 'no-seats' });
  const apart = ['1', '2', '3'].map((id) => room(id, 1, 'barrier-free'));
  expect(seatParty(load({ rooms: apart }), family, null, null)).toEqual({ refused: 'no-room' });
});
