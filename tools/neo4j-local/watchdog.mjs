/**
 * Ends what its parent started when the parent dies, however it dies. It notices by the end of its standard input: a pipe
 * that only the parent holds, so that even SIGKILL closes it. It reads one order a line:
 *   watch <pid> · forget <pid> · watch-group <leader> · forget-group <leader> · remove <folder> · keep <folder>
 */
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { endGroup, endProcess } from './processes.mjs';

/** @type {Set<number>} */
const watched = new Set();
/** @type {Set<number>} */
const groups = new Set();
/** @type {Set<string>} */
const folders = new Set();

// A signal to the whole group must not end the one process that cleans up after it.
for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(name, () => {});

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const [order = '', argument = ''] = line.split(/ (.*)/s);
  if (order === 'watch') watched.add(Number(argument));
  if (order === 'forget') watched.delete(Number(argument));
  if (order === 'watch-group') groups.add(Number(argument));
  if (order === 'forget-group') groups.delete(Number(argument));
  if (order === 'remove') folders.add(argument);
  if (order === 'keep') folders.delete(argument);
});
lines.on('close', async () => {
  // First those who use the database, then the database.
  await Promise.all([...groups].map((leader) => endGroup(leader)));
  await Promise.all([...watched].map((pid) => endProcess(pid, 8_000)));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
