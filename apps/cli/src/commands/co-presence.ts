import { formatInstant } from '@tracewright/epi-core';
import { coPresence } from '@tracewright/exposure-index';
import { LeftOut } from '../files/rows.js';
import { readPlaces, readStays } from '../files/stays-file.js';
import { answer } from '../platform/answers.js';
import { flag, instant, needed, number, readArguments, text, zone } from '../platform/arguments.js';
import { writeOut } from '../platform/file-access.js';
import type { Command } from './command.js';

export const coPresenceCommand: Command = {
  name: 'co-presence',
  usage: '--stays F [--min-seconds N=0] [--lag-seconds N=0] [--persons id,id…] [--places F] [--as-of T] [--out F.csv] [--errors F]',
  does: 'every pair of people who were at the same place at the same time',
  async run(args) {
    const { values } = readArguments(args, {
      stays: { type: 'string' },
      'min-seconds': { type: 'string' },
      'lag-seconds': { type: 'string' },
      persons: { type: 'string' },
      places: { type: 'string' },
      'as-of': { type: 'string' },
      out: { type: 'string' },
      errors: { type: 'string' },
    });
    const tz = zone(values);
    const leftOut = new LeftOut();
    const [file, asOf] = [needed(values, 'stays'), instant(values, 'as-of', tz)];
    const persons = new Set(
      (text(values, 'persons') ?? '')
        .split(',')
        .map((p) => p.trim())
        .filter(Boolean),
    );
    const question = { minSeconds: number(values, 'min-seconds', 0), lagSeconds: number(values, 'lag-seconds', 0), persons };
    const { places, at } = await readPlaces(text(values, 'places'), leftOut);
    const { stays } = await readStays({ file, tz, asOf, places, at, leftOut });
    const found = coPresence(stays, question);
    const out = text(values, 'out');
    if (out !== undefined)
      await writeOut(out, {
        name: 'co-presence',
        headers: ['person_a', 'person_b', 'stay_pairs', 'seconds', 'first_start', 'last_end'],
        rows: found.pairs.map((p) => [p.a, p.b, p.stayPairs, p.seconds, formatInstant(p.firstStart, tz), formatInstant(p.lastEnd, tz)]),
      });
    await leftOut.tell(text(values, 'errors'));
    const { pairs, ...rest } = found;
    const totals = { pairs: pairs.length, ...rest, ignored: leftOut.count };
    if (out !== '-')
      answer(flag(values, 'json'), totals, [
        `${totals.pairs} pairs of ${totals.persons} people, ${totals.stayPairs} pairs of stays, ${totals.seconds} seconds together.`,
      ]);
  },
};
