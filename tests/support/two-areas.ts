import { expect } from 'vitest';
import { answerOf, type Imported, newFolder } from '../commands/command-line.js';
import type { Ground } from './built-server.js';
import { ask } from './graph-questions.js';

export const PHONE = '15400095001';
/** One person as two hands in two areas write her; the phone is theirs both. */
export const HERE = { name: '蓝天竹', address: '望月街道丁香苑7号楼1单元303室' };
export const THERE = { id: 'west-person-77', name: '蓝天祝', birthOn: '1977-03-05', address: '汀南区东风路19号', phone: PHONE };

/** Database desks of the district beside that of `database1`, and of the city above both; their password is that of the demo's accounts. */
export const WEST = 'database-west';
export const ABOVE = 'database-above';

/** Opens the two desks, and brings her into both areas: a contact of a case of ours, and of one in the district beside. */
export async function knownInTwoAreas(ground: Ground): Promise<void> {
  await ask(
    ground,
    `MATCH (one:Account {login: 'database1'}) MATCH (home:Area {id: one.areaId}) MATCH (city:Area {id: home.parentId})
     MATCH (west:Area {parentId: city.id, outside: true}) WITH one, city, west ORDER BY west.id LIMIT 1
     UNWIND [[$west, west], [$above, city]] AS row WITH one, row[0] AS login, row[1] AS area
     MERGE (made:Account {login: login}) SET made += one {.role, .passwordHash, .mustChange, .demo, .createdAt, .rev}, made.id = 'account-' + login,
       made.name = login, made.areaId = area.id, made.areaPath = area.path`,
    { west: WEST, above: ABOVE },
  );
  const [{ west }] = (await ask(ground, 'MATCH (a:Account {login: $login}) RETURN a.areaId AS west', { login: WEST })) as [
    { west: string },
  ];
  const folder = newFolder();
  const bring = async (kind: string, name: string, lines: string[], as: string[]) => {
    const file = folder.write(`${name}.csv`, lines.join('\r\n'));
    expect(await answerOf<Imported>(['import', file, '--kind', kind, '--source', '', ...as], { ground })).toMatchObject({ rejected: 0 });
  };
  const { id, name, birthOn, address, phone } = THERE;
  await bring('places', 'places', ['place,name,category,area', `west-hall,西风礼堂,home,${west}`], []);
  await bring(
    'people',
    'people',
    ['person,name,birth_on,phone,address,area', `west-index,西风甲,,,,${west}`, `${id},${name},${birthOn},${phone},${address},${west}`],
    [],
  );
  await bring(
    'cases',
    'cases',
    ['case,person,category,onset_on,reported_at,area', `west-case,west-index,confirmed,2022-04-11,2022-04-13 08:00,${west}`],
    [],
  );
  const evening = 'west-hall,2022-04-10 18:00,2022-04-10 20:00,interview';
  await bring(
    'stays',
    'stays',
    ['stay,person,place,start,end,source', `west-stay-1,west-index,${evening}`, `west-stay-2,${id},${evening}`],
    [],
  );
  await bring(
    'contacts',
    'contacts',
    ['病例,姓名,联系电话,住址,末次暴露,判定', `demo-case-207,${HERE.name},${PHONE},${HERE.address},2022-04-12 08:30,密接`],
    ['--as', 'database1'],
  );
  folder.remove();
}

/** The two desks leave again. */
export async function closeDesks(ground: Ground): Promise<void> {
  await ask(ground, 'MATCH (a:Account) WHERE a.login IN $logins DETACH DELETE a', { logins: [WEST, ABOVE] });
}
