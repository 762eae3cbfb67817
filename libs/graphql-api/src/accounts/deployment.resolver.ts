import { Query, Resolver } from '@nestjs/graphql';
import { mayOpen } from '@tracewright/epi-core';
import { reviewGroups, reviewQueue, transferCounts } from '@tracewright/investigation';
import type { Ask } from '../platform/ask.js';
import { Asking } from '../platform/asking.js';
import { About } from './about.js';
import { Counts, Deployment } from './deployment.type.js';

@Resolver()
export class DeploymentResolver {
  constructor(private readonly about: About) {}

  @Query(() => Deployment, { description: 'What this installation is.' })
  async deployment(@Asking() ask: Ask): Promise<object> {
    const home = await ask.desk.work.read((tx) => ask.desk.areas.homeArea(tx));
    const { clock } = ask.desk;
    return {
      demo: this.about.demo,
      version: this.about.version,
      now: clock.now(),
      tz: clock.tz,
      homeAreaId: home?.id ?? null,
      homeAreaName: home?.name ?? null,
    };
  }

  @Query(() => Counts, { description: 'Numbers beside the entries of the rail.' })
  async counts(@Asking() ask: Ask): Promise<object> {
    const { actor, desk } = ask;
    return desk.work.read(async (tx) => {
      const path = actor.areaPath;
      const all = {
        homePath: path,
        view: 'all' as const,
        cls: null,
        caseId: null,
        areaPath: null,
        observation: null,
        text: null,
        sort: 'due' as const,
      };
      const contacts = mayOpen(actor.role, 'contacts') ? await desk.contacts.counts(tx, all) : null;
      const cases = mayOpen(actor.role, 'cases')
        ? (await desk.cases.list(tx, { areaPath: path, category: null, text: null }, 1, null)).total
        : 0;
      const received = mayOpen(actor.role, 'received') ? (await desk.pushes.toArea(tx, path, ['SENT'], 10_000)).length : 0;
      const sent = mayOpen(actor.role, 'pushes') ? (await desk.pushes.counts(tx, path)).reduce((sum, c) => sum + c.unacked, 0) : 0;
      const notices = await desk.pushes.notices(tx, path, 200);
      return {
        cases,
        contacts: contacts?.all ?? 0,
        fresh: contacts?.new ?? 0,
        toVerify: contacts?.['to-verify'] ?? 0,
        toCheck: contacts?.['to-check'] ?? 0,
        duplicates: mayOpen(actor.role, 'duplicates') ? reviewGroups(await reviewQueue(desk, tx, actor)).length : 0,
        unsent: contacts?.unsent ?? 0,
        toLocate: contacts?.['to-locate'] ?? 0,
        changed: contacts?.changed ?? 0,
        overdue: contacts?.overdue ?? 0,
        unacked: received + sent,
        waiting: await transferCounts(desk, tx, actor),
        tasks: (await desk.pushes.openTasks(tx, path, actor.role)).length,
        notices: notices.filter((n) => n.readAt === null).length,
      };
    });
  }
}
