import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Argon2Passwords, GraphRefused } from '@tracewright/graph-store';
import { About, ChangeFeed } from '@tracewright/graphql-api';
import helmet from 'helmet';
import { AppModule } from './app.module.js';
import { demoAccounts } from './http/demo-accounts.js';
import { demoLists } from './http/demo-lists.js';
import { readiness } from './http/readiness.js';
import { workbenchFiles } from './http/workbench-files.js';
import { ImportFiles } from './imports/import-files.js';
import { ImportJobs } from './imports/import-jobs.js';
import { type Config, Refused, readConfig } from './platform/config.js';
import { onThisMachine } from './platform/on-this-machine.js';
import { type Opened, openDesk } from './platform/open-desk.js';
import { ProtocolDerivations } from './platform/protocol-derivations.js';
import { SignIns } from './platform/sign-ins.js';
import { Surprises, whatFailed } from './platform/surprises.js';
import { warmUp } from './platform/warm-up.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const { version } = JSON.parse(readFileSync(here('../package.json'), 'utf8')) as { version: string };
/** What the launcher hears; it knows these first words. */
const tell = (word: 'progress' | 'ready' | 'account' | 'refused', text: string): void => void process.stdout.write(`${word} ${text}\n`);

const API = ['/graphql', '/imports', '/identity-labels', '/exports', '/print', '/demo-accounts', '/demo-lists', '/healthz', '/readyz'];
const isApi = (path: string): boolean => API.some((one) => path === one || path.startsWith(`${one}/`));

/** No script, style or picture from anywhere else: no page of ours loads anything from another origin (ruling 36). */
const SECURITY = helmet({
  contentSecurityPolicy: {
    directives: {
      defaultSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      connectSrc: ["'self'", 'ws:', 'wss:'],
      fontSrc: ["'self'", 'data:'],
      upgradeInsecureRequests: null,
    },
  },
  strictTransportSecurity: false,
});

async function serve(config: Config): Promise<void> {
  const feed = new ChangeFeed();
  const opened = await openDesk(config, feed, new Argon2Passwords(), (text) => tell('progress', text));
  const jobs = new ImportJobs(opened.desk, new ImportFiles(config.home));
  let address = config.publicUrl ?? '';
  const about = new About(opened.demo, version, () => address);
  const isHere = onThisMachine(config.publicUrl);
  const signIns = new SignIns(opened.desk, feed, () => config.publicUrl?.startsWith('https://') ?? false, isHere);
  const mayUpgrade = (origin: string | undefined, host: string | undefined) =>
    origin !== undefined && (origin === config.publicUrl || new URL(origin).host === host);
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.of({ desk: opened.desk, feed, about, signIns, jobs, mayUpgrade }),
    {
      logger: ['error', 'warn'],
    },
  );
  // Thousands of people are named by their ids, and a trajectory by all of its rows; files come through a door of their own.
  app.useBodyParser('json', { limit: '2mb' });
  app.useGlobalFilters(new Surprises(app.getHttpAdapter()));
  app.use(SECURITY);
  app.use('/demo-accounts', demoAccounts(opened.demo, opened.accounts, isHere));
  app.use('/demo-lists', demoLists(opened.demo));
  app.use('/healthz', (_req: unknown, res: { json(body: object): void }) => res.json({ ok: true }));
  app.use(
    '/readyz',
    readiness(() => opened.driver.verifyConnectivity()),
  );
  app.use(workbenchFiles(here('../../workbench/dist'), isApi));
  leaveInOrder(app, opened);
  // Longer than anybody in front keeps a connection: one that the server closes first is lost to whoever was about to ask (Node's own is 5 s).
  (app.getHttpServer() as Server).keepAliveTimeout = 75_000;
  await listen(app, config);
  const { port } = (app.getHttpServer() as Server).address() as { port: number };
  address ||= `http://${config.host}:${port}`;
  for (const { login, password, role } of opened.accounts) tell('account', `${login} ${password} ${role}`);
  await jobs.resume();
  void new ProtocolDerivations(opened.desk, feed).follow();
  tell('ready', address);
  warmUp(opened.desk).catch((error: unknown) => console.error('warm-up', whatFailed(error)));
}

async function listen(app: NestExpressApplication, config: Config): Promise<void> {
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    if ((error as { code?: string }).code === 'EADDRINUSE')
      throw new Refused(`Port ${config.port} is taken by another program: stop it, or choose another with PORT=….`);
    throw error;
  }
}

/** What is being answered is answered first; then the driver closes. Leaves when the launcher has gone, too. */
function leaveInOrder(app: NestExpressApplication, { driver }: Opened): void {
  let leaving = false;
  const leave = async (): Promise<void> => {
    if (leaving) return;
    leaving = true;
    setTimeout(() => process.exit(0), 1_500).unref();
    await app.close().catch(() => {});
    await driver.close().catch(() => {});
    process.exit(0);
  };
  process.once('SIGTERM', () => void leave());
  process.once('SIGINT', () => void leave());
  process.once('disconnect', () => void leave());
}

try {
  await serve(readConfig(process.env));
} catch (error) {
  if (error instanceof Refused || error instanceof GraphRefused) tell('refused', error.message);
  else console.error(whatFailed(error));
  process.exit(1);
}
