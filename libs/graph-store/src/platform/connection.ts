import neo4j, { type Driver } from 'neo4j-driver';

export interface Neo4jAddress {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

/** One driver per process. Integers arrive as numbers: every integer kept here is below 2^53 (epoch milliseconds, counts, revisions). */
export function connect(address: Neo4jAddress): Driver {
  return neo4j.driver(address.uri, neo4j.auth.basic(address.user, address.password), {
    disableLosslessIntegers: true,
    maxConnectionPoolSize: 50,
    connectionAcquisitionTimeout: 15_000,
    maxTransactionRetryTime: 15_000,
    userAgent: 'tracewright',
  });
}

/** With lossless integers off, a bare number is written as a float: whole numbers are wrapped, at any depth. `undefined` becomes null. */
export function toParameters(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return Number.isInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(toParameters);
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toParameters(inner)]));
  return value;
}
