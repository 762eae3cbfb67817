import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { PlainError } from './plain-error.mjs';

/**
 * Refuses to begin what a full disk would spoil half-way.
 * @param {string} folder @param {number} neededMB @param {string} purpose
 * @param {(folder: string) => number} [freeMB] how free space is measured; tests pretend
 */
export function requireFreeSpace(folder, neededMB, purpose, freeMB = measureFreeMB) {
  let existing = folder;
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing);
  const free = freeMB(existing);
  if (free >= neededMB) return;
  throw new PlainError(
    `The disk that holds ${folder} has ${Math.floor(free)} MB left and ${neededMB} MB are needed ${purpose}: free some space and run this again.`,
  );
}

/** @param {string} folder */
function measureFreeMB(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return (bavail * bsize) / 1_048_576;
}
