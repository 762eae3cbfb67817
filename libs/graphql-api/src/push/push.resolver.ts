import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { clockTime, dayOf, PUSH, PUSH_OUTCOMES, type PushOutcome, type PushState } from '@tracewright/epi-core';
import {
  acknowledgePushes,
  finishTask,
  type PushItem as PushRecord,
  pushBoard,
  pushNotice,
  readNotices,
  recordDutyCall,
  recordOutcome,
} from '@tracewright/investigation';
import { GraphQLError } from 'graphql';
import { About } from '../accounts/about.js';
import type { Ask } from '../platform/ask.js';
import { Asking } from '../platform/asking.js';
import { SimpleOutcome } from '../platform/problem.type.js';
import { answer, simple } from '../platform/refusal.js';
import { Words } from '../platform/words.type.js';
import { noticeFace, pushFace, taskFace } from './push.face.js';
import { RecordOutcomeInput } from './push.input.js';
import { AcknowledgePushesOutcome, RecordOutcomeOutcome } from './push.outcome.js';
import { Household, Notice, PushArea, PushItem, Task } from './push.type.js';

const STATES = Object.keys(PUSH) as PushState[];
const IN_HAND: readonly PushState[] = ['SENT', 'ACKED', 'LOCATED', 'CONTROLLED'];
const MOST = 2_000;

@Resolver()
export class PushResolver {
  constructor(private readonly about: About) {}

  @Query(() => [PushArea], { description: 'Areas with what was sent to each.' })
  async pushBoard(@Asking() ask: Ask): Promise<object[]> {
    const rows = await pushBoard(ask.desk, ask.open('pushes'));
    return rows.map(({ area, ...row }) => ({
      ...row,
      areaId: area?.id ?? null,
      areaName: area?.name ?? (ask.lang === 'zh' ? '待定位' : 'to be located'),
      level: area?.level ?? '',
      outside: area?.outside ?? false,
      dutyHolder: area?.dutyHolder ?? null,
      phone: area?.phone ?? null,
    }));
  }

  @Query(() => [PushItem], { description: 'Pushes to an area and those below it.' })
  async pushes(
    @Asking() ask: Ask,
    @Args('areaId', { type: () => ID, nullable: true }) areaId: string | null,
    @Args('states', { type: () => [String], nullable: true }) states: string[] | null,
    @Args('first', { type: () => Int, defaultValue: 500 }) first: number,
  ): Promise<object[]> {
    const actor = ask.open('pushes');
    const wanted = states ? STATES.filter((s) => states.includes(s)) : STATES;
    const [found, area] = await ask.desk.work.read(async (tx) => [
      await ask.desk.pushes.fromHome(tx, actor.areaPath, wanted, 10_000),
      areaId == null ? null : await ask.desk.areas.byId(tx, areaId),
    ]);
    return found
      .filter((p) => areaId == null || (area !== null && p.toAreaPath.startsWith(area.path)))
      .slice(0, Math.min(first, MOST))
      .map((p) => pushFace(ask, p));
  }

  @Query(() => Words, { description: 'Text for a chat group: count, deadline and link; no name, phone or address.' })
  async pushNotice(@Asking() ask: Ask, @Args('areaId', { type: () => ID }) areaId: string): Promise<object> {
    const { tz } = ask.desk.clock;
    const text = await pushNotice(
      ask.desk,
      ask.open('pushes'),
      areaId,
      this.about.address(),
      (at) => `${dayOf(at, tz).slice(5)} ${clockTime(at, tz)}`,
    );
    if (!text)
      throw new GraphQLError(ask.lang === 'zh' ? '没有推给这个区域的人。' : 'Nothing was sent to this area.', {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    return text;
  }

  @Query(() => [Household], { description: "The receiver's list, household by household." })
  async receiverList(@Asking() ask: Ask): Promise<object[]> {
    const actor = ask.open('received');
    const pushes = await ask.desk.work.read((tx) => ask.desk.pushes.toArea(tx, actor.areaPath, IN_HAND, MOST));
    const doors = new Map<string, PushRecord[]>();
    for (const push of pushes) {
      // Nobody's door is guessed: who has no address is a door of their own.
      const key = `${push.toAreaId}|${push.snapshot.address || push.personId}`;
      doors.set(key, [...(doors.get(key) ?? []), push]);
    }
    return [...doors].map(([key, items]) => ({
      key,
      address: items[0]!.snapshot.address || null,
      areaName: async () => (await ask.areas.load(items[0]!.toAreaId))?.name ?? '',
      items: items.map((p) => pushFace(ask, p)),
    }));
  }

  @Query(() => [Task], { description: "What the asker's role must do, most urgent first." })
  async tasks(@Asking() ask: Ask): Promise<object[]> {
    const { actor } = ask;
    return (await ask.desk.work.read((tx) => ask.desk.pushes.openTasks(tx, actor.areaPath, actor.role))).map((t) => taskFace(ask, t));
  }

  @Query(() => [Notice], { description: "What the asker's area was told, newest first." })
  async notices(@Asking() ask: Ask, @Args('first', { type: () => Int, defaultValue: 50 }) first: number): Promise<object[]> {
    const { actor } = ask;
    return (await ask.desk.work.read((tx) => ask.desk.pushes.notices(tx, actor.areaPath, Math.min(first, 200)))).map((n) =>
      noticeFace(ask, n),
    );
  }

  @Mutation(() => AcknowledgePushesOutcome, { description: 'First handshake: the area has seen these.' })
  async acknowledgePushes(@Asking() ask: Ask, @Args('ids', { type: () => [ID] }) ids: string[]): Promise<object> {
    return answer(ask, await acknowledgePushes(ask.desk, ask.actor, ids), 'pushes-acknowledged', 'PushesAcknowledged', (o) => ({
      ids: o.ids,
    }));
  }

  @Mutation(() => RecordOutcomeOutcome, { description: 'What was found at the door.' })
  async recordOutcome(@Asking() ask: Ask, @Args('input', { type: () => RecordOutcomeInput }) input: RecordOutcomeInput): Promise<object> {
    if (!Object.hasOwn(PUSH_OUTCOMES, input.outcome))
      throw new GraphQLError(`${input.outcome}?`, { extensions: { code: 'BAD_USER_INPUT' } });
    const outcome = await recordOutcome(ask.desk, ask.actor, {
      pushId: input.pushId,
      outcome: input.outcome as PushOutcome,
      note: input.note ?? null,
      movedToAreaId: input.movedToAreaId ?? null,
      needs: input.needs ?? null,
      tookPlaceAt: input.tookPlaceAt ?? null,
    });
    return answer(ask, outcome, 'outcome-recorded', 'OutcomeRecorded', ({ push }) => ({ push: pushFace(ask, push) }));
  }

  @Mutation(() => SimpleOutcome, { description: "Result of calling the area's duty phone." })
  async recordDutyCall(
    @Asking() ask: Ask,
    @Args('pushId', { type: () => ID }) pushId: string,
    @Args('result', { type: () => String }) result: string,
  ): Promise<object> {
    return simple(ask, await recordDutyCall(ask.desk, ask.actor, pushId, result));
  }

  @Mutation(() => SimpleOutcome, { description: 'A task is done.' })
  async finishTask(
    @Asking() ask: Ask,
    @Args('id', { type: () => ID }) id: string,
    @Args('note', { type: () => String, nullable: true }) note: string | null,
  ): Promise<object> {
    return simple(ask, await finishTask(ask.desk, ask.actor, id, note ?? null));
  }

  @Mutation(() => SimpleOutcome, { description: 'Notices were read.' })
  async readNotices(@Asking() ask: Ask, @Args('ids', { type: () => [ID] }) ids: string[]): Promise<object> {
    return simple(ask, await readNotices(ask.desk, ask.actor, ids));
  }
}
