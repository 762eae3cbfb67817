import { PlainError } from '../neo4j-local/index.mjs';

/**
 * @typedef {{ live: boolean, allowHttp: boolean, host: string, port: number | undefined, publicUrl: string | undefined }} Options
 */

const USAGE = `Usage: npm start -- [--live] [--allow-http]
  --live         real work: no demo, one administrator, nothing installed by itself
  --allow-http   let a HOST beyond this machine be served without TLS
Environment: PORT, HOST, TRACEWRIGHT_PUBLIC_URL, TRACEWRIGHT_HOME, TRACEWRIGHT_CACHE, NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD.`;

/**
 * What was asked for, by arguments and environment; refused with a sentence when it cannot be meant (ruling 29).
 * @param {string[]} args @param {NodeJS.ProcessEnv} env
 * @returns {Options}
 */
export function readOptions(args, env) {
  const unknown = args.find((word) => !['--live', '--allow-http'].includes(word));
  if (unknown !== undefined) throw new PlainError(unknown === '--help' ? USAGE : `"${unknown}" is not an option.\n${USAGE}`);
  const options = {
    live: args.includes('--live'),
    allowHttp: args.includes('--allow-http'),
    host: env.HOST || '127.0.0.1',
    port: portFrom(env.PORT),
    publicUrl: env.TRACEWRIGHT_PUBLIC_URL || undefined,
  };
  refuseOpenDoor(options);
  return options;
}

/** @param {string | undefined} text */
function portFrom(text) {
  if (!text) return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new PlainError(`PORT is "${text}", which is not a port: give a number from 1 to 65535, or leave it out.`);
}

/** Sign-ins must not cross a network in clear text unless somebody has said so. @param {Options} options */
function refuseOpenDoor({ host, publicUrl, allowHttp }) {
  if (isLoopback(host) || allowHttp || publicUrl?.startsWith('https://')) return;
  throw new PlainError(
    `HOST=${host} would serve personal data beyond this machine without TLS: put a TLS proxy in front and set TRACEWRIGHT_PUBLIC_URL=https://…, or add --allow-http on a network that you trust.`,
  );
}

/** @param {string} host */
export function isLoopback(host) {
  return host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host);
}
