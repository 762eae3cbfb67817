import { type Protocol, shippedProtocols } from '@tracewright/epi-core';
import { draftProtocol, type StoredVersion } from '@tracewright/investigation';
import { answer, Refused, WrongUsage } from '../platform/answers.js';
import { flag, readArguments, text, type Values } from '../platform/arguments.js';
import { withDatabase } from '../platform/database.js';
import type { Command } from './command.js';
import { fileText, protocolFor, protocolOfDatabase } from './protocol-for.js';

export const protocolsCommand: Command = {
  name: 'protocols',
  usage: '[--show ID|FILE]   |   --written [--show ID@VERSION] [--as ACCOUNT]   |   --draft FILE [--found] [--replace] [--as ACCOUNT]',
  does: "the shipped protocols, their windows, rules and sources, or a file's; with --written the versions of the workbench's database; --draft stores a file there as a draft, --found as a new protocol, --replace as the new text of a draft",
  async run(args) {
    const { values } = readArguments(args, {
      show: { type: 'string' },
      written: { type: 'boolean' },
      draft: { type: 'string' },
      found: { type: 'boolean' },
      replace: { type: 'boolean' },
      as: { type: 'string' },
    });
    const [id, draft] = [text(values, 'show'), text(values, 'draft')];
    if (draft === undefined && (flag(values, 'found') || flag(values, 'replace')))
      throw new WrongUsage('--found and --replace say how a --draft is stored.');
    if (draft !== undefined) return saveDraft(values, draft);
    if (flag(values, 'written')) return id === undefined ? written(values) : showWritten(values, id);
    if (id !== undefined) return show(values, await protocolFor(id, 'stays and signals'));
    list(values, shippedProtocols());
  },
};

function list(values: Values, all: readonly Protocol[]): void {
  answer(
    flag(values, 'json'),
    all.map(({ id, name, version, validFrom, validTo, infectious, exposure, sources }) => ({
      ...{ id, name, version, validFrom, validTo },
      windows: infectious.length,
      rules: exposure.length,
      sources,
    })),
    all.map((p) => `${p.id}\t${p.version}\t${p.name?.en ?? ''}`),
  );
}

const day = (n: number | undefined): string | undefined => (n === undefined ? undefined : `+${n} d`);

/** A protocol to be read; with `--json` the whole file, which `derive --protocol FILE` takes. */
function show(values: Values, protocol: Protocol): void {
  const windows = protocol.infectious.map(
    ({ caseKind, anchors, startOffset, end }) =>
      `  infectious, ${caseKind}: ${anchors.join(' / ')} ${startOffset} d until ${[end.event, day(end.offset)].filter(Boolean).join(', ') || 'open'}`,
  );
  const rules = protocol.exposure.map(
    (r) =>
      `  ${r.id}: ${r.cls} (${r.decision}) ${r.settings.join(' ') || 'every setting'}${r.single ? `, at least ${r.single.min} min` : ''}${r.cumulative ? `, ${r.cumulative.min} min in all within ${r.cumulative.window}` : ''}`,
  );
  answer(flag(values, 'json'), protocol, [
    `${protocol.id} ${protocol.version} ${protocol.name?.en ?? ''}`,
    ...windows,
    ...rules,
    ...protocol.sources.map((s) => `  source: ${s}`),
    ...protocol.unverified.map((s) => `  unverified: ${s}`),
  ]);
}

const NEEDS = { command: 'protocols', desks: ['protocols'], whenEmpty: 'refuse' } as const;
const told = ({ id, protocolId, version, state, rev }: StoredVersion): object => ({ id, protocolId, version, state, rev });

const written = (values: Values): Promise<void> =>
  withDatabase(values, NEEDS, async ({ desk }) => {
    const all = await desk.work.read((tx) => desk.protocols.stored(tx));
    answer(
      flag(values, 'json'),
      all.map(told),
      all.map((one) => `${one.id}\t${one.state}`),
    );
  });

const showWritten = (values: Values, id: string): Promise<void> =>
  withDatabase(values, NEEDS, async ({ desk }) => show(values, await protocolOfDatabase(desk, id)));

async function saveDraft(values: Values, file: string): Promise<void> {
  const content = await fileText(file);
  await withDatabase(values, NEEDS, async ({ desk, actor }) => {
    const known = flag(values, 'replace') ? await draftOf(content, (id) => desk.work.read((tx) => desk.protocols.version(tx, id))) : null;
    const outcome = await draftProtocol(desk, actor, content, known?.rev ?? null, flag(values, 'found'));
    if (outcome.kind === 'protocol-version-saved')
      return answer(flag(values, 'json'), told(outcome.version), [`${outcome.version.id} is stored as a draft.`]);
    if (outcome.kind === 'invalid-input') throw new Refused(`${file}: ${outcome.fields.map(({ en }) => en).join(' ')}`);
    throw new Refused(`${file}: ${REFUSED[outcome.kind]}`);
  });
}

/** The draft whose text the file is to be, if there is one. */
async function draftOf(content: string, version: (id: string) => Promise<StoredVersion | null>): Promise<StoredVersion | null> {
  try {
    const { id, version: word = '1' } = JSON.parse(content) as { id?: unknown; version?: unknown };
    return await version(`${String(id)}@${String(word)}`);
  } catch (error) {
    // What is no JSON is refused by name where the draft is read.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const REFUSED = {
  'not-allowed': 'only an administrator writes protocols.',
  'version-fixed': 'this version was verified and is not changed any more: give the file another version.',
  'changed-meanwhile': 'there is a draft of this version already: look at it (--written --show), then store the file with --replace.',
} as const;
