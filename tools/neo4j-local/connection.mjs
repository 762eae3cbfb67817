import { existsSync, readFileSync } from 'node:fs';
import { homeFolder, layout } from './paths.mjs';
import { PlainError } from './plain-error.mjs';

/** @typedef {{ uri: string, user: string, password: string }} Connection */

/**
 * The server that NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD name, if they do.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Connection | undefined}
 */
export function connectionFromEnvironment(env = process.env) {
  if (!env.NEO4J_URI) return undefined;
  if (!/^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^/]+/.test(env.NEO4J_URI))
    throw new PlainError('NEO4J_URI must look like bolt://host:7687 or neo4j+s://host: correct it, or unset it to use the managed server.');
  if (!env.NEO4J_PASSWORD)
    throw new PlainError('NEO4J_URI is set but NEO4J_PASSWORD is not: set it, or unset NEO4J_URI to use the managed server.');
  return { uri: env.NEO4J_URI, user: env.NEO4J_USER || 'neo4j', password: env.NEO4J_PASSWORD };
}

/**
 * How to reach the database of a home: the one that the environment names, else the managed one. Starts nothing.
 * @param {string} [home]
 * @returns {Connection}
 */
export function connection(home) {
  return connectionFromEnvironment() ?? managedConnection(homeFolder(home));
}

/**
 * @param {string} home
 * @returns {Connection}
 */
export function managedConnection(home) {
  const place = layout(home);
  if (!existsSync(place.password) || !existsSync(place.port))
    throw new PlainError(`There is no database in ${home} yet: run "npm start", or set NEO4J_URI to use a server of your own.`);
  return {
    uri: `bolt://127.0.0.1:${readFileSync(place.port, 'utf8').trim()}`,
    user: 'neo4j',
    password: readFileSync(place.password, 'utf8').trim(),
  };
}
