import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { chooseFreePort, type Neo4jServer } from '@tracewright/neo4j-local';

/** This file is compiled into a folder below its own. */
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What `npm start` gives it (tools/launch/api.mjs). */
const AS_STARTED = '--max-semi-space-size=64';

export interface Account {
  readonly login: string;
  readonly password: string;
  readonly role: string;
}

/** The server as `npm start` runs it, on a database of its own; it leaves when this process has gone, by the channel between them. */
export class BuiltApi {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    private readonly accounts: readonly Account[],
    /** Everything that it has printed so far. */
    readonly said: () => string,
  ) {}

  /** Resolves when it says that it is ready; in an empty database it makes the demo first. Throws with what it said when it ends before. */
  static async start({ uri, user, password, home }: Neo4jServer): Promise<BuiltApi> {
    const own = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, TRACEWRIGHT_HOME: home };
    const env = { ...process.env, ...own, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(await chooseFreePort()) };
    const child = spawn(process.execPath, [AS_STARTED, 'apps/api/dist/main.js'], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let said = '';
    const url = await new Promise<string>((resolve, reject) => {
      const hear = (chunk: Buffer): void => {
        said += chunk.toString();
        const ready = /^ready (\S+)$/m.exec(said)?.[1];
        if (ready) resolve(ready.replace(/\/$/, ''));
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
      child.once('exit', () => reject(new Error(`The server ended before it was ready:\n${said.slice(-4_000)}`)));
    });
    const accounts = [...said.matchAll(/^account (\S+) (\S+) (\S+)$/gm)].map(([, login = '', word = '', role = '']) => ({
      login,
      password: word,
      role,
    }));
    return new BuiltApi(child, url, accounts, () => said);
  }

  account(role: string): Account {
    const found = this.accounts.find((account) => account.role === role);
    if (!found) throw new Error(`The server named no account of the role ${role}.`);
    return found;
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }
}
