import { verifyProtocol } from '../determinations/verify-protocol.js';
import { type ImportKind, isRejection, type RawRecord, rawOf } from '../imports/raw-record.js';
import { wholeFileOf } from '../imports/records/stays.js';
import { WRITERS } from '../imports/writers.js';
import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';
import type { Room, Site } from '../transfer/transfer-store.js';
import { seedAccounts } from './seed-accounts.js';
import { seedDecisions } from './seed-decisions.js';
import { localOperator, type OutbreakRecords, type Seeding } from './seeding.js';

/** Records are written under the empty source: their ids are the deployment's own. */
const SOURCE = '';
const SLICE = 5_000;

/**
 * Loads an outbreak into an empty database the way an import would, then takes the decisions of its last two days through the same use
 * cases a desk calls, so that every term of the ledger is real. Answers the accounts with their passwords.
 */
export async function seedDemo(seeding: Seeding, records: OutbreakRecords): Promise<{ login: string; password: string; role: string }[]> {
  const { desk, clock, say } = seeding;
  const now = Date.parse(records.now);
  clock.setTo(now);
  const operator = localOperator('/', 'seed');
  await load(seeding, operator, 'areas', records.areas);
  await desk.work.write(operator, 'set-home', async (tx) => {
    await desk.areas.setHome(tx, records.homeArea);
    tx.touch(records.homeArea);
  });
  const accounts = await seedAccounts(seeding, operator, records.accounts);
  for (const kind of ['places', 'people', 'cases', 'stays', 'evidence'] as const) await load(seeding, operator, kind, records[kind]);
  await load(seeding, operator, 'contacts', records.contacts);
  await seedFleet(desk, operator, records);
  for (const id of ['CN-COVID-V8', 'CN-COVID-V8-4D']) await verifyProtocol(desk, operator, id, true);
  say('Taking the decisions of the last two days');
  await seedDecisions(seeding, operator, records);
  clock.setTo(now);
  return accounts;
}

async function load({ desk, say }: Seeding, operator: Actor, kind: ImportKind, values: readonly object[]): Promise<void> {
  say(`Loading ${values.length} ${kind}`);
  const records: RawRecord[] = values.map(rawOf);
  const areas = new Map((await desk.work.read((tx) => desk.areas.all(tx))).map((a) => [a.id, a]));
  const whole = wholeFileOf(records, desk.clock.tz, areas);
  for (let at = 0; at < records.length; at += SLICE) {
    const slice = records.slice(at, at + SLICE);
    const written = await desk.work.write(operator, `seed-${kind}`, async (tx) => {
      tx.touch(`seed:${kind}`);
      return WRITERS[kind]({ desk, tx, source: SOURCE, batchId: null, createMissing: false, records: slice, whole });
    });
    const wrong = written.findIndex(isRejection);
    if (wrong >= 0) throw new Error(`The demo's ${kind} number ${at + wrong + 1} was refused: ${JSON.stringify(written[wrong])}.`);
  }
}

async function seedFleet(desk: Desk, operator: Actor, records: OutbreakRecords): Promise<void> {
  await desk.work.write(operator, 'seed-fleet', async (tx) => {
    const paths = new Map((await desk.areas.all(tx)).map((a) => [a.id, a.path]));
    await desk.transfer.saveVehicles(
      tx,
      records.vehicles.map(({ vehicle, plate, kind, seats, ramp, area }) => ({ id: vehicle, plate, kind, seats, ramp, areaId: area })),
    );
    const sites = records.sites.map(
      ({ site, name, area, accepts, address }): Site => ({
        id: site,
        name,
        areaId: area,
        areaPath: paths.get(area) ?? '/',
        accepts,
        address,
      }),
    );
    const rooms = records.sites.flatMap(({ site, rooms }) => rooms.map(({ room, ...rest }): Room => ({ id: room, siteId: site, ...rest })));
    await desk.transfer.saveSites(tx, sites, rooms);
    tx.touch('seed:fleet');
  });
}
