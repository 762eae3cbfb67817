import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type OutTable, readTable, toCsv, toXlsx, Unreadable } from '@tracewright/tabular';
import { Refused } from './answers.js';

/** Files are named from where the user stood, not from the project's folder (ruling 21). */
export const pathOf = (file: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), file);

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The bytes of a file, or of standard input for `-`. */
export async function bytesOf(file: string): Promise<Uint8Array> {
  if (file === '-') return standardInput();
  try {
    return await readFile(pathOf(file));
  } catch (error) {
    const { code } = error as { code?: string };
    throw new Refused(
      code === 'ENOENT' ? `There is no file ${file}: check its name.` : `${file} cannot be read: ${(error as Error).message}`,
    );
  }
}

export async function tableOf(file: string, sheetName: string | null = null): Promise<readonly (readonly string[])[]> {
  try {
    const { sheets } = await readTable(await bytesOf(file));
    const sheet = sheetName === null ? sheets[0] : sheets.find((s) => s.name === sheetName);
    if (!sheet) throw new Refused(`${file} has no sheet named "${sheetName}".`);
    return sheet.rows;
  } catch (error) {
    if (error instanceof Unreadable) throw new Refused(`${file}: ${error.message}`);
    throw error;
  }
}

/** Writes a table as csv, or as xlsx when the name says so; `-` is standard output. */
export async function writeOut(file: string, table: OutTable): Promise<void> {
  if (file === '-') {
    process.stdout.write(toCsv(table, false));
    return;
  }
  try {
    await writeFile(pathOf(file), file.endsWith('.xlsx') ? await toXlsx([table]) : toCsv(table, false));
  } catch (error) {
    throw new Refused(`${file} cannot be written: ${(error as Error).message}`);
  }
}
