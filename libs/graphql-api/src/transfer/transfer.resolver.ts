import { Args, Float, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  absentPerson,
  acceptRun,
  arriveRun,
  assignParty,
  boardPerson,
  cancelRun,
  createRun,
  currentRun,
  feverPerson,
  handOver,
  reachSite,
  refusePerson,
  requeue,
  roomLoads,
  settle,
  siteArrivals,
  takeOff,
  transferQueue,
} from '@tracewright/investigation';
import type { Ask } from '../platform/ask.js';
import { Asking } from '../platform/asking.js';
import { SimpleOutcome } from '../platform/problem.type.js';
import { answer, simple } from '../platform/refusal.js';
import { partyFace, runFace } from './transfer.face.js';
import { RunOutcome } from './transfer.outcome.js';
import { Party, Run, Site, Vehicle } from './transfer.type.js';

type Outcome = Awaited<ReturnType<typeof settle>>;
const changed = (ask: Ask, outcome: Outcome): object =>
  answer(ask, outcome, 'run-changed', 'RunChanged', ({ run }) => ({ run: runFace(ask, run) }));
const id = { type: () => ID };
const note = { type: () => String, nullable: true };

@Resolver()
export class TransferResolver {
  @Query(() => [Party], { description: 'Parties waiting, by time left and class.' })
  async transferQueue(@Asking() ask: Ask): Promise<object[]> {
    const actor = ask.open('transfer');
    return (await ask.desk.work.read((tx) => transferQueue(ask.desk, tx, actor))).map((p) => partyFace(ask, p));
  }

  @Query(() => [Run], { description: 'Runs; open: not yet done.' })
  async runs(@Asking() ask: Ask, @Args('open', { type: () => Boolean, defaultValue: true }) open: boolean): Promise<object[]> {
    const actor = ask.open('transfer');
    const states = open ? (['PLANNED', 'ACCEPTED', 'COLLECTING', 'AT_SITE'] as const) : (['DONE', 'CANCELLED'] as const);
    return (await ask.desk.work.read((tx) => ask.desk.transfer.runs(tx, actor.areaPath, states))).map((r) => runFace(ask, r));
  }

  @Query(() => Run, { nullable: true, description: "The crew's own run now." })
  async myRun(@Asking() ask: Ask): Promise<object | null> {
    const actor = ask.open('crew');
    const run = await ask.desk.work.read((tx) => currentRun(ask.desk, tx, actor));
    return run && runFace(ask, run);
  }

  @Query(() => [Vehicle], { description: 'Vehicles.' })
  async vehicles(@Asking() ask: Ask): Promise<object[]> {
    const actor = ask.open('transfer', 'accounts');
    return ask.desk.work.read((tx) => ask.desk.transfer.vehicles(tx, actor.areaPath));
  }

  @Query(() => [Site], { description: 'Isolation sites with their rooms.' })
  async sites(@Asking() ask: Ask): Promise<object[]> {
    const actor = ask.open('transfer', 'site', 'accounts');
    return ask.desk.work.read(async (tx) => {
      const all = await ask.desk.transfer.sites(tx, actor.role === 'site' ? '' : actor.areaPath);
      const sites = actor.role === 'site' ? all.filter((s) => s.id === actor.siteId) : all;
      const rooms = await ask.desk.transfer.rooms(
        tx,
        sites.map((s) => s.id),
      );
      const taken = roomLoads(
        await ask.desk.transfer.livePlacements(
          tx,
          sites.map((s) => s.id),
        ),
      );
      return sites.map((site) => ({
        ...site,
        rooms: rooms.filter((r) => r.siteId === site.id).map((r) => ({ ...r, taken: taken.get(r.id) ?? 0 })),
      }));
    });
  }

  @Query(() => [Run], { description: "Runs on the way to, or at, the asker's site." })
  async siteArrivals(@Asking() ask: Ask): Promise<object[]> {
    const actor = ask.open('site');
    return (await ask.desk.work.read((tx) => siteArrivals(ask.desk, tx, actor))).map((r) => runFace(ask, r));
  }

  @Mutation(() => RunOutcome, { description: 'Plans a run.' })
  async createRun(@Asking() ask: Ask, @Args('vehicleId', id) vehicleId: string, @Args('siteId', id) siteId: string): Promise<object> {
    return changed(ask, await createRun(ask.desk, ask.actor, { vehicleId, siteId }));
  }

  @Mutation(() => RunOutcome, { description: 'Puts a whole party on a run.' })
  async assignParty(
    @Asking() ask: Ask,
    @Args('runId', id) runId: string,
    @Args('partyId', id) partyId: string,
    @Args('mixedReason', note) mixedReason: string | null,
    @Args('roomId', { type: () => ID, nullable: true }) roomId: string | null,
  ): Promise<object> {
    return changed(
      ask,
      await assignParty(ask.desk, ask.actor, { runId, partyId, mixedReason: mixedReason ?? null, roomId: roomId ?? null }),
    );
  }

  @Mutation(() => RunOutcome, { description: 'Takes somebody off a run.' })
  async takeOff(@Asking() ask: Ask, @Args('taskId', id) taskId: string): Promise<object> {
    return changed(ask, await takeOff(ask.desk, ask.actor, taskId));
  }

  @Mutation(() => RunOutcome, { description: 'Cancels a run; its people wait again.' })
  async cancelRun(@Asking() ask: Ask, @Args('runId', id) runId: string): Promise<object> {
    return changed(ask, await cancelRun(ask.desk, ask.actor, runId));
  }

  @Mutation(() => RunOutcome, { description: 'The crew takes the run on.' })
  async acceptRun(@Asking() ask: Ask, @Args('runId', id) runId: string): Promise<object> {
    return changed(ask, await acceptRun(ask.desk, ask.actor, runId));
  }

  @Mutation(() => RunOutcome, { description: 'The crew is at the pick-up.' })
  async arriveRun(@Asking() ask: Ask, @Args('runId', id) runId: string): Promise<object> {
    return changed(ask, await arriveRun(ask.desk, ask.actor, runId));
  }

  @Mutation(() => RunOutcome, { description: 'A person is in the vehicle.' })
  async boardPerson(
    @Asking() ask: Ask,
    @Args('taskId', id) taskId: string,
    @Args('identityChecked', { type: () => Boolean }) identityChecked: boolean,
    @Args('temperature', { type: () => Float, nullable: true }) temperature: number | null,
  ): Promise<object> {
    return changed(ask, await boardPerson(ask.desk, ask.actor, { taskId, identityChecked, temperature: temperature ?? null }));
  }

  @Mutation(() => RunOutcome, { description: 'A person refuses.' })
  async refusePerson(@Asking() ask: Ask, @Args('taskId', id) taskId: string, @Args('note', note) text: string | null): Promise<object> {
    return changed(ask, await refusePerson(ask.desk, ask.actor, taskId, text ?? null));
  }

  @Mutation(() => RunOutcome, { description: 'A person is not there.' })
  async absentPerson(@Asking() ask: Ask, @Args('taskId', id) taskId: string, @Args('note', note) text: string | null): Promise<object> {
    return changed(ask, await absentPerson(ask.desk, ask.actor, taskId, text ?? null));
  }

  @Mutation(() => RunOutcome, { description: 'A person has fever: to hospital.' })
  async feverPerson(
    @Asking() ask: Ask,
    @Args('taskId', id) taskId: string,
    @Args('temperature', { type: () => Float, nullable: true }) temperature: number | null,
    @Args('note', note) text: string | null,
  ): Promise<object> {
    return changed(ask, await feverPerson(ask.desk, ask.actor, { taskId, temperature: temperature ?? null, note: text ?? null }));
  }

  @Mutation(() => RunOutcome, { description: 'The run has reached the site.' })
  async reachSite(@Asking() ask: Ask, @Args('runId', id) runId: string): Promise<object> {
    return changed(ask, await reachSite(ask.desk, ask.actor, runId));
  }

  @Mutation(() => RunOutcome, { description: 'The site takes people over.' })
  async handOver(@Asking() ask: Ask, @Args('taskIds', { type: () => [ID] }) taskIds: string[]): Promise<object> {
    return changed(ask, await handOver(ask.desk, ask.actor, taskIds));
  }

  @Mutation(() => RunOutcome, { description: 'The site puts people into their rooms: their stay begins.' })
  async settle(@Asking() ask: Ask, @Args('taskIds', { type: () => [ID] }) taskIds: string[]): Promise<object> {
    return changed(ask, await settle(ask.desk, ask.actor, taskIds));
  }

  @Mutation(() => SimpleOutcome, { description: 'Refused or absent: wait again.' })
  async requeue(@Asking() ask: Ask, @Args('taskId', id) taskId: string): Promise<object> {
    return simple(ask, await requeue(ask.desk, ask.actor, taskId));
  }
}
