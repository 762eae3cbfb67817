import { readFile } from 'node:fs/promises';
import { type Protocol, type Read, readProtocol, shippedProtocol, unhandledFields } from '@tracewright/epi-core';
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
