import { connectionFromEnvironment, ensureInstalled, knock, logs, PlainError, start } from '../neo4j-local/index.mjs';

/**
 * The database of a home, answering and taking its password: the server that NEO4J_URI names, else the managed one.
 * @param {string} home @param {(line: string) => void} say
 */
export async function openDatabase(home, say) {
  const named = connectionFromEnvironment();
  if (!named) await ensureInstalled({ say });
  const server = await start({ home, say });
  const welcome = await knock(server);
  if (welcome === 'accepted' || welcome === 'unknown') return server;
  await server.stop(3_000);
  if (!named)
    throw new PlainError(
      `The database in ${home} does not take the password in ${home}/secrets/neo4j-password: put the right one back from a backup, or empty the database with "node tools/neo4j-local/cli.mjs reset".`,
    );
  throw new PlainError(
    welcome === 'refused'
      ? `The Neo4j at ${named.uri} refuses user "${named.user}" with this password: correct NEO4J_USER and NEO4J_PASSWORD.`
      : `No Neo4j answers at ${named.uri}: start it, correct NEO4J_URI, or unset it to use the managed server.`,
  );
}

/** @param {string} home */
export function databaseLastWords(home) {
  return logs(home, 15);
}
