import { type Instant, newIdProblem, type Protocol, shippedProtocol } from '@tracewright/epi-core';
import type { Desk } from '../platform/desk.js';
import type { Actor, Tx } from '../platform/unit-of-work.js';
import { versionId } from './protocol-of.js';
import type { StoredVersion } from './protocol-store.js';
import { type ProtocolProblem, readProtocolText } from './read-protocol-text.js';

export type ChangedVersion = { kind: 'changed-meanwhile'; by: string; at: Instant; rev: number };
export type DraftProtocolOutcome =
  | { kind: 'protocol-version-saved'; version: StoredVersion }
  | { kind: 'not-allowed' }
  | { kind: 'version-fixed' }
  | ChangedVersion
  | { kind: 'invalid-input'; fields: readonly ProtocolProblem[] };

/** Part of a key and of a sentence: short, and without what takes the key apart. */
const VERSION_WORD = /^[^@\s]{1,60}$/;

const versionFlaw = (zh: string, en: string): ProtocolProblem => ({ field: 'version', zh, en });

/** What makes a sound protocol no version of this deployment. */
function unfitVersion({ id, version }: Protocol): ProtocolProblem | null {
  if (!VERSION_WORD.test(version))
    return versionFlaw(
      `版本号“${version}”不能用：最多 60 个字符，不含空格和 @。`,
      `The version "${version}" cannot be used: at most 60 characters, no space and no @.`,
    );
  return shippedProtocol(id)?.version === version
    ? versionFlaw(`版本 ${version} 是随程序提供的版本：请另起版本号。`, `Version ${version} comes with the program: give another version.`)
    : null;
}

/** A protocol is founded on purpose: a slip in an id would make a protocol that no case is judged by. */
function unfitId(id: string, found: boolean, known: boolean): ProtocolProblem | null {
  const flaw = (zh: string, en: string): ProtocolProblem => ({ field: 'id', zh, en });
  if (found && known)
    return flaw(
      `编号 ${id} 已在使用：请另取编号，或为它写一个新版本。`,
      `The id ${id} is taken: take another, or write a version of that protocol.`,
    );
  if (known || (shippedProtocol(id) && !found)) return null;
  const problem = newIdProblem(id);
  if (problem) return { field: 'id', ...problem };
  return found
    ? null
    : flaw(
        `没有编号为 ${id} 的方案：请用“新建方案”建立，或沿用已有编号。`,
        `There is no protocol ${id} yet: found it as a new protocol, or keep the id of one.`,
      );
}

/** Who changed a version last, for the colleague who was a moment later. */
export async function changedVersion(desk: Desk, tx: Tx, one: StoredVersion): Promise<ChangedVersion> {
  const steps = [
    { by: one.draftedBy, at: one.draftedAt },
    { by: one.verifiedBy, at: one.verifiedAt },
    { by: one.activatedBy, at: one.activatedAt },
    { by: one.retiredBy, at: one.retiredAt },
  ];
  const last = steps.filter((step) => step.by !== null && step.at !== null).at(-1)!;
  const account = await desk.accounts.byId(tx, last.by!);
  return { kind: 'changed-meanwhile', by: account?.name ?? last.by!, at: last.at!, rev: one.rev };
}

/**
 * Stores a draft, or its new text; `rev` is the draft's revision that was edited, null for a new one. A version that somebody verified is
 * not changed any more. What a local variant takes from its parent is written out, and nobody's verification is taken over from a file.
 * `found` makes a protocol of an id that is not known yet; its versions go the same way, and no case is judged by it before one is active.
 */
export async function draftProtocol(
  desk: Desk,
  actor: Actor,
  text: string,
  rev: number | null,
  found = false,
): Promise<DraftProtocolOutcome> {
  if (actor.role !== 'administrator') return { kind: 'not-allowed' };
  const read = readProtocolText(text);
  if (read.kind !== 'read') return read;
  const { protocol } = read;
  const id = versionId(protocol.id, protocol.version);
  return desk.work.write(actor, 'draft-protocol', async (tx): Promise<DraftProtocolOutcome> => {
    const founded = (await desk.protocols.stored(tx)).some((one) => one.protocolId === protocol.id);
    const flaws = [unfitId(protocol.id, found, founded), unfitVersion(protocol)].filter((flaw) => flaw !== null);
    if (flaws.length > 0) return { kind: 'invalid-input', fields: flaws };
    const known = await desk.protocols.version(tx, id);
    if (known && known.state !== 'DRAFT') return { kind: 'version-fixed' };
    if (known && known.rev !== rev) return changedVersion(desk, tx, known);
    const version: StoredVersion = {
      id,
      protocolId: protocol.id,
      version: protocol.version,
      state: 'DRAFT',
      text: JSON.stringify({ ...protocol, basedOn: undefined, verifiedBy: undefined }, null, 2),
      draftedBy: actor.accountId,
      draftedAt: tx.now,
      verifiedBy: null,
      verifiedAt: null,
      activatedBy: null,
      activatedAt: null,
      retiredBy: null,
      retiredAt: null,
      rev: tx.rev,
    };
    await desk.protocols.save(tx, [version]);
    tx.touch(`protocol:${id}`);
    tx.announce('protocols', id);
    return { kind: 'protocol-version-saved', version };
  });
}
