import { shippedProtocol } from '@tracewright/epi-core';
import {
  type Actor,
  beginEmpty,
  type Desk,
  deriveTouched,
  type ImportKind,
  idIn,
  isRejection,
  localOperator,
  type RawRecord,
  WRITERS,
  wholeFileOf,
} from '@tracewright/investigation';

/** Who acts in a small outbreak, all of the district. */
export interface SmallCast {
  readonly operator: Actor;
  readonly tracer: Actor;
  readonly database: Actor;
  readonly receiver: Actor;
  readonly dispatcher: Actor;
  readonly crew: Actor;
  readonly site: Actor;
}

const actor = (role: Actor['role'], rest: Partial<Actor> = {}): Actor => ({
  accountId: `account-${role}`,
  name: role,
  role,
  areaPath: '/district/',
  areaId: 'district',
  siteId: null,
  vehicleId: null,
  purpose: 'test',
  ...rest,
});

export const CAST: SmallCast = {
  operator: localOperator('/', 'test'),
  tracer: actor('tracer'),
  database: actor('database'),
  receiver: actor('receiver', { areaPath: '/district/street/', areaId: 'street' }),
  dispatcher: actor('dispatcher'),
  crew: actor('crew', { vehicleId: 'bus' }),
  site: actor('site', { siteId: 'hotel' }),
};

/** Records of the import contract, written under the empty source, so that their ids are what the test calls them. Answers the revision of the write. */
export async function write(desk: Desk, kind: ImportKind, records: readonly RawRecord[]): Promise<number> {
  const areas = new Map((await desk.work.read((tx) => desk.areas.all(tx))).map((a) => [a.id, a]));
  const whole = wholeFileOf(records, desk.clock.tz, areas);
  const { written, rev } = await desk.work.write(CAST.operator, `test-${kind}`, async (tx) => {
    tx.touch(`test:${kind}`);
    return { rev: tx.rev, written: await WRITERS[kind]({ desk, tx, source: '', batchId: null, createMissing: false, records, whole }) };
  });
  const refused = written.find(isRejection);
  if (refused) throw new Error(`The ${kind} of this test were refused: ${JSON.stringify(refused)}`);
  return rev;
}

/** A district with one street, a vehicle of four seats, a site with two rooms for two, and one case who dined at home with `guests` on 10 April 2022. */
export async function smallOutbreak(desk: Desk, guests: readonly RawRecord[]): Promise<void> {
  await beginEmpty(desk);
  await write(desk, 'areas', [
    { area: 'district', name: '云泽区', level: 'district' },
    { area: 'street', name: '望月街道', level: 'street', parent: 'district' },
  ]);
  await write(desk, 'places', [{ place: 'flat', name: '1号楼101室', category: 'home', area: 'street' }]);
  await write(desk, 'people', [
    { person: 'index', name: '病例甲', area: 'street' },
    ...guests.map((g) => ({ area: 'street', address: `望月街道1号${g.person}室`, ...g })),
  ]);
  await write(desk, 'cases', [
    { case: 'case', person: 'index', category: 'confirmed', onset_on: '2022-04-11', reported_at: '2022-04-13 08:00', area: 'district' },
  ]);
  const dinner = { place: 'flat', start: '2022-04-10 18:00', end: '2022-04-10 20:00', source: 'interview' };
  await write(desk, 'stays', [
    { stay: 'stay-index', person: 'index', ...dinner },
    ...guests.map((g) => ({ stay: `stay-${g.person}`, person: g.person!, ...dinner })),
  ]);
  await desk.work.write(CAST.operator, 'fleet', async (tx) => {
    await desk.transfer.saveVehicles(tx, [{ id: 'bus', plate: '演A·0001', kind: 'minibus', seats: 4, ramp: false, areaId: 'district' }]);
    const site = { id: 'hotel', name: '隔离点', areaId: 'district', areaPath: '/district/', accepts: ['CLOSE', 'SECOND'], address: null };
    const room = (no: string) => ({
      id: idIn('room', no),
      siteId: 'hotel',
      no,
      floor: 1,
      capacity: 2,
      kind: 'family' as const,
      state: 'FREE' as const,
    });
    await desk.transfer.saveSites(tx, [site], [room('101'), room('102')]);
    await desk.protocols.verify(tx, {
      protocolId: 'CN-COVID-V8',
      version: shippedProtocol('CN-COVID-V8')!.version,
      by: 'test',
      at: tx.now,
      demoOnly: true,
    });
    tx.touch('fleet');
  });
  await deriveTouched(desk, CAST.operator, 0);
}
