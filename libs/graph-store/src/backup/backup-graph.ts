import { createInterface } from 'node:readline';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { NODES, RELATIONSHIPS } from '@tracewright/graph-schema';
import type { Driver, ManagedTransaction } from 'neo4j-driver';
import { toParameters } from '../platform/connection.js';
import { restoreNodes, restoreRelationships } from '../platform/restore-shape.js';
import { EVERY_NODE, EVERY_RELATIONSHIP, HOLD_STILL } from './backup.cypher.js';
import { BackupRefused, seal, unseal } from './sealed-stream.js';
import { propertiesToJson, splitMoments, type ToldProperty } from './values.js';

export interface Watermark {
  readonly rev: number;
  readonly auditSeq: number;
  readonly auditHash: string;
}
export interface BackupCounts extends Watermark {
  readonly nodes: number;
  readonly relationships: number;
}

type Line =
  | ({ kind: 'head'; version: 1 } & Watermark)
  | { kind: 'node'; label: string; p: Record<string, unknown> }
  | { kind: 'rel'; type: string; from: [string, string]; to: [string, string]; p: Record<string, unknown> }
  | { kind: 'end'; nodes: number; relationships: number };

async function* dump(
  tx: ManagedTransaction,
  counts: { nodes: number; relationships: number; mark: Watermark | null },
): AsyncGenerator<string> {
  const mark = (await tx.run(HOLD_STILL)).records[0]?.toObject() as Watermark | undefined;
  if (!mark) throw new BackupRefused('The database has nothing of ours in it.');
  counts.mark = mark;
  const line = (one: Line) => `${JSON.stringify(one)}\n`;
  yield line({ kind: 'head', version: 1, ...mark });
  for await (const record of tx.run(EVERY_NODE)) {
    counts.nodes++;
    yield line({
      kind: 'node',
      label: record.get('label') as string,
      p: propertiesToJson(record.get('properties') as ToldProperty[]),
    });
  }
  for await (const record of tx.run(EVERY_RELATIONSHIP)) {
    counts.relationships++;
    const end = (side: 'from' | 'to'): [string, string] => [record.get(`${side}Label`) as string, record.get(`${side}Id`) as string];
    yield line({
      kind: 'rel',
      type: record.get('type') as string,
      from: end('from'),
      to: end('to'),
      p: propertiesToJson(record.get('properties') as ToldProperty[]),
    });
  }
  yield line({ kind: 'end', nodes: counts.nodes, relationships: counts.relationships });
}

/** Writes the whole graph of one moment, gzipped and encrypted, as a stream; writers wait until it is read. Open sign-ins are not in it. */
export async function backupGraph(driver: Driver, out: Writable, secret: string): Promise<BackupCounts> {
  const session = driver.session();
  const counts = { nodes: 0, relationships: 0, mark: null as Watermark | null };
  try {
    const tx = session.beginTransaction();
    const open = await tx;
    await pipeline(Readable.from(dump(open as unknown as ManagedTransaction, counts)), createGzip(), seal(secret), out);
    await open.rollback();
    return { nodes: counts.nodes, relationships: counts.relationships, ...counts.mark! };
  } finally {
    await session.close();
  }
}

const SLICE = 2_000;

/** Reads a backup to its end and keeps nothing: another secret or a changed byte is known before anything is written. */
async function verified(input: Readable, secret: string): Promise<void> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  try {
    await pipeline(input, unseal(secret), nowhere);
  } catch (error) {
    throw error instanceof BackupRefused
      ? error
      : new BackupRefused('The backup cannot be opened: the secret is another one, or the file was changed.');
  }
}

/** Fills an empty, migrated database from a backup, which `open` reads twice. The audit chain stands as it stood; the caller writes the restore as its next entry. */
export async function restoreGraph(driver: Driver, open: () => Readable, secret: string): Promise<BackupCounts> {
  await verified(open(), secret);
  const text = createGunzip();
  const unsealed = unseal(secret);
  const broken: { error?: unknown } = {};
  const done = pipeline(open(), unsealed, text).catch((error: unknown) => {
    broken.error = error;
    text.destroy();
  });
  const groups = new Map<string, { statement: string; rows: object[] }>();
  const flush = async (group: { statement: string; rows: object[] }) => {
    const rows = group.rows.splice(0);
    if (rows.length > 0) await driver.executeQuery(group.statement, { rows: toParameters(rows) });
  };
  const add = async (key: string, statement: () => string, row: object) => {
    const group = groups.get(key) ?? { statement: statement(), rows: [] };
    groups.set(key, group);
    group.rows.push(row);
    if (group.rows.length >= SLICE) await flush(group);
  };
  let head: Watermark | null = null;
  let counts: { nodes: number; relationships: number } | null = null;
  let nodesDone = false;
  try {
    for await (const raw of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
      const line = JSON.parse(raw) as Line;
      if (line.kind === 'head') head = line;
      else if (line.kind === 'node') await add(line.label, () => restoreNodes(known(NODES, line.label)), splitMoments(line.p));
      else if (line.kind === 'rel') {
        // Every node before the first relationship.
        if (!nodesDone) for (const group of groups.values()) await flush(group);
        nodesDone = true;
        const [[fromLabel, fromId], [toLabel, toId]] = [line.from, line.to];
        await add(
          `${line.type}|${fromLabel}|${toLabel}`,
          () => restoreRelationships(known(RELATIONSHIPS, line.type), known(NODES, fromLabel), known(NODES, toLabel)),
          { fromId, toId, ...splitMoments(line.p) },
        );
      } else counts = line;
    }
  } catch (error) {
    if (broken.error === undefined) throw error;
  }
  await done;
  if (broken.error !== undefined)
    throw broken.error instanceof BackupRefused
      ? broken.error
      : new BackupRefused('The backup cannot be opened: the secret is another one, or the file was changed.');
  for (const group of groups.values()) await flush(group);
  if (!head || !counts) throw new BackupRefused('The backup is cut off: copy it again.');
  return { ...counts, rev: head.rev, auditSeq: head.auditSeq, auditHash: head.auditHash };
}

function known(catalog: object, word: string): string {
  if (!Object.hasOwn(catalog, word))
    throw new BackupRefused(
      `The backup speaks of "${word}", which this version does not know: use the version that made it, or a newer one.`,
    );
  return word;
}
