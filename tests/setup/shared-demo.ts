import type { TestProject } from 'vitest/node';
import { demoGround, startServer } from '../support/built-server.js';

/**
 * One copy of the demo with its own Neo4j for all files of a project that leave it so that the others' questions still hold, and one built server on
 * it: what a file alone would pay for starting both is paid once. Commands ask the database themselves.
 */
export default async function sharedDemo(project: TestProject): Promise<() => Promise<void>> {
  const ground = await demoGround();
  const server = project.name === 'commands' ? undefined : await startServer(ground);
  const { uri, user, password } = ground.database;
  project.provide('demo', {
    ground: { home: ground.home, database: { uri, user, password } },
    server: server && { url: server.url, port: server.port, accounts: server.accounts, log: server.log },
  });
  return async () => {
    await server?.stop();
    await ground.clear();
  };
}
