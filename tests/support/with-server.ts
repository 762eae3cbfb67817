import { afterAll, beforeAll, inject } from 'vitest';
import {
  type BuiltServer,
  type DemoAccount,
  demoGround,
  type Ground,
  type OwnGround,
  type Served,
  served,
  startServer,
} from './built-server.js';

export interface Running {
  readonly ground: OwnGround;
  server: BuiltServer;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The copy of the demo that the files of a project share, and the server on it; commands have none. */
    demo: {
      ground: Ground;
      server: { url: string; port: number; accounts: readonly DemoAccount[]; log: string } | undefined;
    };
  }
}

/** The demo that the files of a project share, one after the other. Each leaves what the others ask for: nothing is locked, spoiled or used up by it. */
export const sharedGround = (): Ground => inject('demo').ground;

/** The built server on the shared demo. */
export function sharedServer(): Served {
  const { server } = inject('demo');
  if (!server) throw new Error('This project has no server on its shared demo.');
  return served(server);
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
