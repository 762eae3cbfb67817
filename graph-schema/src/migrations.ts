import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Folder of the migration files, beside this package's sources and its build alike. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../migrations/', import.meta.url));

export interface Migration {
  readonly version: string;
  readonly description: string;
  readonly source: string;
  /** CRC32 of the statements, as neo4j-migrations computes it over each statement's bytes. */
  readonly checksum: string;
  readonly statements: readonly string[];
}

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
function crc32(parts: readonly string[]): string {
  let crc = 0xffffffff;
  for (const part of parts) for (const byte of Buffer.from(part, 'utf8')) crc = crcTable[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return String((crc ^ 0xffffffff) >>> 0);
}

function statementsOf(text: string): string[] {
  return text
    .split(/;\s*(?:\r?\n|$)/)
    .map((statement) => statement.replace(/^\s*\/\/.*$/gm, '').trim())
    .filter((statement) => statement !== '');
}

/** Reads `V0001__describe_it.cypher` files in order of version. A file name that does not fit is refused by name. */
export function readMigrations(folder: string = MIGRATIONS_FOLDER): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.cypher'))
    .sort()
    .map((name) => {
      const match = /^V(\d+)__(.+)\.cypher$/.exec(name);
      if (!match) throw new Error(`The migration ${name} is not named like V0001__describe_it.cypher: rename it.`);
      const statements = statementsOf(readFileSync(`${folder}/${name}`, 'utf8'));
      return { version: match[1]!, description: match[2]!.replaceAll('_', ' '), source: name, statements, checksum: crc32(statements) };
    });
}

/** Short identity of the whole catalog's migrations, for `doctor`. */
export function migrationsFingerprint(migrations: readonly Migration[]): string {
  return createHash('sha256')
    .update(migrations.map((m) => m.checksum).join(','))
    .digest('hex')
    .slice(0, 12);
}
