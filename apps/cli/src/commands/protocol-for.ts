import { readFile } from 'node:fs/promises';
import { type Protocol, type Read, readProtocol, shippedProtocol, unhandledFields } from '@tracewright/epi-core';
import { type Desk, protocolIn } from '@tracewright/investigation';
import { Refused } from '../platform/answers.js';
import { pathOf } from '../platform/file-access.js';

/** A shipped protocol by its id, or a file. A field that the derivation at hand does not handle is refused by name (ruling 9). */
export async function protocolFor(name: string, read: Read = 'stays'): Promise<Protocol> {
  const protocol = shippedProtocol(name) ?? (await fromFile(name));
  const unhandled = unhandledFields(protocol, read);
  if (unhandled.length > 0)
    throw new Refused(`The protocol ${protocol.id} uses what this derivation does not handle: ${unhandled.join(', ')}.`);
  return protocol;
}

/** The same for a command on the workbench's database: it knows the versions written there as well, as `id@version`, and what was founded there by its id. */
export async function protocolOfDatabase(desk: Desk, name: string): Promise<Protocol> {
  if (shippedProtocol(name)) return protocolFor(name);
  const stored = await desk.work.read(async (tx) => (await desk.protocols.version(tx, name)) ?? (await desk.protocols.active(tx, name)));
  return stored ? protocolIn(stored) : protocolFor(name);
}

export async function fileText(name: string): Promise<string> {
  return readFile(pathOf(name), 'utf8').catch((error: { code?: string }) => {
    throw new Refused(`${name} cannot be read: ${error.code}.`);
  });
}

async function fromFile(name: string): Promise<Protocol> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(pathOf(name), 'utf8'));
  } catch (error) {
    const missing = (error as { code?: string }).code === 'ENOENT';
    throw new Refused(
      missing
        ? `${name} is neither a shipped protocol ("protocols" lists them) nor a file.`
        : `${name} is not JSON: ${(error as Error).message}`,
    );
  }
  const parsed = readProtocol(json);
  if (parsed.kind === 'refused') throw new Refused(`${name}: ${parsed.reason}`);
  return parsed.protocol;
}
