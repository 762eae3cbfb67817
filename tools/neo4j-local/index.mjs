/** The managed Neo4j of one home: its door. What each function promises is in index.d.mts. */
export { knock } from './bolt.mjs';
export { connection, connectionFromEnvironment } from './connection.mjs';
export { requireFreeSpace } from './disk.mjs';
export { guard } from './guard.mjs';
export { ensureInstalled, hasMaven, isInstalled } from './install.mjs';
export { findJava } from './java.mjs';
export { withLock } from './lock.mjs';
export { cacheFolder, homeFolder, NEO4J_VERSION, projectRoot } from './paths.mjs';
export { explain, PlainError } from './plain-error.mjs';
export { chooseFreePort, isFree, whoListens } from './ports.mjs';
export { describeProcess, endGroup, isRunning } from './processes.mjs';
export { during, tail } from './progress.mjs';
export { logs, reset, start, status, stop } from './server.mjs';
