import { createClient } from 'graphql-ws';
import { expect, test } from 'vitest';
import WebSocket from 'ws';
import { signedIn } from '../support/desk-visitor.js';
import type { Visitor } from '../support/visitor.js';
import { sharedServer } from '../support/with-server.js';

const server = sharedServer();

/** A browser's socket: its cookie and the page it comes from. */
function listen(visitor: Visitor | null, origin: string) {
  class Browser extends WebSocket {
    constructor(address: string, protocols?: string | string[]) {
      super(address, protocols, { headers: { origin, ...(visitor ? { cookie: visitor.cookie } : {}) } });
    }
  }
  const heard: { topic: string; id: string | null }[] = [];
  const closed = new Promise<number>((resolve) => {
    const client = createClient({
      url: `${server.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: Browser,
      retryAttempts: 0,
      lazy: false,
      on: { closed: (event) => resolve((event as { code: number }).code) },
      onNonLazyError: () => {},
    });
    client.subscribe<{ changed: { topic: string; id: string | null } }>(
      { query: 'subscription { changed { topic id rev } }' },
      { next: ({ data }) => void (data && heard.push(data.changed)), error: () => {}, complete: () => {} },
    );
  });
  return { heard, closed };
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 20));
}

test('a screen hears which list to ask again, and no name; a role is not told of desks it does not open', async () => {
  const [tracer, crew] = [await signedIn(server, 'tracer1'), await signedIn(server, 'crew1')];
  const [atTracer, atCrew] = [listen(tracer, server.url), listen(crew, server.url)];
  await new Promise((resolve) => setTimeout(resolve, 500));
  await tracer.data('mutation { answerQuestion(caseId: "demo-case-207", key: "gap|1|2", reason: "病人记不清") { __typename } }');
  await until(() => atTracer.heard.length > 0);
  expect(atTracer.heard).toContainEqual(expect.objectContaining({ topic: 'cases', id: 'demo-case-207' }));
  expect(atCrew.heard).toEqual([]);
});

test('a socket of another page, or of nobody, is not opened', async () => {
  const tracer = await signedIn(server, 'tracer1');
  expect(await listen(tracer, 'https://elsewhere.example').closed).toBe(4403);
  expect(await listen(null, server.url).closed).toBe(4403);
});

test('signing out closes the sockets of that sign-in', async () => {
  const tracer = await signedIn(server, 'tracer2');
  const { closed } = listen(tracer, server.url);
  await new Promise((resolve) => setTimeout(resolve, 500));
  await tracer.data('mutation { signOut { __typename } }');
  expect(await closed).toBe(4403);
});
