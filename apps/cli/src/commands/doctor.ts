import { freemem, totalmem } from 'node:os';
import { readMigrations } from '@tracewright/graph-schema';
import { readCounter } from '@tracewright/graph-store';
import { protocolsThatJudge } from '@tracewright/investigation';
import { homeFolder, NEO4J_VERSION, PlainError, status } from '@tracewright/neo4j-local';
import { answer, Refused } from '../platform/answers.js';
import { flag, readArguments } from '../platform/arguments.js';
import { EMPTY, withDatabase } from '../platform/database.js';
import type { Command } from './command.js';

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);
/** Below this a start of Neo4j fails or swaps. */
const LEAST_FREE_MB = 400;

/** What is said of a database that cannot be asked. */
const UNKNOWN = { neo4j: null, rev: null, auditEntries: null, indexWatermark: null, empty: null, demo: null, tz: null };

export const doctorCommand: Command = {
  name: 'doctor',
  usage: '',
  does: 'what is running, versions, memory, whether the audit chain is whole, every case has a protocol that judges it and the exposure index holds the stays of the database; exit code 1 when something is wrong',
  async run(args) {
    const { values } = readArguments(args, {});
    const wrong: string[] = [];
    const managed = process.env.NEO4J_URI ? null : await status(homeFolder());
    const needs = { command: 'doctor', desks: [], whenEmpty: 'leave' } as const;
    const found = await withDatabase(values, needs, async ({ driver, desk, deployment }) => {
      const info = await driver.getServerInfo();
      const { rev } = await readCounter(driver);
      const audit = await desk.audit.verify();
      await desk.exposures.begin();
      const exposures = await desk.work.read((tx) => desk.exposures.compare(tx));
      if (exposures && !exposures.same)
        wrong.push(
          `The exposure index holds ${exposures.index.stays} stays where the database has ${exposures.database.stays}, or other times: report this, and derive nothing before it is understood.`,
        );
      const orphaned = await desk.work.read(async (tx) => {
        const judges = await protocolsThatJudge(desk, tx);
        return (await desk.cases.byProtocol(tx)).filter(({ protocolId }) => !judges(protocolId));
      });
      for (const { protocolId, cases } of orphaned)
        wrong.push(`${cases} cases name the protocol ${protocolId}, of which no version is active: make one active, or give them another.`);
      if (audit.firstBreak) wrong.push(`The audit chain breaks at entry ${audit.firstBreak.seq}.`);
      return {
        neo4j: info.agent ?? '',
        rev,
        auditEntries: audit.entries,
        indexWatermark: exposures?.watermark ?? null,
        empty: deployment === null,
        demo: deployment?.demo ?? false,
        tz: deployment?.tz ?? '',
      };
    }).catch((error: unknown) => {
      // That the database cannot be used is the finding, not an accident.
      if (!(error instanceof Refused || error instanceof PlainError)) throw error;
      wrong.push(error.message);
      return null;
    });
    const free = megabytes(freemem());
    if (free < LEAST_FREE_MB) wrong.push(`Only ${free} MB of memory are free.`);
    const document = {
      ok: wrong.length === 0,
      wrong,
      node: process.version,
      pinnedNeo4j: NEO4J_VERSION,
      managed,
      ...(found ?? UNKNOWN),
      migrations: readMigrations().length,
      memory: { freeMb: free, totalMb: megabytes(totalmem()) },
    };
    answer(flag(values, 'json'), document, [
      `Node ${process.version}${found ? `, ${found.neo4j}, revision ${found.rev}, ${found.auditEntries} audit entries${found.demo ? ', demo' : ''}` : ''}.`,
      ...(found?.empty ? [EMPTY] : []),
      `Memory: ${free} of ${document.memory.totalMb} MB free.`,
    ]);
    if (wrong.length > 0) throw new Refused(wrong.join(' '));
  },
};
