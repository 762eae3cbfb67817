import { bitsOf, bitsOfProbability, type Model, type Profile } from '@tracewright/linkage';
import { NAME_LENGTH } from './link-features.js';

const PLACES = Array.from({ length: NAME_LENGTH }, (_, i) => i);
const near = (column: string): string => `damerau_levenshtein(a.${column}, b.${column}) <= 1`;
const same = (column: string): string => `a.${column} = b.${column}`;

const DOCUMENT = `CASE WHEN a.dt IS NULL OR b.dt IS NULL THEN 0 WHEN ${same('dt')} THEN 1 WHEN a.dv AND b.dv THEN 4
  WHEN ${near('dt')} THEN 2 WHEN a.dr <> b.dr THEN 0 WHEN a.dr OR a.dt[1] = b.dt[1] THEN 3 ELSE 0 END`;

const APART = `(${PLACES.map((i) => `(a.c${i} <> b.c${i})::INT`).join(' + ')})`;
const LOOK = `(${PLACES.map((i) => `(a.c${i} <> b.c${i} AND (a.c${i} = 63 OR b.c${i} = 63 OR (a.l${i} > 0 AND a.l${i} = b.l${i})))`).join(' OR ')})`;
const HAN = `CASE WHEN a.ncalled OR b.ncalled THEN CASE WHEN ${same('nsurname')} THEN 5 ELSE 7 END
  WHEN ${same('nsound')} OR a.nt = b.nbehind OR b.nt = a.nbehind THEN 2 WHEN ${same('nfuzzy')} THEN 3
  WHEN a.nlen = b.nlen AND ${APART} = 1 AND ${LOOK} THEN 3
  WHEN a.nlen = b.nlen AND ((${APART} = 1 AND a.nlen > 2 AND ${same('nsurname')}) OR ${same('nsorted')}) THEN 4
  WHEN a.nlen = b.nlen + 1 AND b.nlen > 1 AND contains(a.nless, '|' || b.nt || '|') THEN 4
  WHEN b.nlen = a.nlen + 1 AND a.nlen > 1 AND contains(b.nless, '|' || a.nt || '|') THEN 4
  WHEN ${same('nsurname')} THEN 6 ELSE 7 END`;
/** One in letters, the other in Han characters. */
const across = (latin: string, han: string): string => `CASE
  WHEN length(${latin}.nsound) > 4 AND (damerau_levenshtein(${latin}.nsound, ${han}.nsound) <= 1 OR damerau_levenshtein(${latin}.nsound, ${han}.nturned) <= 1) THEN 3
  WHEN contains(${latin}.nheads, '|' || ${han}.nfirst || '|') THEN 5 ELSE 7 END`;
const ROMANISED = `CASE WHEN ${same('nsound')} OR a.nsound = b.nturned OR a.nturned = b.nsound THEN 2
  WHEN NOT a.nhan AND NOT b.nhan THEN CASE WHEN ${same('nwords')} THEN 2 WHEN ${near('nsound')} THEN 3 WHEN ${same('nsurname')} THEN 6 ELSE 7 END
  WHEN a.nhan THEN ${across('b', 'a')} ELSE ${across('a', 'b')} END`;
const NAME = `CASE WHEN a.nt IS NULL OR b.nt IS NULL THEN 0 WHEN ${same('nid')} THEN 1 WHEN a.nhan AND b.nhan THEN ${HAN} ELSE ${ROMANISED} END`;

const BIRTH = `CASE WHEN a.bd IS NULL OR b.bd IS NULL THEN 0
  WHEN a.bimpossible OR b.bimpossible THEN CASE WHEN a.bd <> b.bd AND ${near('bd')} THEN 3 ELSE 0 END
  WHEN ${same('bd')} THEN 1 WHEN ${same('byear')} AND a.bm = b.bday AND a.bday = b.bm THEN 3 WHEN ${near('bd')} THEN 3
  WHEN (${same('byear')})::INT + (${same('bm')})::INT + (${same('bday')})::INT = 2 THEN 4
  WHEN length(a.bd) = length(b.bd) AND hamming(a.bd, b.bd) <= 2 THEN 5 WHEN abs(a.bdays - b.bdays) <= 366 THEN 6 ELSE 7 END`;

const SEX = `CASE WHEN a.sx IS NULL OR b.sx IS NULL THEN 0 WHEN ${same('sx')} THEN 1 ELSE 2 END`;
const PHONE = `CASE WHEN a.ph IS NULL OR b.ph IS NULL THEN 0 WHEN ${same('ph')} THEN 1 WHEN ${near('ph')} THEN 2 ELSE 3 END`;

const FIGURES = `(a.afigures = '' OR b.afigures = '' OR ${same('afigures')})`;
const inside = (long: string, short: string): string =>
  `(length(${long}.acompound) > length(${short}.acompound) AND ((length(${short}.acompound) >= 2 AND ${long}.abare = ${short}.acompound) OR (length(${short}.acompound) >= 3 AND contains(${long}.acompound, ${short}.acompound) AND ${FIGURES})))`;
/** DuckDB counts edits in bytes; a Chinese character has three, so only lengths up to one apart are asked, and their characters. */
const COMPOUND = `(${same('acompound')} OR ${inside('a', 'b')} OR ${inside('b', 'a')} OR
  (least(length(a.acompound), length(b.acompound)) >= 4 AND abs(length(a.acompound) - length(b.acompound)) <= 1 AND ${FIGURES} AND one_edit(a.acompound, b.acompound)))`;
const agree = (column: string): string => `(a.${column} <> '' AND ${same(column)})`;
const against = (column: string): string => `(a.${column} <> '' AND b.${column} <> '' AND a.${column} <> b.${column})`;
const ADDRESS = `CASE WHEN a.acompound IS NULL OR b.acompound IS NULL THEN 0
  WHEN a.adoor = b.adoor AND a.atown = b.atown THEN 1
  WHEN a.acompound = '' OR b.acompound = '' THEN CASE WHEN a.atown = '' OR b.atown = '' THEN 0 WHEN ${same('atown')} THEN 4 ELSE 5 END
  WHEN NOT ${COMPOUND} THEN CASE WHEN ${agree('atown')} THEN 4 ELSE 5 END
  WHEN ${against('abuilding')} THEN 3 WHEN ${agree('aroom')} AND NOT ${against('aunit')} THEN 1
  WHEN ${agree('abuilding')} AND NOT ${against('aroom')} AND NOT ${against('aunit')} THEN 2 ELSE 3 END`;

export const LEVELS: Readonly<Record<string, string>> = {
  document: DOCUMENT,
  name: NAME,
  birth: BIRTH,
  sex: SEX,
  phone: PHONE,
  address: ADDRESS,
};

/** One insertion, deletion, change or swap of neighbours, character by character. */
export const ONE_EDIT = `CREATE OR REPLACE MACRO one_edit(x, y) AS (
  list_contains(list_transform(range(1, greatest(length(x), length(y)) + 1), lambda i: CASE
    WHEN length(x) = length(y) THEN (x[1:i-1] = y[1:i-1] AND (x[i+1:] = y[i+1:] OR (x[i:i] = y[i+1:i+1] AND x[i+1:i+1] = y[i:i] AND x[i+2:] = y[i+2:])))
    WHEN length(x) > length(y) THEN (x[1:i-1] = y[1:i-1] AND x[i+1:] = y[i:])
    ELSE (x[1:i-1] = y[1:i-1] AND y[i+1:] = x[i:]) END), true))`;

interface PassSql {
  readonly key: string;
  readonly second: string;
}
const short = '(byear % 100)';
const known = '(NOT bimpossible)';
const keyed = (...parts: readonly string[]): string => parts.map((part) => `(${part})::VARCHAR`).join(` || '|' || `);
const named = (column: string): string => `CASE WHEN NOT ncalled AND ${column} <> '' THEN ${column} END`;
const filled = (column: string): string => `nullif(${column}, '')`;
const day = `CASE WHEN ${known} THEN bd END`;
const monthDay = `CASE WHEN ${known} THEN least(bday, bm) * 100 + greatest(bday, bm) END`;
const year = `CASE WHEN ${known} THEN ${short} END`;
const room = `CASE WHEN aroom <> '' THEN acompound || '|' || abuilding || '|' || aroom END`;
const building = `CASE WHEN acompound <> '' THEN acompound || '|' || abuilding END`;

const KEYS: Readonly<Record<string, string>> = {
  'document.number': 'dt',
  'document.start': 'CASE WHEN dr THEN dt[1:14] END',
  'document.end': 'dt[-8:]',
  'document.middle': 'CASE WHEN dr THEN dt[5:12] || dt[15:17] END',
  'sex.choice': 'sx',
  'phone.phone': 'ph',
  'name.surname': filled('nsurname'),
  'name.sound': named('nsound'),
  'name.eitherWay': named('neither'),
  'name.fuzzy': named('nfuzzy'),
  'name.characters': named('nsorted'),
  'name.initial': filled('nsound[1:1]'),
  'name.givenFuzzy': 'ngivenfuzzy',
  'birth.day': day,
  'birth.monthDay': monthDay,
  'birth.shortYear': year,
  'address.compound': filled('acompound'),
  'address.building': building,
  'address.room': room,
};

const passesOf = ({ passes }: Profile): PassSql[] =>
  passes.map(({ keys, second }) => ({
    key: keyed(...keys.map((key) => KEYS[key]!)),
    second: keyed(...[...keys, ...second].map((key) => KEYS[key]!)),
  }));

/** DuckDB's hash of one text alone made three wrong pairs of 1.4 million; of the text in two positions it makes none. */
const hashed = (text: string): string => `hash(${text}, '~' || ${text})`;

/** The blocks: each record's key in every pass, the second one where the first has too many, none where that has too many as well. */
export function keysSql(profile: Profile): string {
  const limit = profile.blockLimit;
  const passes = passesOf(profile);
  const counted = passes
    .map(
      ({ key, second }, k) =>
        `${hashed(key)} AS h${k}, (${key}) IS NULL AS x${k}, ${hashed(second)} AS s${k}, (${second}) IS NULL AS y${k}`,
    )
    .join(', ');
  const sized = passes.map((_, k) => `CASE WHEN x${k} THEN 0 ELSE count(*) OVER (PARTITION BY x${k}, h${k}) END AS n${k}`).join(', ');
  const split = passes
    .map(
      (_, k) =>
        `CASE WHEN x${k} THEN NULL WHEN n${k} <= ${limit} THEN h${k} WHEN NOT y${k} THEN s${k} END AS e${k}, n${k} > ${limit} AS o${k}`,
    )
    .join(', ');
  const large = passes
    .map((_, k) => `CASE WHEN o${k} THEN count(*) OVER (PARTITION BY o${k}, e${k}) ELSE 0 END AS m${k}, e${k}`)
    .join(', ');
  const last = passes.map((_, k) => `CASE WHEN m${k} <= ${limit} THEN e${k} END AS k${k}`).join(', ');
  return `CREATE OR REPLACE TABLE keys AS WITH h AS (SELECT id, ${counted} FROM f), n AS (SELECT *, ${sized} FROM h), e AS (SELECT id, ${split} FROM n), m AS (SELECT id, ${large} FROM e) SELECT id, ${last} FROM m`;
}

/** Each pair once, by the first pass in which it meets. */
export function pairsSql({ passes }: Profile): string {
  const of = (_: unknown, k: number) =>
    `SELECT a.id AS a, b.id AS b FROM keys a JOIN keys b ON a.k${k} = b.k${k} AND a.id < b.id${Array.from({ length: k }, (__, j) => ` AND (a.k${j} = b.k${j}) IS NOT TRUE`).join('')}`;
  return `CREATE OR REPLACE TABLE pairs AS ${passes.map(of).join(' UNION ALL ')}`;
}

const BEFORE_COUNTING = 200;
const COUNTED: Readonly<Record<string, { readonly column: string; readonly exact: number }>> = {
  name: { column: 'n', exact: 2 },
  phone: { column: 'p', exact: 1 },
  address: { column: 'd', exact: 1 },
};

function bitsSql(part: string, bits: readonly number[], u: number): string {
  const counted = COUNTED[part];
  const rarity =
    counted &&
    `log2(${u} * (known.${counted.column} + ${BEFORE_COUNTING}) / (greatest(a.${counted.column}count, b.${counted.column}count) + ${BEFORE_COUNTING * u}))`;
  const rare = (level: number): string => {
    const own = bits[level - 1]!;
    if (level > counted!.exact) return `greatest(${Math.min(0, own)}, ${own} + least(0, ${rarity} / 2))`;
    return `greatest(${own} + ${rarity}, ${level < bits.length ? rare(level + 1) : '0'}, 0)`;
  };
  const of = (level: number): string => (counted && bits[level - 1]! > 0 ? rare(level) : String(bits[level - 1]!));
  return `CASE l_${part} ${bits.map((_, i) => `WHEN ${i + 1} THEN ${of(i + 1)}`).join(' ')} ELSE 0 END`;
}

/** Levels, bits, groups, vetoes and decisions of every pair, added up to one row. */
export function answerSql(profile: Profile, model: Model): string {
  const parts = model.parts.map(({ part }) => part);
  const levels = parts.map((part) => `${LEVELS[part]} AS l_${part}`).join(',\n ');
  const bits = model.parts.map((one) => `${bitsSql(one.part, bitsOf(one), one.u[0]!)} AS b_${one.part}`).join(',\n ');
  const positive = (side: readonly string[]): string => side.map((part) => `greatest(b_${part}, 0)`).join(' + ');
  const repeated = profile.groups.map(({ count, sides, bits: cap }) => {
    const all = sides.map((side) => `(${positive(side)})`);
    return count === 'largest' ? `(${all.join(' + ')} - greatest(${all.join(', ')}))` : `greatest(${all.join(' + ')} - ${cap}, 0)`;
  });
  const place = (part: string, level: string): number => model.parts.find((one) => one.part === part)!.levels.indexOf(level) + 1;
  const holds = (atMost: string): string =>
    profile.vetoes
      .filter((veto) => veto.atMost === atMost)
      .map(
        ({ when }) =>
          `(${when.map(({ part, levels: some }) => `l_${part} IN (${some.map((level) => (level === 'missing' ? 0 : place(part, level))).join()})`).join(' AND ')})`,
      )
      .join(' OR ');
  const { match, review } = profile.thresholds;
  return `WITH known AS (SELECT count(nt) AS n, count(ph) AS p, count(adoor) AS d FROM f),
 compared AS (SELECT p.a, p.b, a.ncount AS anc, b.ncount AS bnc, a.pcount AS apc, b.pcount AS bpc, a.dcount AS adc, b.dcount AS bdc, ${levels}
  FROM pairs p JOIN f a ON a.id = p.a JOIN f b ON b.id = p.b),
 weighed AS (SELECT a, b, ${parts.map((part) => `l_${part}`).join()}, ${bits.replaceAll('a.ncount', 'anc').replaceAll('b.ncount', 'bnc').replaceAll('a.pcount', 'apc').replaceAll('b.pcount', 'bpc').replaceAll('a.dcount', 'adc').replaceAll('b.dcount', 'bdc')} FROM compared, known),
 decided AS (SELECT a, b, ${parts.map((part, i) => `l_${part} * ${8 ** i}`).join(' + ')} AS pattern, ${bitsOfProbability(model.prior)} + ${parts.map((part) => `b_${part}`).join(' + ')} - ${repeated.join(' - ')} AS weight,
  ${holds('no')} AS never, ${holds('review')} AS looked FROM weighed)
 SELECT count(*)::DOUBLE AS pairs, count(*) FILTER (weight >= ${bitsOfProbability(match)} AND NOT never AND NOT looked)::DOUBLE AS matches,
  count(*) FILTER (weight >= ${bitsOfProbability(review)} AND NOT never AND (looked OR weight < ${bitsOfProbability(match)}))::DOUBLE AS reviews,
  sum(((a::BIGINT * 7919 + b) % 9973) * (pattern % 9967))::DOUBLE AS rows, round(sum(weight))::DOUBLE AS weight FROM decided`;
}

/** Counts by which a common value weighs less. */
export const COUNTS = `CREATE OR REPLACE TABLE f AS SELECT *, CASE WHEN nt IS NULL THEN 1 ELSE count(*) OVER (PARTITION BY nt) END AS ncount,
 CASE WHEN ph IS NULL THEN 1 ELSE count(*) OVER (PARTITION BY ph) END AS pcount, CASE WHEN adoor IS NULL THEN 1 ELSE count(*) OVER (PARTITION BY adoor) END AS dcount FROM raw`;
