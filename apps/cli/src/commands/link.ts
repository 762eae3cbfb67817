import { type Linked, link, type Profile } from '@tracewright/linkage';
import { type ColumnWishes, checkWishes, type RecordsFile, readMap, readRecords } from '../files/records-file.js';
import { LeftOut } from '../files/rows.js';
import { answer, WrongUsage } from '../platform/answers.js';
import { flag, needed, readArguments, text, type Values } from '../platform/arguments.js';
import { writeOut } from '../platform/file-access.js';
import type { Command } from './command.js';
import { profileFor } from './profile-for.js';

const PROBABILITY_DIGITS = 6;
const WEIGHT_DIGITS = 3;

export const linkCommand: Command = {
  name: 'link',
  usage:
    '--records F --profile CN-PERSON|LATIN-PERSON|FILE.json [--against F2 [--against-id COL]] [--id COL] [--map field=COL,…] [--ignore COL,…] [--threshold X] [--out pairs.csv] [--clusters F.csv] [--errors F]',
  does: 'duplicates within a list, or who of one list is in another; probability from which a pair is a match: --threshold, else the profile says it',
  async run(args) {
    const { values } = readArguments(args, {
      records: { type: 'string' },
      against: { type: 'string' },
      profile: { type: 'string' },
      id: { type: 'string' },
      'against-id': { type: 'string' },
      map: { type: 'string' },
      ignore: { type: 'string' },
      threshold: { type: 'string' },
      out: { type: 'string' },
      clusters: { type: 'string' },
      errors: { type: 'string' },
    });
    const started = performance.now();
    const profile = withThreshold(await profileFor(needed(values, 'profile')), text(values, 'threshold'));
    const leftOut = new LeftOut();
    const { records, against } = await filesOf(values, profile, leftOut);
    const found = link({ profile, records: records.records, ...(against === null ? {} : { against: against.records }) });
    const files = { records, against };
    await writePairs(text(values, 'out'), found, files);
    const clusters = text(values, 'clusters') === undefined ? null : await writeClusters(needed(values, 'clusters'), found, files);
    await leftOut.tell(text(values, 'errors'));
    const matches = found.pairs.filter(({ decision }) => decision === 'match').length;
    const document = {
      records: records.records.length,
      ...(against === null ? {} : { against: against.records.length }),
      candidatePairs: found.candidatePairs,
      matches,
      reviews: found.pairs.length - matches,
      ...clusters,
      columns: { ...against?.columns, ...records.columns },
      ignored: leftOut.count,
      seconds: Math.round(performance.now() - started) / 1000,
    };
    // Standard output holds one thing.
    if (text(values, 'out') === '-' || text(values, 'clusters') === '-') return;
    answer(flag(values, 'json'), document, [
      `${document.records} records${against === null ? '' : ` against ${against.records.length}`}, ${document.candidatePairs} pairs looked at in ${document.seconds} s: ${matches} match, ${document.reviews} for review.`,
      ...(clusters === null ? [] : [sayClusters(clusters)]),
    ]);
  },
};

interface Files {
  readonly records: RecordsFile;
  readonly against: RecordsFile | null;
}

function withThreshold(profile: Profile, given: string | undefined): Profile {
  if (given === undefined) return profile;
  const match = given.trim() === '' ? Number.NaN : Number(given);
  if (!(match > 0 && match < 1)) throw new WrongUsage(`--threshold takes a probability between 0 and 1, not "${given}".`);
  return { ...profile, thresholds: { match, review: Math.min(profile.thresholds.review, match) } };
}

const listed = (values: Values, name: string): Set<string> =>
  new Set(
    (text(values, name) ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );

async function filesOf(values: Values, profile: Profile, leftOut: LeftOut): Promise<Files> {
  const [file, other] = [needed(values, 'records'), text(values, 'against')];
  if (other === undefined && text(values, 'against-id') !== undefined)
    throw new WrongUsage('--against-id names a column of the second file: write --against F2 too.');
  if (file === '-' && other === '-') throw new WrongUsage('--records and --against both want standard input: write one of them to a file.');
  if (text(values, 'out') === '-' && text(values, 'clusters') === '-')
    throw new WrongUsage('--out and --clusters both want standard output: write one of them to a file.');
  if (flag(values, 'json') && text(values, 'clusters') === '-')
    throw new WrongUsage('--clusters - and --json both want standard output: write one of them to a file.');
  const wishes: ColumnWishes = { map: readMap(text(values, 'map'), profile), ignore: listed(values, 'ignore') };
  const records = await readRecords({ file, profile, id: text(values, 'id'), idOption: 'id', wishes, leftOut });
  const against =
    other === undefined
      ? null
      : await readRecords({ file: other, profile, id: text(values, 'against-id'), idOption: 'against-id', wishes, leftOut });
  checkWishes(wishes, [...records.headers, ...(against?.headers ?? [])]);
  return { records, against };
}

/** Records are numbered through both files. */
const nameIn = ({ records, against }: Files, record: number): string => records.ids[record] ?? against!.ids[record - records.ids.length]!;

async function writePairs(file: string | undefined, { pairs }: Linked, files: Files): Promise<void> {
  if (file === undefined) return;
  const named = pairs.map((pair) => {
    const [one, other] = [nameIn(files, pair.a), nameIn(files, pair.b)];
    // Within one file the names decide who stands first, so that a file in another order gives the same answer.
    return { ...pair, names: files.against === null && other < one ? [other, one] : [one, other] };
  });
  named.sort((x, y) => y.weight - x.weight || (x.names.join('\u0000') < y.names.join('\u0000') ? -1 : 1));
  await writeOut(file, {
    name: 'pairs',
    headers: ['record_a', 'record_b', 'probability', 'weight', 'decision'],
    rows: named.map(({ names, probability, weight, decision }) => [
      ...names,
      probability.toFixed(PROBABILITY_DIGITS),
      weight.toFixed(WEIGHT_DIGITS),
      decision,
    ]),
  });
}

interface ClustersTold {
  readonly clusters: number;
  readonly largest: number;
  /** The link that holds least of all that hold a cluster together. */
  readonly weakest: { readonly record_a: string; readonly record_b: string; readonly weight: number } | null;
}

/** Every record with its cluster; of two files each row says also which file. */
async function writeClusters(file: string, found: Linked, files: Files): Promise<ClustersTold> {
  const clusters = found.clusters();
  const of = new Map(clusters.flatMap(({ members }, i) => members.map((member) => [member, i + 1] as const)));
  const first = files.records.ids.length;
  const count = first + (files.against?.ids.length ?? 0);
  const rows = Array.from({ length: count }, (_, record) => [
    nameIn(files, record),
    of.get(record)!,
    ...(files.against === null ? [] : [record < first ? 'records' : 'against']),
  ]);
  await writeOut(file, { name: 'clusters', headers: ['record', 'cluster', ...(files.against === null ? [] : ['file'])], rows });
  const weakest = clusters.flatMap((cluster) => cluster.weakest ?? []).sort((x, y) => x.weight - y.weight)[0];
  return {
    clusters: clusters.length,
    largest: Math.max(0, ...clusters.map(({ members }) => members.length)),
    weakest: weakest
      ? { record_a: nameIn(files, weakest.a), record_b: nameIn(files, weakest.b), weight: Number(weakest.weight.toFixed(WEIGHT_DIGITS)) }
      : null,
  };
}

const sayClusters = ({ clusters, largest, weakest }: ClustersTold): string =>
  `${clusters} clusters, the largest of ${largest}${weakest === null ? '' : `; the weakest link is ${weakest.record_a} – ${weakest.record_b} (${weakest.weight} bits)`}.`;
