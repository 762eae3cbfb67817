import type { ProtocolStore, StoredVersion, Tx, Verification, WriteTx } from '@tracewright/investigation';
import { Neo4jStore } from '../platform/neo4j-store.js';
import * as ask from './protocols.cypher.js';

interface VersionRow {
  readonly version: Omit<StoredVersion, 'protocolId' | 'version'>;
}

/** `id@version`, taken apart. */
function partsOf(id: string): { protocolId: string; version: string } {
  const at = id.lastIndexOf('@');
  return { protocolId: id.slice(0, at), version: id.slice(at + 1) };
}

const LATER = ['verifiedBy', 'verifiedAt', 'activatedBy', 'activatedAt', 'retiredBy', 'retiredAt'] as const;
const NOT_YET = Object.fromEntries(LATER.map((name) => [name, null])) as Record<(typeof LATER)[number], null>;

const versionOf = ({ version }: VersionRow): StoredVersion => ({ ...NOT_YET, ...version, ...partsOf(version.id) });

/** A version of a protocol is one node, `id@version`: a new version has to be verified anew. */
export class Neo4jProtocolStore extends Neo4jStore implements ProtocolStore {
  /** What each transaction was told is active: a step over thousands of contacts asks for each of them. */
  private readonly told = new WeakMap<Tx, Map<string, Promise<StoredVersion | null>>>();

  async verifications(tx: Tx): Promise<Verification[]> {
    const found = await this.rows<{ id: string; by: string; at: number; demoOnly: boolean }>(tx, ask.VERIFICATIONS);
    return found.map(({ id, ...rest }) => ({ ...partsOf(id), ...rest }));
  }

  async verify(tx: WriteTx, { protocolId, version, by, at, demoOnly }: Verification): Promise<void> {
    await this.rows(tx, ask.VERIFY_PROTOCOL, { id: `${protocolId}@${version}`, by, at, demoOnly, rev: tx.rev });
  }

  async stored(tx: Tx): Promise<StoredVersion[]> {
    return (await this.rows<VersionRow>(tx, ask.STORED_VERSIONS)).map(versionOf);
  }

  async version(tx: Tx, id: string): Promise<StoredVersion | null> {
    return (await this.rows<VersionRow>(tx, ask.STORED_VERSION, { id })).map(versionOf)[0] ?? null;
  }

  active(tx: Tx, protocolId: string): Promise<StoredVersion | null> {
    const told = this.told.get(tx) ?? new Map<string, Promise<StoredVersion | null>>();
    this.told.set(tx, told);
    const known =
      told.get(protocolId) ?? this.rows<VersionRow>(tx, ask.ACTIVE_VERSION, { protocolId }).then(([row]) => (row ? versionOf(row) : null));
    told.set(protocolId, known);
    return known;
  }

  async save(tx: WriteTx, versions: readonly StoredVersion[]): Promise<void> {
    this.told.delete(tx);
    for (const { protocolId, version: _, ...row } of versions) {
      const activeId = row.state === 'ACTIVE' ? protocolId : null;
      await this.rows(tx, ask.SAVE_VERSION, { row: { ...row, activeId }, rev: tx.rev });
    }
  }
}
