import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What shows that a command is called by somebody of this deployment and not by whoever reaches its server (ruling 27): TRACEWRIGHT_SECRET, else a
 * file of the home, which is made when a deployment begins. Null: this home has none.
 */
export function deploymentSecret(home: string, make: boolean): string | null {
  const given = process.env.TRACEWRIGHT_SECRET;
  if (given) return given;
  const folder = join(home, 'secrets');
  const file = join(folder, 'deployment');
  if (!existsSync(file)) {
    if (!make) return null;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

/** What the graph keeps of it: enough to recognise it, not to act with it. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
