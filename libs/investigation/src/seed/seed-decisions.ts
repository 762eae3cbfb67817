import type { PushOutcome } from '@tracewright/epi-core';
import { actorOf } from '../accounts/sign-in.js';
import { setArea } from '../areas/set-area.js';
import { fileCoreReport } from '../cases/file-core-report.js';
import type { Contact, ContactFilter, ContactView } from '../contacts/contact-store.js';
import { receiveContact } from '../contacts/receive-contact.js';
import { releaseContacts } from '../contacts/release-contacts.js';
import { reviewContacts } from '../contacts/review-contacts.js';
import type { Desk } from '../platform/desk.js';
import type { Actor } from '../platform/unit-of-work.js';
import { pushContacts } from '../push/push-contacts.js';
import type { PushItem } from '../push/push-store.js';
import { acknowledgePushes, recordOutcome } from '../push/receive-pushes.js';
import { assignParty, createRun } from '../transfer/build-run.js';
import { acceptRun, arriveRun, boardPerson, reachSite } from '../transfer/crew-steps.js';
import { handOver, settle } from '../transfer/site-steps.js';
import { transferQueue } from '../transfer/transfer-board.js';
import { deriveAll, type OutbreakRecords, type Seeding } from './seeding.js';

const HOUR = 3_600_000;
/** Within the four hours of the core investigation. */
const CORE_REPORT_AFTER = 3.4 * HOUR;
/** So long ago that a secondary contact's week is over. */
const LONG_AGO_MS = 9 * 24 * HOUR;

/** Everyone who acts in the demo's last two days. */
interface Cast {
  readonly tracer: Actor;
  readonly database: Actor;
  readonly dispatcher: Actor;
  readonly crews: readonly Actor[];
  readonly sites: readonly Actor[];
  readonly receivers: readonly Actor[];
}

async function castOf(desk: Desk): Promise<Cast> {
  const all = (await desk.work.read((tx) => desk.accounts.all(tx))).map((a) => actorOf(a, 'demo'));
  const of = (role: string) => all.filter((a) => a.role === role);
  return {
    tracer: of('tracer')[0]!,
    database: of('database')[0]!,
    dispatcher: of('dispatcher')[0]!,
    crews: of('crew'),
    sites: of('site'),
    receivers: of('receiver'),
  };
}

const filter = (actor: Actor, view: ContactView): ContactFilter => ({
  homePath: actor.areaPath,
  view,
  cls: null,
  caseId: null,
  areaPath: null,
  observation: null,
  text: null,
  sort: 'due',
});
const byIds = (desk: Desk, ids: readonly string[]): Promise<Contact[]> => desk.work.read((tx) => desk.contacts.byIds(tx, ids));
/** In the order of the people, which the seed gives: contacts are numbered at random, and whom something befell would be left to chance. */
const idsOf = async (desk: Desk, actor: Actor, view: ContactView): Promise<string[]> => {
  const found = await byIds(desk, await desk.work.read((tx) => desk.contacts.idsOf(tx, filter(actor, view), 50_000)));
  return found.sort((a, b) => a.personId.localeCompare(b.personId)).map((c) => c.id);
};

/** Two days of work at the desks, oldest cases first; what came in this morning is left for whoever opens the demo. */
export async function seedDecisions(seeding: Seeding, operator: Actor, records: OutbreakRecords): Promise<void> {
  const { desk, clock } = seeding;
  const now = Date.parse(records.now);
  const older = records.cases.filter((c) => Date.parse(c.reportedAt) < now - 12 * HOUR);
  const cast = await castOf(desk);
  for (const { case: id, reportedAt } of older) {
    clock.setTo(Date.parse(reportedAt) + CORE_REPORT_AFTER);
    await fileCoreReport(desk, cast.tracer, id);
  }
  // Case after case, as tracers finish them: the first contacts are past their twelve hours by now, the last have some two left.
  for (const [i, { case: id }] of older.entries()) {
    clock.setTo(now - 12.05 * HOUR + (i / older.length) * 2 * HOUR);
    await deriveAll(desk, operator, [id]);
  }
  await receive(seeding, cast, records);
  await review(seeding, cast, now - 10 * HOUR);
  const pushed = await push(seeding, cast, now - 9 * HOUR);
  clock.setTo(now - 8 * HOUR);
  await answers(seeding, cast, pushed);
  clock.setTo(now - 5 * HOUR);
  for (const [i, crew] of cast.crews.entries())
    await drive(seeding, cast, crew, cast.sites[i % cast.sites.length]!, i === cast.crews.length - 1);
  await passOn(seeding, cast, records);
  await release(seeding, cast);
  clock.setTo(now - HOUR);
  await deriveAll(
    desk,
    operator,
    records.cases.map((c) => c.case),
  );
  // One who was accepted yesterday turns out to be somebody else: the morning's net change.
  await reviewContacts(desk, cast.tracer, {
    step: 'exclude',
    contactIds: (await idsOf(desk, cast.tracer, 'to-check')).slice(0, 1),
    reason: '核实为同名他人',
    caseId: null,
  });
  // What the desks finished in the last half hour: just sent, and still in time to be acknowledged.
  await check(seeding, cast, now - HOUR / 2, 0.5);
  await push(seeding, cast, now - HOUR / 3);
}

async function receive({ desk }: Seeding, { database }: Cast, records: OutbreakRecords): Promise<void> {
  const longAgo = records.received.find((r) => r.class === 'SECOND' && r.area !== null);
  for (const one of records.received) {
    const outcome = await receiveContact(desk, database, {
      fromAreaId: one.fromArea,
      name: one.name,
      docNo: one.docNo,
      phone: one.phone,
      address: one.address,
      cls: one.class,
      lastExposureAt: one === longAgo ? Date.parse(one.lastExposureAt) - LONG_AGO_MS : Date.parse(one.lastExposureAt),
      note: null,
    });
    if (outcome.kind === 'contact-received' && one.area !== null && outcome.contact.areaId === null)
      await setArea(desk, database, outcome.contact.personId, one.area);
  }
}

/** Tracers accept nearly all that is definite; database staff check them. One is excluded, a few stay with the tracer. */
async function review({ desk, clock }: Seeding, { tracer, database }: Cast, at: number): Promise<void> {
  clock.setTo(at);
  const fresh = await idsOf(desk, tracer, 'new');
  await reviewContacts(desk, tracer, { step: 'exclude', contactIds: fresh.slice(0, 1), reason: '当日在外地出差，不在场', caseId: null });
  await reviewContacts(desk, tracer, { step: 'accept', contactIds: fresh.slice(1), reason: null, caseId: null });
  await check({ desk, clock }, { database }, at + HOUR / 2, 0.9);
}

/** The rest stays on the list: a desk that has checked everybody shows nothing. */
async function check(
  { desk, clock }: Pick<Seeding, 'desk' | 'clock'>,
  { database }: Pick<Cast, 'database'>,
  at: number,
  share: number,
): Promise<void> {
  clock.setTo(at);
  const accepted = await idsOf(desk, database, 'to-check');
  const most = Math.floor(accepted.length * share);
  await reviewContacts(desk, database, { step: 'check', contactIds: accepted.slice(0, most), reason: null, caseId: null });
}

async function push({ desk, clock }: Seeding, { database }: Cast, at: number): Promise<PushItem[]> {
  clock.setTo(at);
  const unsent = await idsOf(desk, database, 'unsent');
  const outcome = await pushContacts(desk, database, unsent);
  if (outcome.kind !== 'contacts-pushed') throw new Error(`The demo's push was refused: ${outcome.kind}.`);
  return outcome.pushed;
}

/** What communities found, in a fixed round so that every outcome is there; the last one sent to each community is not acknowledged. */
const ROUND: readonly (PushOutcome | 'ACK')[] = [
  ...Array<PushOutcome>(9).fill('AT_HOME_CONTROLLED'),
  'CANNOT_BE_MOVED',
  'AT_HOME_CONTROLLED',
  'AT_HOME_CONTROLLED',
  'NO_ANSWER',
  'AT_HOME_CONTROLLED',
  'ACK',
  'WRONG_ADDRESS',
];
/** Rare ones, once each. */
const ONCE: readonly PushOutcome[] = ['IN_HOSPITAL', 'DIED', 'ALREADY_ISOLATED', 'REFUSED'];

async function answers({ desk }: Seeding, cast: Cast, pushed: readonly PushItem[]): Promise<void> {
  const at = (push: PushItem): Actor | undefined =>
    push.outside ? cast.database : cast.receivers.find((r) => push.toAreaPath.startsWith(r.areaPath));
  const contacts = new Map(
    (
      await byIds(
        desk,
        pushed.map((p) => p.contactId),
      )
    ).map((c) => [c.id, c]),
  );
  const seededAt = desk.clock.now();
  let round = 0;
  let once = 0;
  let positive = false;
  const lastOf = new Map(pushed.map((push) => [at(push), push]));
  for (const push of pushed) {
    const actor = at(push);
    if (!actor || lastOf.get(actor) === push) continue;
    const contact = contacts.get(push.contactId)!;
    let outcome = ROUND[round++ % ROUND.length]!;
    if (push.outside && outcome !== 'ACK') outcome = 'AT_HOME_CONTROLLED';
    else if (!push.outside && contact.origin === 'RECEIVED' && contact.cls === 'SECOND' && (contact.last ?? 0) < seededAt - LONG_AGO_MS)
      outcome = 'CANNOT_BE_MOVED';
    else if (!push.outside && !positive && contact.origin === 'RECEIVED') {
      outcome = 'BECAME_POSITIVE';
      positive = true;
    } else if (!push.outside && round % 11 === 0 && once < ONCE.length) outcome = ONCE[once++]!;
    await acknowledgePushes(desk, actor, [push.id]);
    if (outcome === 'ACK') continue;
    await recordOutcome(desk, actor, {
      pushId: push.id,
      outcome,
      note: outcome === 'AT_HOME_CONTROLLED' ? null : '现场核实',
      movedToAreaId: null,
      needs: null,
      tookPlaceAt: null,
    });
  }
}

/** One vehicle's run: filled from the top of the queue, driven, handed over and settled; the last one is still on the road. */
async function drive({ desk }: Seeding, { dispatcher }: Cast, crew: Actor, site: Actor, stillOut: boolean): Promise<void> {
  if (crew.vehicleId === null || site.siteId === null) return;
  const made = await createRun(desk, dispatcher, { vehicleId: crew.vehicleId, siteId: site.siteId });
  if (made.kind !== 'run-changed') return;
  const { run } = made;
  for (const party of (await desk.work.read((tx) => transferQueue(desk, tx, dispatcher))).slice(0, 40))
    await assignParty(desk, dispatcher, { runId: run.id, partyId: party.partyId, mixedReason: null, roomId: null });
  await acceptRun(desk, crew, run.id);
  if (stillOut) return;
  await arriveRun(desk, crew, run.id);
  const tasks = await desk.work.read((tx) => desk.transfer.tasksOfRun(tx, run.id));
  for (const task of tasks) await boardPerson(desk, crew, { taskId: task.id, identityChecked: true, temperature: null });
  await reachSite(desk, crew, run.id);
  const taskIds = tasks.map((t) => t.id);
  if (taskIds.length === 0) return;
  await handOver(desk, site, taskIds);
  await settle(desk, site, taskIds);
}

/** A received contact has left for another city: passed on, and taken over there. */
async function passOn({ desk }: Seeding, { database, receivers }: Cast, records: OutbreakRecords): Promise<void> {
  const target = records.received[0]?.fromArea;
  const contacts = await byIds(desk, await idsOf(desk, database, 'all'));
  const one = contacts.find(
    (c) => c.origin === 'RECEIVED' && (c.push === 'ACKED' || c.push === 'SENT' || c.push === 'LOCATED') && c.areaId !== null,
  );
  if (!target || !one?.pushId) return;
  const receiver = receivers.find((r) => one.areaPath?.startsWith(r.areaPath));
  if (!receiver) return;
  await acknowledgePushes(desk, receiver, [one.pushId]);
  await recordOutcome(desk, receiver, {
    pushId: one.pushId,
    outcome: 'MOVED_AWAY',
    note: null,
    movedToAreaId: target,
    needs: null,
    tookPlaceAt: null,
  });
  const again = await pushContacts(desk, database, [one.id]);
  const sent = again.kind === 'contacts-pushed' ? again.pushed[0] : undefined;
  if (!sent) return;
  await acknowledgePushes(desk, database, [sent.id]);
  await recordOutcome(desk, database, {
    pushId: sent.id,
    outcome: 'AT_HOME_CONTROLLED',
    note: null,
    movedToAreaId: null,
    needs: null,
    tookPlaceAt: null,
  });
}

/** Whoever's days are over leaves: contacts received with an exposure three weeks ago. */
async function release({ desk }: Seeding, { database }: Cast): Promise<void> {
  await releaseContacts(desk, database, await idsOf(desk, database, 'all'));
}
