import { Resolver, Subscription } from '@nestjs/graphql';
import type { Announcement } from '@tracewright/investigation';
import type { Ask } from './ask.js';
import { Asking } from './asking.js';
import { ChangeFeed } from './change-feed.js';
import { Change } from './problem.type.js';

interface Context {
  readonly ask: Ask;
}

@Resolver()
export class ChangesResolver {
  constructor(private readonly feed: ChangeFeed) {}

  @Subscription(() => Change, {
    description: 'Something changed that the asker may see.',
    filter: (payload: { changed: Announcement }, _: unknown, context: Context) =>
      ChangeFeed.concerns(context.ask.actor.role, payload.changed.topic),
  })
  changed(@Asking() ask: Ask): AsyncIterableIterator<{ changed: Announcement }> {
    // Read for its gate: nobody who is not signed in hears anything.
    void ask.actor;
    return this.feed.subscribe();
  }
}
