import type { ProtocolStore, Tx, Verification, WriteTx } from '@tracewright/investigation';
import { Neo4jStore } from '../platform/neo4j-store.js';
import { VERIFICATIONS, VERIFY_PROTOCOL } from './protocols.cypher.js';

/** A version of a protocol is one node, `id@version`: a new version has to be verified anew. */
export class Neo4jProtocolStore extends Neo4jStore implements ProtocolStore {
  async verifications(tx: Tx): Promise<Verification[]> {
    const found = await this.rows<{ id: string; by: string; at: number; demoOnly: boolean }>(tx, VERIFICATIONS);
    return found.map(({ id, ...rest }) => {
      const at = id.lastIndexOf('@');
      return { protocolId: id.slice(0, at), version: id.slice(at + 1), ...rest };
    });
  }

  async verify(tx: WriteTx, { protocolId, version, by, at, demoOnly }: Verification): Promise<void> {
    await this.rows(tx, VERIFY_PROTOCOL, { id: `${protocolId}@${version}`, by, at, demoOnly, rev: tx.rev });
  }
}
