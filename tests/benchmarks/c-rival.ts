import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Answer } from './answer.js';
import type { Case } from './questions.js';

const HEADER = 4_096;
const COLUMNS = [
  'rows',
  'cellsFrom',
  'rowsFrom',
  'longest',
  'entriesFrom',
  'entries',
  'placesSorted',
  'peopleSorted',
  'longRows',
  'longRowEnds',
  'longEntries',
  'longEntryEnds',
];

/** What the C program has to know of a segment's file, from the file's own header. */
function layoutOf(path: string): string[] {
  const head = Buffer.alloc(HEADER);
  const file = openSync(path, 'r');
  readSync(file, head);
  closeSync(file);
  const { size, minStart, lastStart, maxEnd, places, people, rowForm, entryForm, columns } = JSON.parse(head.toString()) as {
    readonly [name in 'size' | 'minStart' | 'lastStart' | 'maxEnd']: number;
  } & { readonly [name in 'places' | 'people']: { low: number; size: number } } & {
    readonly [name in 'rowForm' | 'entryForm']: { readonly [name in 'keyBits' | 'startBits' | 'lowBits' | 'overlong']: number };
  } & {
    readonly columns: readonly { name: string; length: number }[];
  };
  const offsets = new Map<string, number>();
  let at = HEADER;
  for (const { name, length } of columns) {
    offsets.set(name, at);
    at += length * 4;
  }
  const numbers = [
    size,
    minStart,
    lastStart,
    maxEnd,
    places.low,
    places.size,
    people.low,
    people.size,
    ...[rowForm, entryForm].flatMap(({ keyBits, startBits, lowBits, overlong }) => [keyBits, startBits, lowBits, overlong]),
  ];
  return [path, ...[...numbers, ...COLUMNS.map((name) => offsets.get(name) ?? 0)].map(String)];
}

/** Compiles the C program; null where there is no compiler. */
export function compileTwin(source: string, folder: string): string | null {
  const program = join(folder, 'c-twin');
  try {
    execFileSync('gcc', ['-O3', '-march=native', '-o', program, source], { stdio: ['ignore', 'ignore', 'inherit'] });
    return program;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** The same algorithm in C, on the files of the same index. */
export class CTwin {
  private readonly child;
  private readonly lines: Interface;

  constructor(program: string, files: string, people: number) {
    const segments = readdirSync(files).filter((name) => name.endsWith('.bin'));
    const layout = segments.flatMap((name) => layoutOf(join(files, name)));
    this.child = spawn(program, [String(people), ...layout], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.lines = createInterface(this.child.stdout);
  }

  /** Once its files are read. */
  ready = () => this.line();

  private async line(): Promise<string> {
    const [line] = (await once(this.lines, 'line')) as [string];
    return line;
  }

  async first(cases: readonly Case[], least: number): Promise<{ ms: number; answer: Answer }> {
    const answered = this.line();
    this.child.stdin.write(`${least} ${cases.length}\n${cases.map(({ person, from, to }) => `${person} ${from} ${to}\n`).join('')}`);
    const [ms, pairs, first, total, encounters, rows] = (await answered).split(' ').map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    return { ms, answer: { pairs, first, total, encounters, rows } };
  }

  close(): void {
    this.child.stdin.end();
  }
}
