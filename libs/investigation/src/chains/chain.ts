import type { Instant } from '@tracewright/epi-core';
import type { Case } from '../cases/case-store.js';
import type { Person } from '../people/person-store.js';
import type { Desk } from '../platform/desk.js';
import type { Actor, Tx } from '../platform/unit-of-work.js';
import type { EventLink, ExposureLink } from './chain-store.js';

export interface ChainNode {
  readonly id: string;
  readonly kind: 'case' | 'contact' | 'place';
  /** The person's id, or the place's. */
  readonly subjectId: string;
  readonly caseNo: string | null;
  readonly person: Person | null;
  readonly placeName: string | null;
  readonly at: Instant | null;
  readonly category: string | null;
  readonly cls: string | null;
  readonly generation: number | null;
}
export interface ChainEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly state: 'recorded' | 'proposed' | 'definite' | 'possible';
  readonly at: Instant | null;
  readonly place: string | null;
}
export interface Chain {
  readonly nodes: readonly ChainNode[];
  readonly edges: readonly ChainEdge[];
  readonly components: number;
}

const MOST_CASES = 2_000;
const MOST_LINKS = 50_000;

/**
 * Cases, the people they exposed, the places where, events that exposed them, and who infected whom. Starts from `caseIds` (none: every
 * case of the area) and follows infections, names and shared events `degree` steps out. Nothing outside the asker's area is in it.
 */
export async function chain(desk: Desk, actor: Actor, caseIds: readonly string[], degree: number): Promise<Chain> {
  return desk.work.read(async (tx) => {
    const start = caseIds.length > 0 ? caseIds : await desk.chains.caseIds(tx, actor.areaPath, MOST_CASES);
    const { cases, infections, named } = await casesAround(desk, tx, actor, start, degree);
    const ids = [...cases.keys()];
    const exposures = await desk.chains.exposures(tx, ids, MOST_LINKS);
    const atEvents = await desk.chains.atEvents(tx, ids, MOST_LINKS);
    const personIds = [
      ...[...cases.values()].map((c) => c.personId),
      ...exposures.map((e) => e.personId),
      ...atEvents.map((e) => e.personId),
    ];
    const people = new Map((await desk.people.byIds(tx, [...new Set(personIds)])).map((p) => [p.id, p]));
    const places = new Map(
      (await desk.places.byIds(tx, [...new Set(exposures.flatMap((e) => e.placeId ?? []))])).map((p) => [p.id, p.name]),
    );
    const caseOfPerson = new Map([...cases.values()].map((c) => [c.personId, c.id]));
    const generations = generationsOf(ids, infections);
    const nodes = new Map<string, ChainNode>();
    for (const one of cases.values()) nodes.set(one.id, caseNode(one, people, generations.get(one.id) ?? null));
    const edges = new Map<string, ChainEdge>();
    for (const link of infections)
      if (cases.has(link.fromId) && cases.has(link.toId))
        edges.set(`${link.fromId}>${link.toId}`, {
          id: `${link.fromId}>${link.toId}`,
          from: link.fromId,
          to: link.toId,
          state: link.state,
          at: null,
          place: null,
        });
    // Who was named and became a case hangs on by that name, unless somebody said who infected whom.
    for (const { fromId, toId, first } of named)
      if (cases.has(fromId) && cases.has(toId) && !edges.has(`${fromId}>${toId}`))
        edges.set(`${fromId}>${toId}`, { id: `${fromId}>${toId}`, from: fromId, to: toId, state: 'definite', at: first, place: null });
    const building = { nodes, edges, people, places, caseOfPerson };
    for (const exposure of exposures) addExposure(exposure, building);
    for (const link of atEvents) addAtEvent(link, building);
    return { nodes: [...nodes.values()], edges: [...edges.values()], components: componentsOf(nodes.keys(), edges.values()) };
  });
}

async function casesAround(desk: Desk, tx: Tx, actor: Actor, start: readonly string[], degree: number) {
  const cases = new Map<string, Case>();
  let frontier = [...start];
  for (let step = 0; step <= Math.min(Math.max(degree, 0), 8) && frontier.length > 0; step++) {
    for (const one of await desk.cases.byIds(tx, frontier)) if (one.areaPath.startsWith(actor.areaPath)) cases.set(one.id, one);
    const links = [...(await desk.chains.infections(tx, frontier)), ...(await desk.chains.named(tx, frontier))];
    const met = (await desk.chains.atEvents(tx, frontier, MOST_LINKS)).flatMap((l) => l.caseId ?? []);
    frontier = [...new Set([...links.flatMap((l) => [l.fromId, l.toId]), ...met])].filter((id) => !cases.has(id));
  }
  const ids = [...cases.keys()];
  return { cases, infections: await desk.chains.infections(tx, ids), named: await desk.chains.named(tx, ids) };
}

const caseNode = (one: Case, people: ReadonlyMap<string, Person>, generation: number | null): ChainNode => ({
  id: one.id,
  kind: 'case',
  subjectId: one.id,
  caseNo: one.no,
  person: people.get(one.personId) ?? null,
  placeName: null,
  at: one.onsetOn !== null ? Date.parse(one.onsetOn) : (one.firstPositiveSampleAt ?? one.reportedAt),
  category: one.category,
  cls: null,
  generation,
});

interface Building {
  readonly nodes: Map<string, ChainNode>;
  readonly edges: Map<string, ChainEdge>;
  readonly people: ReadonlyMap<string, Person>;
  readonly places: ReadonlyMap<string, string>;
  readonly caseOfPerson: ReadonlyMap<string, string>;
}

/** The node of a person who is no case, or of their case; made when it is not there yet. */
function personNode(
  link: Pick<ExposureLink, 'personId' | 'contactId' | 'first'>,
  cls: string | null,
  { nodes, people, caseOfPerson }: Building,
): string {
  const id = caseOfPerson.get(link.personId) ?? link.contactId ?? link.personId;
  if (!nodes.has(id))
    nodes.set(id, {
      id,
      kind: 'contact',
      subjectId: link.contactId ?? link.personId,
      caseNo: null,
      person: people.get(link.personId) ?? null,
      placeName: null,
      at: link.first,
      category: null,
      cls,
      generation: null,
    });
  return id;
}

function addPlace(placeId: string, placeName: string, at: Instant | null, { nodes }: Building): void {
  if (!nodes.has(placeId))
    nodes.set(placeId, {
      id: placeId,
      kind: 'place',
      subjectId: placeId,
      caseNo: null,
      person: null,
      placeName,
      at,
      category: null,
      cls: null,
      generation: null,
    });
}

/**
 * From the event to whom it names, to the event from a case who was there. Somebody named who is no case is as sure as their determination,
 * else possible. Cases that are not in the picture are left out with their edge.
 */
function addAtEvent(link: EventLink, building: Building): void {
  const { nodes, edges } = building;
  if (link.caseId !== null && !nodes.has(link.caseId)) return;
  addPlace(link.placeId, link.placeName, link.first, building);
  const person = link.caseId ?? personNode(link, null, building);
  const [from, to] = link.visited ? [person, link.placeId] : [link.placeId, person];
  const id = `${from}>${to}`;
  if (!edges.has(id))
    edges.set(id, { id, from, to, state: link.caseId === null ? 'possible' : 'definite', at: link.first, place: link.placeName });
}

function addExposure(link: ExposureLink, building: Building): void {
  const { edges, places, caseOfPerson } = building;
  const to = personNode(link, link.cls, building);
  const from = link.viaPersonId === null ? link.caseId : (caseOfPerson.get(link.viaPersonId) ?? null);
  const place = link.placeId === null ? null : (places.get(link.placeId) ?? null);
  if (link.placeId !== null && place !== null && link.viaPersonId === null) addPlace(link.placeId, place, link.first, building);
  const add = (a: string, b: string) => {
    const id = `${a}>${b}`;
    if (a !== b && !edges.has(id))
      edges.set(id, { id, from: a, to: b, state: link.certainty === 'definite' ? 'definite' : 'possible', at: link.first, place });
  };
  // Two people who met at a place hang together through it, so a busy place is one node and not a thicket of edges.
  if (link.placeId !== null && place !== null && link.viaPersonId === null) {
    add(link.caseId, link.placeId);
    add(link.placeId, to);
  } else if (from !== null) add(from, to);
}

/** A case nobody is known to have infected is generation 1; a loop ends where it began. */
function generationsOf(ids: readonly string[], infections: readonly { fromId: string; toId: string }[]): Map<string, number> {
  const source = new Map(infections.map((l) => [l.toId, l.fromId]));
  const known = new Set(ids);
  return new Map(
    ids.map((id) => {
      const seen = new Set([id]);
      let at = id;
      for (let next = source.get(at); next !== undefined && known.has(next) && !seen.has(next); next = source.get(at)) {
        seen.add(next);
        at = next;
      }
      return [id, seen.size];
    }),
  );
}

function componentsOf(ids: Iterable<string>, edges: Iterable<{ from: string; to: string }>): number {
  const parent = new Map([...ids].map((id) => [id, id]));
  const root = (id: string): string => {
    let at = id;
    while (parent.get(at) !== at) {
      parent.set(at, parent.get(parent.get(at)!)!);
      at = parent.get(at)!;
    }
    return at;
  };
  for (const { from, to } of edges) if (parent.has(from) && parent.has(to)) parent.set(root(from), root(to));
  return new Set([...parent.keys()].map(root)).size;
}
