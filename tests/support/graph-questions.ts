import { openGraph } from '@tracewright/graph-store';
import { Announcer } from '@tracewright/investigation';
import type { Ground } from './built-server.js';

class Silent extends Announcer {
  publish(): void {}
}

/** The graph of a ground, opened as the commands open it. */
export const opened = ({ database }: Ground) => openGraph(database, { tz: 'Asia/Shanghai', announcer: new Silent(), say: () => {} });

/** All rows of a statement, put to the database itself and not to the code that wrote it. */
export async function ask(ground: Ground, cypher: string, parameters: Record<string, unknown> = {}): Promise<Record<string, unknown>[]> {
  const { driver } = await opened(ground);
  try {
    const { records } = await driver.executeQuery(cypher, parameters);
    return records.map((record) => record.toObject());
  } finally {
    await driver.close();
  }
}
