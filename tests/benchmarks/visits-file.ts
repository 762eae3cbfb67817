import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import type { StayColumns } from '@tracewright/exposure-index';

const CHUNK = 1 << 22;
/** Four whole numbers of at most eleven signs, each with the sign that ends it. */
const LONGEST_LINE = 48;
const [COMMA, NEWLINE, MINUS, ZERO] = [44, 10, 45, 48];

/** `person,place,s,e`, a line a visit, in the order of the rows. */
export function writeVisits(path: string, { person, place, start, end }: StayColumns): void {
  const file = openSync(path, 'w');
  const bytes = Buffer.alloc(CHUNK);
  let at = bytes.write('person,place,s,e\n');
  const put = (value: number, after: number): void => {
    let rest = Math.abs(value);
    if (value < 0) bytes[at++] = MINUS;
    let unit = 1;
    while (unit * 10 <= rest) unit *= 10;
    for (; unit >= 1; unit = Math.floor(unit / 10)) {
      const digit = Math.floor(rest / unit);
      bytes[at++] = ZERO + digit;
      rest -= digit * unit;
    }
    bytes[at++] = after;
  };
  for (let i = 0; i < start.length; i++) {
    put(person[i]!, COMMA);
    put(place[i]!, COMMA);
    put(start[i]!, COMMA);
    put(end[i]!, NEWLINE);
    if (at > CHUNK - LONGEST_LINE) {
      writeSync(file, bytes, 0, at);
      at = 0;
    }
  }
  writeSync(file, bytes, 0, at);
  closeSync(file);
}

/** The rows of such a file, ordinals 0, 1, 2 … At most `most` of them: the file says nothing of how many it holds. */
export function readVisits(path: string, most: number): StayColumns {
  const file = openSync(path, 'r');
  const bytes = Buffer.alloc(CHUNK);
  const columns = Array.from({ length: 4 }, () => new Int32Array(most));
  const [person, place, start, end] = columns as [Int32Array, Int32Array, Int32Array, Int32Array];
  let [row, column, value, sign, header] = [0, 0, 0, 1, true];
  for (let read = readSync(file, bytes); read > 0; read = readSync(file, bytes)) {
    let at = 0;
    if (header) at = bytes.indexOf(NEWLINE) + 1;
    header = false;
    for (; at < read; at++) {
      const byte = bytes[at]!;
      if (byte >= ZERO) value = value * 10 + byte - ZERO;
      else if (byte === MINUS) sign = -1;
      else {
        if (column === 0) person[row] = sign * value;
        else if (column === 1) place[row] = sign * value;
        else if (column === 2) start[row] = sign * value;
        else end[row++] = sign * value;
        column = byte === NEWLINE ? 0 : column + 1;
        value = 0;
        sign = 1;
      }
    }
  }
  closeSync(file);
  const ordinal = new Int32Array(row);
  for (let i = 0; i < row; i++) ordinal[i] = i;
  const cut = (all: Int32Array) => all.subarray(0, row);
  return { person: cut(person), place: cut(place), start: cut(start), end: cut(end), ordinal };
}
