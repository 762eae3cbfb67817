import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { DamagedSegment } from './block-file.js';
import { ExposureColumns, type IndexParts } from './exposure-columns.js';
import type { Segment } from './segment.js';
import { openSegment, writeSegment, writeWhole } from './segment-file.js';

interface KeptManifest extends Omit<IndexParts, 'segments' | 'removed'> {
  readonly format: typeof FORMAT;
  readonly segments: readonly { readonly file: string; readonly checksum: number }[];
  /** The words of the bits of removed ordinals, in base 64. */
  readonly removed: string;
}

const FORMAT = 'tracewright-index-4';
const MANIFEST = 'manifest.json';
const SEGMENT_FILE = /^segment-\d+\.bin(\.new)?$/;

export type OpenedIndex =
  | { readonly kind: 'opened'; readonly index: ExposureColumns }
  | { readonly kind: 'absent' }
  /** It has to be built again from the record. */
  | { readonly kind: 'damaged'; readonly reason: string };

/** The files of one index; one writer at a time. Segments are written once, the manifest that names them last. */
export class IndexFolder {
  private readonly written = new Map<Segment, { readonly file: string; readonly checksum: number }>();

  constructor(private readonly folder: string) {}

  save(index: ExposureColumns): void {
    mkdirSync(this.folder, { recursive: true });
    const { segments, removed, ...rest } = index.parts();
    for (const segment of this.written.keys()) if (!segments.includes(segment)) this.written.delete(segment);
    const named = segments.map((segment) => this.written.get(segment) ?? this.write(segment));
    const words = Buffer.from(removed.buffer, removed.byteOffset, removed.byteLength).toString('base64');
    const manifest: KeptManifest = { format: FORMAT, ...rest, segments: named, removed: words };
    const text = Buffer.from(JSON.stringify(manifest));
    // The checksum on a line of its own, so that a manifest that was cut or changed is seen.
    writeWhole(join(this.folder, MANIFEST), [Buffer.from(`${crc32(text)}\n`), text]);
    const kept = new Set(named.map(({ file }) => file));
    for (const name of readdirSync(this.folder)) if (SEGMENT_FILE.test(name) && !kept.has(name)) rmSync(join(this.folder, name));
  }

  private write(segment: Segment): { readonly file: string; readonly checksum: number } {
    const taken = readdirSync(this.folder).map((name) => Number(/^segment-(\d+)/.exec(name)?.[1] ?? 0));
    const file = `segment-${Math.max(0, ...taken) + 1}.bin`;
    const entry = { file, checksum: writeSegment(join(this.folder, file), segment) };
    this.written.set(segment, entry);
    return entry;
  }

  /**
   * The manifest and what the files say of themselves are checked now. Rows are read and checked when a question needs them, and all of
   * them when the index is saved or asked for everything; what is damaged is then a `DamagedSegment` out of that question, the first one
   * and every later one that needs the same rows, and whoever asked builds the index again.
   */
  open(): OpenedIndex {
    const path = join(this.folder, MANIFEST);
    if (!existsSync(path)) return { kind: 'absent' };
    const bytes = readFileSync(path);
    const line = bytes.indexOf('\n');
    const text = bytes.subarray(line + 1);
    if (line < 0 || String(crc32(text)) !== bytes.subarray(0, line).toString())
      return { kind: 'damaged', reason: `${path} does not have its checksum.` };
    const { format, segments, removed, ...rest } = JSON.parse(text.toString()) as KeptManifest;
    if (format !== FORMAT) return { kind: 'damaged', reason: `${path} is of another version.` };
    try {
      const opened = segments.map(({ file, checksum }) => openSegment(join(this.folder, file), checksum));
      for (const [i, segment] of opened.entries()) this.written.set(segment, segments[i]!);
      const words = Uint8Array.from(Buffer.from(removed, 'base64'));
      return { kind: 'opened', index: ExposureColumns.of({ ...rest, segments: opened, removed: new Uint32Array(words.buffer) }) };
    } catch (error) {
      const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (error instanceof DamagedSegment || missing) return { kind: 'damaged', reason: (error as Error).message };
      throw error;
    }
  }
}
