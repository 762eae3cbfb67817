import anyOverlap from './files/any-overlap.json' with { type: 'json' };
import cnCovid10t from './files/cn-covid-10t.json' with { type: 'json' };
import cnCovid20t from './files/cn-covid-20t.json' with { type: 'json' };
import cnCovidV8 from './files/cn-covid-v8.json' with { type: 'json' };
import cnCovidV84d from './files/cn-covid-v8-4d.json' with { type: 'json' };
import cnCovidV9 from './files/cn-covid-v9.json' with { type: 'json' };
import cnStCompanion from './files/cn-st-companion.json' with { type: 'json' };
import ebola from './files/ebola.json' with { type: 'json' };
import ecdcCovid2020 from './files/ecdc-covid-2020.json' with { type: 'json' };
import measlesCn from './files/measles-cn.json' with { type: 'json' };
import measlesUs from './files/measles-us.json' with { type: 'json' };
import meningo from './files/meningo.json' with { type: 'json' };
import mers from './files/mers.json' with { type: 'json' };
import mpoxCn2023 from './files/mpox-cn-2023.json' with { type: 'json' };
import mpoxWho from './files/mpox-who.json' with { type: 'json' };
import pertussis from './files/pertussis.json' with { type: 'json' };
import tbCnSchool from './files/tb-cn-school.json' with { type: 'json' };
import ukCovid2021 from './files/uk-covid-2021.json' with { type: 'json' };
import usCdcCovid2020 from './files/us-cdc-covid-2020.json' with { type: 'json' };
import whoCovid from './files/who-covid.json' with { type: 'json' };
import { parseProtocol } from './parse-protocol.js';
import type { Protocol } from './schema.js';

/** The protocol files that come with the program. None is verified: that is done by a named person in each deployment (rulings 15). */
const FILES: readonly Record<string, unknown>[] = [
  cnCovidV8,
  cnCovidV84d,
  cnCovidV9,
  cnCovid20t,
  cnCovid10t,
  cnStCompanion,
  whoCovid,
  usCdcCovid2020,
  ukCovid2021,
  ecdcCovid2020,
  measlesCn,
  measlesUs,
  ebola,
  mpoxWho,
  mpoxCn2023,
  tbCnSchool,
  mers,
  meningo,
  pertussis,
  anyOverlap,
];

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
