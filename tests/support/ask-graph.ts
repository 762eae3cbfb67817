import { openGraph } from '@tracewright/graph-store';
import { Announcer } from '@tracewright/investigation';
import type { Ground } from './built-server.js';

class Silent extends Announcer {
  publish(): void {}
}

/** All rows of a question, each as JSON text, asked of the database itself and not of the code that wrote it. */
export async function askGraph({ database }: Pick<Ground, 'database'>, cypher: string): Promise<string[]> {
  const graph = await openGraph(database, { tz: 'Asia/Shanghai', announcer: new Silent(), say: () => {} });
  try {
    const { records } = await graph.driver.executeQuery(cypher);
    return records.map((record) => JSON.stringify(record.toObject()));
  } finally {
    await graph.driver.close();
  }
}
