/** How to reach a Neo4j server. */
export interface Connection {
  uri: string;
  user: string;
  password: string;
}

export interface StartOptions {
  /** The folder of all state; default TRACEWRIGHT_HOME, else `.tracewright` in the project. */
  home?: string;
  /** The JVM's -Xmx, such as `512m` (the default, or TRACEWRIGHT_NEO4J_HEAP) or `2g`. */
  heap?: string;
  /** A home that is removed when the server stops or this process dies; a fresh temporary one unless `home` is given. */
  ephemeral?: boolean;
  /** The server outlives this process. Otherwise it dies with it, however that dies. */
  detached?: boolean;
  /** Start a managed server even when NEO4J_URI names another one; tests do (a test must not touch a real database). */
  ignoreEnvironment?: boolean;
  /** Where the Neo4j jars are kept; default TRACEWRIGHT_CACHE, else the user's cache folder. */
  cache?: string;
  /** Receives progress, a line each. */
  say?: (line: string) => void;
}

export interface Neo4jServer extends Connection {
  home: string;
  /** Undefined when NEO4J_URI names the server. */
  pid: number | undefined;
  /** It was running already, so `stop` of this handle leaves it alone. */
  reused: boolean;
  /** NEO4J_URI names it; nothing was started. */
  external: boolean;
  /** Settles when the server has ended, also by itself. */
  exited: Promise<{ code: number | null; signal: string | null }>;
  /** SIGTERM, then SIGKILL after the grace (10 s). */
  stop(graceMs?: number): Promise<void>;
}

export interface Status {
  /** `stale`: the process that the home remembers has ended without saying so. */
  state: 'running' | 'starting' | 'stopped' | 'stale';
  home: string;
  pid?: number;
  uri?: string;
  version?: string;
  java?: number;
  startedAt?: string;
}

/** A failure whose message is one sentence saying what to do; print the message alone. */
export class PlainError extends Error {}

/** The pinned version. */
export const NEO4J_VERSION: string;
/** The project's own folder. */
export const projectRoot: string;

/** The folder of all state, made absolute. */
export function homeFolder(home?: string): string;
/** The folder of what can be fetched again. */
export function cacheFolder(): string;

export function isInstalled(cache?: string): boolean;
/** Fetches the jars with Maven when they are not in the cache, and verifies their checksums every time. */
export function ensureInstalled(options?: { say?: (line: string) => void; cache?: string }): Promise<{ lib: string; version: string }>;

/** Starts the managed server of a home and waits until it answers; a running one is reused; NEO4J_URI starts none. */
export function start(options?: StartOptions): Promise<Neo4jServer>;
/** Stops the managed server of a home, whoever started it; false when there was none. */
export function stop(home?: string, options?: { graceMs?: number }): Promise<boolean>;
export function status(home?: string): Promise<Status>;
/** Stops the server and removes database and password. Does not ask. */
export function reset(home?: string): Promise<void>;
/** The end of the server's logs. */
export function logs(home?: string, lines?: number): string;

/** NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD when set, else the managed server of the home. Starts nothing. */
export function connection(home?: string): Connection;
export function connectionFromEnvironment(env?: Record<string, string | undefined>): Connection | undefined;

/** Whether a server answers and, with a user, takes the password; needs no driver. */
export function knock(
  server: { uri: string; user?: string; password?: string },
  timeoutMs?: number,
): Promise<'accepted' | 'refused' | 'unknown' | 'no-answer'>;

/** The sentence of a plain error, the stack of a surprise: a program's last word. */
export function explain(error: unknown): string;
/** Says what is going on when it takes longer than two seconds, and every ten seconds from then on. */
export function during<T>(say: (line: string) => void, what: string, work: Promise<T>): Promise<T>;
/** The last lines of a text. */
export function tail(text: string, lines?: number): string;

export function isFree(port: number, host?: string): Promise<boolean>;
/** A free port between 20000 and 32000, where no system takes ports for outgoing connections. */
export function chooseFreePort(host?: string): Promise<number>;
/** Who listens on a port, in words; `another program` when that cannot be found out. */
export function whoListens(port: number): string;

/** Refuses (PlainError) when the disk that holds a folder has too little room. */
export function requireFreeSpace(folder: string, neededMB: number, purpose: string): void;
/** Does some work while no other process does it; a lock whose owner has ended is taken over. */
export function withLock<T>(
  file: string,
  options: { what: string; waitMs?: number; say?: (line: string) => void },
  work: () => Promise<T> | T,
): Promise<T>;

/** The Java that a Neo4j version runs on; a PlainError says what to install. */
export function findJava(neo4jVersion: string): { path: string; version: number };
export function hasMaven(): boolean;

export function isRunning(pid: number): boolean;
export function describeProcess(pid: number): { parent: number; name: string } | undefined;
/** SIGTERM to a process group, then SIGKILL after the grace (4 s). */
export function endGroup(leader: number, graceMs?: number): Promise<void>;
/** What must not outlive this process, however it dies. */
export const guard: {
  watch(pid: number): void;
  forget(pid: number): void;
  watchGroup(leader: number): void;
  forgetGroup(leader: number): void;
  removeAtEnd(folder: string): void;
  keep(folder: string): void;
};
