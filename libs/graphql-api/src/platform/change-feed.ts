import { type DeskName, mayOpen, type Role } from '@tracewright/epi-core';
import { type Announcement, Announcer, type Topic } from '@tracewright/investigation';
import { PubSub } from 'graphql-subscriptions';

const CHANGED = 'changed';

/** Which desks a topic matters to; roles without them are not told. Tasks, notices and accounts are for everybody. */
const DESKS_OF: Readonly<Record<Topic, readonly DeskName[]>> = {
  cases: ['cases', 'chains'],
  contacts: ['contacts', 'cases', 'pushes'],
  pushes: ['pushes', 'received', 'contacts'],
  transfer: ['transfer', 'crew', 'site', 'contacts'],
  ledger: ['ledger'],
  duplicates: ['duplicates'],
  imports: ['import'],
  accounts: ['accounts'],
  protocols: ['protocols'],
  notices: [],
  tasks: [],
};

/** Tells open screens what to ask again: topic, id and revision, never a person. One process; a second instance needs a shared one behind this port. */
export class ChangeFeed extends Announcer {
  private readonly pubsub = new PubSub();

  publish(announcements: readonly Announcement[]): void {
    for (const announcement of announcements) void this.pubsub.publish(CHANGED, { changed: announcement });
  }

  subscribe(): AsyncIterableIterator<{ changed: Announcement }> {
    return this.pubsub.asyncIterableIterator(CHANGED);
  }

  static concerns(role: Role, topic: Topic): boolean {
    const desks = DESKS_OF[topic];
    return desks.length === 0 || desks.some((desk) => mayOpen(role, desk));
  }
}
