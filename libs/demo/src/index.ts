import { buildAddresses } from './addresses/demo-addresses.js';
import { teamLists } from './contacts/team-lists.js';
import { DEMO_SEED } from './demo-outbreak.js';
import type { DemoAddress, DemoTeamList } from './records.js';

export { buildAddresses } from './addresses/demo-addresses.js';
export { DEMO_SEED, demoOutbreak } from './demo-outbreak.js';
export type * from './records.js';
export { DEMO_NOW, DEMO_ZONE } from './seed/clock.js';

/** The addresses of the demo's seed. */
export const demoAddresses: readonly DemoAddress[] = buildAddresses(DEMO_SEED);

/** The lists of three teams about the demo's newest case, to be imported. */
export const demoTeamLists = (): readonly DemoTeamList[] => teamLists(DEMO_SEED);

/** A team's list as the file its team sends. */
export function teamListCsv({ rows }: DemoTeamList): string {
  const cells = rows.map((row) => [
    row.case,
    row.name,
    row.docNo,
    row.phone,
    row.address,
    row.lastExposureAt.slice(0, 16).replace('T', ' '),
    '密接',
  ]);
  return `\uFEFF${[['病例', '姓名', '证件号码', '联系电话', '住址', '末次暴露', '判定'], ...cells].map((line) => line.map((cell) => cell ?? '').join(',')).join('\r\n')}\r\n`;
}
