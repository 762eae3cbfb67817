import { afterAll, beforeAll } from 'vitest';
import { type BuiltServer, demoGround, type Ground, startServer } from './built-server.js';

export interface Running {
  readonly ground: Ground;
  server: BuiltServer;
}

/** A copy of the demo with its own Neo4j and the built server on it, for the tests of one file. A test may put another server in its place. */
export function withDemoServer(): () => Running {
  let running: Running | undefined;
  beforeAll(async () => {
    const ground = await demoGround();
    running = { ground, server: await startServer(ground) };
  });
  afterAll(async () => {
    await running?.server.stop();
    await running?.ground.clear();
  });
  return () => {
    if (!running) throw new Error('The server runs inside tests and hooks only.');
    return running;
  };
}
