import type { Role } from '@tracewright/epi-core';
import { HOME_DISTRICT } from '../areas/build-areas.js';
import type { DemoAccount, DemoArea, DemoTeam } from '../records.js';

const NUMBER = [...'一二三四五六'];

const account = (login: string, name: string, role: Role, more: Partial<DemoAccount> = {}): DemoAccount => ({
  login,
  name: `演示·${name}`,
  role,
  area: HOME_DISTRICT,
  site: null,
  vehicle: null,
  ...more,
});

const one = (
  role: Role,
  login: string,
  word: string,
  count: number,
  more: (i: number) => Partial<DemoAccount> = () => ({}),
): DemoAccount[] => Array.from({ length: count }, (_, i) => account(`${login}${i + 1}`, `${word}${NUMBER[i]}`, role, more(i)));

/** Named for what they do, so that nobody takes them for people. A receiver for each street and one for a single community. */
export function buildAccounts(areas: readonly DemoArea[]): DemoAccount[] {
  const streets = areas.filter((area) => area.level === 'street');
  const community = areas.find((area) => area.level === 'community')!;
  return [
    ...one('tracer', 'tracer', '流调', 3),
    ...one('database', 'database', '数据库', 2),
    ...streets.map((street, i) => account(`receiver${i + 1}`, `${street.name}接收`, 'receiver', { area: street.area })),
    account('community1', `${community.name}接收`, 'receiver', { area: community.area }),
    ...one('dispatcher', 'dispatcher', '调度', 1),
    ...one('crew', 'crew', '车组', 3, (i) => ({ vehicle: `demo-vehicle-${i + 1}` })),
    ...one('site', 'site', '隔离点', 3, (i) => ({ site: `demo-site-${i + 1}` })),
    ...one('police', 'police', '公安', 1),
    ...one('commander', 'commander', '指挥', 1),
    ...one('administrator', 'admin', '管理', 1),
  ];
}

export const buildTeams = (): DemoTeam[] =>
  ['一', '二', '三'].map((word, i) => ({
    team: `演示流调${word}组`,
    name: `流调${word}组`,
    area: HOME_DISTRICT,
    members: [`tracer${i + 1}`],
  }));
