import { rings } from '@tracewright/exposure-index';
import { LeftOut } from '../files/rows.js';
import { readPlaces, readStays } from '../files/stays-file.js';
import { answer, Refused } from '../platform/answers.js';
import { flag, instant, needed, number, readArguments, text, zone } from '../platform/arguments.js';
import type { Command } from './command.js';

export const ringsCommand: Command = {
  name: 'rings',
  usage: '--stays F --person ID [--min-seconds N=0] [--time-respecting] [--places F] [--as-of T] [--errors F]',
  does: 'how many people somebody met, and how many those met',
  async run(args) {
    const { values } = readArguments(args, {
      stays: { type: 'string' },
      person: { type: 'string' },
      'min-seconds': { type: 'string' },
      'time-respecting': { type: 'boolean' },
      places: { type: 'string' },
      'as-of': { type: 'string' },
      errors: { type: 'string' },
    });
    const tz = zone(values);
    const leftOut = new LeftOut();
    const [file, person, asOf] = [needed(values, 'stays'), needed(values, 'person'), instant(values, 'as-of', tz)];
    const minSeconds = number(values, 'min-seconds', 0);
    const { places, at } = await readPlaces(text(values, 'places'), leftOut);
    const { stays } = await readStays({ file, tz, asOf, places, at, leftOut });
    if (!stays.some((s) => s.person === person)) throw new Refused(`${file} has no usable stay of the person ${person}: check the id.`);
    const found = rings(stays, { person, minSeconds, timeRespecting: flag(values, 'time-respecting') });
    await leftOut.tell(text(values, 'errors'));
    answer(flag(values, 'json'), { ...found, ignored: leftOut.count }, [`First ring ${found.ring1} people, second ring ${found.ring2}.`]);
  },
};
