import { start } from '@tracewright/neo4j-local';

/**
 * The one real Neo4j of a run, handed on by `npm test` in TRACEWRIGHT_TEST_NEO4J; a project run alone starts its own. Never
 * the one that NEO4J_URI names (ruling 32).
 */
export default async function neo4jForTests(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TRACEWRIGHT_TEST_NEO4J) return undefined;
  const { uri, user, password, stop } = await start({ ephemeral: true, ignoreEnvironment: true, heap: '768m', say: console.error });
  process.env.TRACEWRIGHT_TEST_NEO4J = JSON.stringify({ uri, user, password });
  return () => stop(3_000);
}
