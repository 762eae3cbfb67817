import anyOverlap from './files/any-overlap.json' with { type: 'json' };
import cnCovidV8 from './files/cn-covid-v8.json' with { type: 'json' };
import cnCovidV84d from './files/cn-covid-v8-4d.json' with { type: 'json' };
import cnCovidV9 from './files/cn-covid-v9.json' with { type: 'json' };
import whoCovid from './files/who-covid.json' with { type: 'json' };
import { parseProtocol } from './parse-protocol.js';
import type { Protocol } from './schema.js';

/** The protocol files that come with the program. None is verified: that is done by a named person in each deployment (rulings 15). */
const FILES: readonly Record<string, unknown>[] = [cnCovidV8, cnCovidV84d, cnCovidV9, whoCovid, anyOverlap];

export const shippedFile = (id: string): Record<string, unknown> | undefined => FILES.find((file) => file.id === id);

let parsed: readonly Protocol[] | undefined;

export function shippedProtocols(): readonly Protocol[] {
  parsed ??= FILES.map((file) => {
    const result = parseProtocol(file, shippedFile);
    if (result.kind === 'refused') throw new Error(`${String(file.id)}: ${result.reason}`);
    return result.protocol;
  });
  return parsed;
}

export const shippedProtocol = (id: string): Protocol | undefined => shippedProtocols().find((protocol) => protocol.id === id);

/** A protocol a user wrote; `basedOn` may name a shipped one. */
export const readProtocol = (json: unknown) => parseProtocol(json, shippedFile);
