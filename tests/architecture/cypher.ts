import { NODES, RELATIONSHIPS } from '@tracewright/graph-schema';

/** Written by the migrations themselves, in the form that neo4j-migrations reads. */
const OF_THE_MIGRATIONS = {
  labels: ['__Neo4jMigration'],
  types: ['MIGRATED_TO'],
};

/** Only what is compared with the catalog; the statement itself is compiled by Neo4j in the graph tests. */
export interface Reading {
  readonly labels: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
  /** `Label.key`, or `Label|Label.key` where a variable may be either. */
  readonly keys: ReadonlySet<string>;
}

const withoutText = (cypher: string): string =>
  cypher
    .replace(/\/\/.*$/gm, '')
    .replace(/'(?:[^'\\]|\\.)*'/g, "''")
    .replace(/"(?:[^"\\]|\\.)*"/g, '""');

/** A node pattern `(c:Case|Suspect {id: …`, a predicate `c:Case`, a relationship `[:OF|BY`. */
const NODE = /([A-Za-z_]\w*)?:([A-Z_]\w*(?:[|&:]!?[A-Z_]\w*)*)/g;
const RELATIONSHIP = /\[\s*(\w*)\s*:\s*([A-Z_]+(?:\|:?[A-Z_]+)*)[^\]]*\]/g;

/** Reads labels, relationship types and the keys used on variables whose label is known. */
export function readCypher(cypher: string): Reading {
  const text = withoutText(cypher);
  const types = new Set([...text.matchAll(RELATIONSHIP)].flatMap((match) => match[2]!.split(/\|:?/)));
  const nodes = text.replace(RELATIONSHIP, '[]');
  const labels = new Set<string>();
  const labelsOf = new Map<string, Set<string>>();
  const keys = new Set<string>();
  for (const match of nodes.matchAll(NODE)) {
    const [whole, variable = '', written = ''] = match;
    const several = written.split(/[|&:]!?/);
    for (const label of several) labels.add(label);
    if (variable) labelsOf.set(variable, new Set([...(labelsOf.get(variable) ?? []), ...several]));
    for (const key of keysOfMap(nodes.slice(match.index + whole.length))) keys.add(`${several.join('|')}.${key}`);
  }
  for (const [variable, several] of labelsOf) for (const key of keysUsedOn(variable, nodes)) keys.add(`${[...several].join('|')}.${key}`);
  return { labels, types, keys };
}

/** The keys of `{id: row.id, live: true}` when the text begins with one. */
function keysOfMap(text: string): string[] {
  const inside = /^\s*\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/.exec(text)?.[1] ?? '';
  return [...inside.replace(/\{[^{}]*\}|\[[^\]]*\]|\([^()]*\)/g, '').matchAll(/(?:^|,)\s*(\w+)\s*:/g)].map((match) => match[1]!);
}

/** `c.onsetOn`, and `c {.onsetOn}` of a projection. */
function keysUsedOn(variable: string, text: string): string[] {
  const direct = [...text.matchAll(new RegExp(`(?<![\\w.$])${variable}\\.(\\w+)`, 'g'))].map((match) => match[1]!);
  const projections = [...text.matchAll(new RegExp(`(?<![\\w.$:])${variable}\\s*\\{([^{}]*)\\}`, 'g'))];
  return [
    ...direct,
    ...projections.flatMap((match) =>
      [...match[1]!.matchAll(/\.(\w+)/g)].filter((m) => /[{,\s]/.test(before(match[1]!, m.index))).map((m) => m[1]!),
    ),
  ];
}

const before = (text: string, index: number): string => (index === 0 ? '{' : text[index - 1]!);

/** What a statement names and the catalog does not. */
export function notInCatalog(cypher: string): string[] {
  const { labels, types, keys } = readCypher(cypher);
  const nodes: Record<string, { properties: readonly string[] }> = NODES;
  const unknownKey = (entry: string): boolean => {
    const [several = '', key = ''] = entry.split('.');
    const known = several.split('|').filter((label) => label in nodes);
    return known.length > 0 && !known.some((label) => nodes[label]!.properties.includes(key));
  };
  return [
    ...[...labels].filter((label) => !(label in NODES) && !OF_THE_MIGRATIONS.labels.includes(label)).map((label) => `label ${label}`),
    ...[...types]
      .filter((type) => !(type in RELATIONSHIPS) && !OF_THE_MIGRATIONS.types.includes(type))
      .map((type) => `relationship ${type}`),
    ...[...keys].filter(unknownKey).map((entry) => `property ${entry}`),
  ];
}
