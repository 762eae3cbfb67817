import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerOf, type Imported, newFolder } from '../commands/command-line.js';
import { emptyGround, type OwnGround } from '../support/built-server.js';
import { ask } from '../support/graph-questions.js';
import { chainOf, sizes } from './chain-view.js';
import { ownFile, publicFile, publicRows, withPublicData } from './public-data.js';

const FILES = ['cases', 'contacts', 'events', 'relationships'] as const;
type Of<T> = Record<(typeof FILES)[number], T>;

/** Facts, and what was derived from them, each with the revision that wrote it last. */
const EVERYTHING = `
  MATCH (n) WHERE any(label IN labels(n) WHERE label IN ['Area', 'Place', 'Person', 'SourceRecord', 'CaseEpisode', 'Stay', 'Evidence', 'Naming',
    'Version', 'Determination', 'Contact', 'Event'])
  RETURN labels(n)[0] AS label, n.id AS id, n.rev AS rev ORDER BY label, id`;

withPublicData('godata-trainingland', () => {
  const folder = newFolder();
  const files: Of<Record<string, string>[]> = {
    cases: publicRows('godata-trainingland/cases_clean.csv'),
    contacts: publicRows('godata-trainingland/contacts_clean.csv'),
    events: publicRows('godata-trainingland/events_clean.csv'),
    relationships: publicRows('godata-trainingland/relationships_clean.csv'),
  };
  const uuids = (name: (typeof FILES)[number]) => new Set(files[name].map((row) => row.uuid!));
  // Six contacts became cases and stand in both files under one uuid: to Go.Data a contact first.
  const kindOf = (uuid: string) => (['contacts', 'cases', 'events'] as const).find((name) => uuids(name).has(uuid))?.slice(0, -1);
  const links = files.relationships.map((row) => ({
    from: row.source_uuid!,
    to: row.target_uuid!,
    kind: `${kindOf(row.source_uuid!)}-${kindOf(row.target_uuid!)}`,
  }));
  const inGraph = (uuid: string) => `godata:${uuid}`;
  const ofKind = (kind: string) => links.filter((link) => link.kind === kind);
  const live = new Set(files.cases.filter((row) => row.classification !== 'NOT_A_CASE_DISCARDED').map((row) => row.uuid!));

  let ground: OwnGround;
  let done: Of<Imported>;
  const bring = async (): Promise<Of<Imported>> => {
    const answers: Partial<Of<Imported>> = {};
    for (const name of FILES) {
      const mapping = ['--mapping', ownFile(`godata-${name}.mapping.json`), '--errors', `${folder.path}/${name}.csv`];
      answers[name] = await answerOf<Imported>(['import', publicFile(`godata-trainingland/${name}_clean.csv`), ...mapping], { ground });
    }
    return answers as Of<Imported>;
  };

  beforeAll(async () => {
    ground = await emptyGround();
    done = await bring();
  });
  afterAll(async () => {
    await ground?.clear();
    folder.remove();
  });

  test('the files are those of the README: 56 cases, 66 contacts, 7 events, 100 relationships of five kinds', () => {
    expect(FILES.map((name) => files[name].length)).toEqual([56, 66, 7, 100]);
    const kinds = [...new Set(links.map((link) => link.kind))].sort();
    expect(kinds.map((kind) => [kind, ofKind(kind).length])).toEqual([
      ['case-case', 17],
      ['case-contact', 66],
      ['case-event', 1],
      ['contact-case', 3],
      ['event-case', 13],
    ]);
  });

  test('every record is in, or its row is in the error file with the reason', () => {
    for (const name of FILES) {
      const answer = done[name];
      expect(answer.rows).toBe(files[name].length);
      const refused = answer.rowsWithErrors === 0 ? [] : folder.rows(`${name}.csv`);
      expect(refused).toHaveLength(answer.rowsWithErrors);
      for (const { reason, row, uuid } of refused) {
        expect(reason).toMatch(/^\S.+\.$/);
        expect(uuid).toBe(files[name][Number(row) - 2]!.uuid);
      }
    }
    // One contact's telephone number is none, "+027 123 4567", so the relationship with them leads to nobody.
    expect(FILES.map((name) => done[name].rejected)).toEqual([0, 1, 0, 1]);
    expect(FILES.map((name) => done[name].updated)).toEqual([0, 0, 0, 0]);
    // The areas of a row are said again by many others: no second record. A relationship is one record.
    expect(done.relationships.inserted).toBe(99);
  });

  test('the refused rows, mended, come in by the same mappings', async () => {
    const again = (name: (typeof FILES)[number], from: string, to: string) =>
      answerOf<Imported>(
        [
          'import',
          folder.write(`mended-${name}.csv`, folder.read(`${name}.csv`).replace(from, to)),
          '--mapping',
          ownFile(`godata-${name}.mapping.json`),
        ],
        { ground },
      );
    expect(await again('contacts', "'+027 123 4567", '')).toMatchObject({ rows: 1, inserted: 1, unchanged: 3, rejected: 0 });
    expect(await again('relationships', '', '')).toMatchObject({ rows: 1, inserted: 1, rejected: 0 });
  });

  test('the graph holds what the files hold', async () => {
    const [{ n: counts } = { n: null }] = await ask(
      ground,
      `RETURN {people: COUNT {(:Person)}, cases: COUNT {(:CaseEpisode)}, events: COUNT {(:Place {category: 'event'})}, areas: COUNT {(a:Area) WHERE a.id STARTS WITH 'godata:'},
         namings: COUNT {(:Naming)}, stays: COUNT {(:Stay)}} AS n`,
    );
    const areas = [...files.cases, ...files.contacts, ...files.events].flatMap((row) =>
      [0, 1, 2, 3].map((i) => row[`admin_${i}_location_id`]),
    );
    expect(counts).toEqual({
      people: new Set([...uuids('cases'), ...uuids('contacts')]).size,
      cases: 56,
      events: 7,
      areas: new Set(areas.filter(Boolean)).size,
      namings: 99,
      stays: 1,
    });
    const categories = await ask(ground, 'MATCH (c:CaseEpisode) RETURN c.category AS category, count(c) AS n ORDER BY category');
    expect(categories.map(({ category, n }) => [category, n])).toEqual([
      ['confirmed', 31],
      ['excluded', 1],
      ['probable', 15],
      ['suspected', 9],
    ]);
  });

  test('contacts are those whom a case exposed and who are no case themselves', async () => {
    const expected = links.filter(({ from, to }) => live.has(from) && !live.has(to) && kindOf(to) !== 'event').map(({ to }) => inGraph(to));
    const contacts = await ask(ground, 'MATCH (c:Contact) RETURN c.personId AS id ORDER BY id');
    expect(contacts.map(({ id }) => id)).toEqual([...new Set(expected)].sort());
  });

  test('the chain view hangs together as the relationships do: 95 people and events in three pieces', async () => {
    const { nodes, edges } = await chainOf(ground);
    const pieces = sizes([...new Set(links.flatMap(({ from, to }) => [from, to]))], links);
    expect(pieces).toEqual([82, 8, 5]);
    const shown = sizes(
      nodes.map((node) => node.id),
      edges,
    );
    expect(shown.filter((size) => size > 1)).toEqual(pieces);
  });

  test('an event exposes whom it names, and is reached from the case who was there', async () => {
    const { nodes, edges } = await chainOf(ground);
    const places = nodes.filter((node) => node.kind === 'place');
    const names = new Map(files.events.map((row) => [inGraph(row.uuid!), row.event_name]));
    const named = new Set([...ofKind('event-case').map(({ from }) => from), ...ofKind('case-event').map(({ to }) => to)]);
    expect(places.map(({ id, placeName }) => [id, placeName]).sort()).toEqual(
      [...named].map((uuid) => [inGraph(uuid), names.get(inGraph(uuid))]).sort(),
    );
    const ends = (ids: Set<string>, end: 'from' | 'to') =>
      edges.flatMap(({ from, to }) => (ids.has(end === 'from' ? from : to) ? [`${from}>${to}`] : [])).sort();
    const events = new Set(places.map((node) => node.id));
    const written = (kind: string) =>
      ofKind(kind)
        .map(({ from, to }) => `${inGraph(from)}>${inGraph(to)}`)
        .sort();
    expect(ends(events, 'from')).toEqual(written('event-case'));
    expect(ends(events, 'to')).toEqual(written('case-event'));
    // The dates are those of the relationships, as days.
    const days = new Map(
      files.relationships.map((row) => [`${inGraph(row.source_uuid!)}>${inGraph(row.target_uuid!)}`, row.date_of_last_contact]),
    );
    for (const { id, at } of edges.filter(({ from, to }) => events.has(from) || events.has(to)))
      expect(new Date(at! + 8 * 3_600_000).toISOString().slice(0, 10)).toBe(days.get(id));
  });

  test('one step around a case that an event exposed: the event, everybody exposed there, and who had been there', async () => {
    const conference = files.events.find((row) => row.event_name?.startsWith('Conference'))!.uuid!;
    const exposed = ofKind('event-case').filter(({ from }) => from === conference);
    const { nodes, edges } = await chainOf(ground, [inGraph(exposed[0]!.to)], 1);
    for (const { to } of exposed) expect(edges).toContainEqual(expect.objectContaining({ from: inGraph(conference), to: inGraph(to) }));
    const [visit] = ofKind('case-event').filter(({ to }) => to === conference);
    expect(edges).toContainEqual(expect.objectContaining({ from: inGraph(visit!.from), to: inGraph(conference) }));
    expect(nodes.length).toBeLessThan(50);
  });

  test('the same files again change nothing: no new node, no new revision', async () => {
    const before = await ask(ground, EVERYTHING);
    const again = await bring();
    expect(FILES.map((name) => [again[name].inserted, again[name].updated, again[name].rejected])).toEqual([
      [0, 0, 0],
      [0, 0, 1],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(await ask(ground, EVERYTHING)).toEqual(before);
  });
});
