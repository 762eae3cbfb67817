import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const flag = z
  .enum(['1', '0', ''])
  .optional()
  .transform((value) => value === '1');

const environment = z.object({
  NEO4J_URI: z.string().min(1),
  NEO4J_USER: z.string().default('neo4j'),
  NEO4J_PASSWORD: z.string().min(1),
  TRACEWRIGHT_HOME: z.string().default(join(homedir(), '.tracewright')),
  TRACEWRIGHT_LIVE: flag,
  TRACEWRIGHT_ALLOW_HTTP: flag,
  TRACEWRIGHT_PUBLIC_URL: z.url().optional(),
  TRACEWRIGHT_TZ: z.string().default('Asia/Shanghai'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  HOST: z.string().default('127.0.0.1'),
});

export interface Config {
  readonly neo4j: { readonly uri: string; readonly user: string; readonly password: string };
  readonly home: string;
  readonly live: boolean;
  /** Where people open it; with https the cookie is `Secure`. */
  readonly publicUrl: string | undefined;
  readonly tz: string;
  readonly port: number;
  readonly host: string;
}

/** Told to the launcher as one sentence; nothing was started. */
export class Refused extends Error {}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.');

/** Reads the environment once. A missing or unusable variable is refused by its name. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const read = environment.safeParse(env);
  if (!read.success) {
    const { path, message } = read.error.issues[0]!;
    throw new Refused(`${path.join('.')}: ${message}. Set it and start again (npm start does it by itself).`);
  }
  const e = read.data;
  const encrypted = e.TRACEWRIGHT_PUBLIC_URL?.startsWith('https://') ?? false;
  if (!isLoopback(e.HOST) && !encrypted && !e.TRACEWRIGHT_ALLOW_HTTP)
    throw new Refused(
      'HOST lets other machines in, and nothing encrypts the way: put TLS in front and set TRACEWRIGHT_PUBLIC_URL=https://…, or start with --allow-http.',
    );
  return {
    neo4j: { uri: e.NEO4J_URI, user: e.NEO4J_USER, password: e.NEO4J_PASSWORD },
    home: e.TRACEWRIGHT_HOME,
    live: e.TRACEWRIGHT_LIVE,
    publicUrl: e.TRACEWRIGHT_PUBLIC_URL,
    tz: e.TRACEWRIGHT_TZ,
    port: e.PORT,
    host: e.HOST,
  };
}
