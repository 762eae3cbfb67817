import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWholeFiles } from './whole-files.js';

const HEADER = 100;
const SIZES = [0, 1, 99, 100, 101, 524_288, 2_000_000];
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'whole-files-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('whole files', () => {
  for (const [how, worthHelp] of [
    ['on one thread', Number.POSITIVE_INFINITY],
    ['on two threads', 0],
  ] as const)
    it(`come with all their bytes and the checksum after the header, ${how}`, () => {
      const contents = SIZES.map((size, i) => Buffer.from(Uint8Array.from({ length: size }, (_, at) => (at * 31 + i) & 255)));
      const paths = contents.map((content, i) => {
        const path = join(folder, `${i}.bin`);
        writeFileSync(path, content);
        return path;
      });
      const read = readWholeFiles(paths, HEADER, worthHelp);
      for (const [i, content] of contents.entries()) {
        expect(read[i]!.bytes.equals(content), `file of ${content.length} bytes`).toBe(true);
        expect(read[i]!.checksum).toBe(crc32(content.subarray(HEADER)));
      }
      expect(() => readWholeFiles([...paths, join(folder, 'absent.bin')], HEADER, worthHelp)).toThrow(/ENOENT/);
    });
});
