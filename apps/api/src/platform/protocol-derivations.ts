import type { ChangeFeed } from '@tracewright/graphql-api';
import { type Desk, deriveBehind, localOperator } from '@tracewright/investigation';
import { whatFailed } from './surprises.js';

/** Derives cases anew after a version of their protocol became active or was retired, beside what desks do; what a crash left is done by the next start. */
export class ProtocolDerivations {
  private line: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly desk: Desk,
    private readonly feed: ChangeFeed,
  ) {}

  async follow(): Promise<void> {
    this.begin();
    for await (const { changed } of { [Symbol.asyncIterator]: () => this.feed.subscribe() })
      if (changed.topic === 'protocols') this.begin();
  }

  private begin(): void {
    this.line = this.line
      .then(() => deriveBehind(this.desk, localOperator('/', 'derive')))
      .catch((error: unknown) => console.error('derive', whatFailed(error)));
  }
}
