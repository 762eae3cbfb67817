import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expireAccount, localOperator, lockAccount } from '@tracewright/investigation';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyGround, type OwnGround } from '../support/built-server.js';
import { opened } from '../support/graph-questions.js';
import { sharedGround } from '../support/with-server.js';
import { answerOf, command, newFolder } from './command-line.js';

const folder = newFolder();
const areas = folder.write('areas.csv', 'area,name,level,parent\nd,云泽区,district,\ns,望月街道,street,d\n');
afterAll(() => folder.remove());

describe('an empty database', () => {
  let ground: OwnGround;
  beforeAll(async () => {
    ground = await emptyGround();
  });
  afterAll(() => ground?.clear());
  const begun = async (): Promise<boolean> => {
    const { driver, deployment } = await opened(ground);
    await driver.close();
    return deployment !== null;
  };

  test.each([
    ['export', ['--out', '-', '--purpose', 'looking']],
    ['ledger', []],
    ['derive', ['--case', 'somebody']],
    ['backup', [`${folder.path}/nothing.tracewright`]],
  ])('%s says what to do, and nothing is begun', async (name, args) => {
    const ran = await command([name, ...args], { ground });
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toMatch(/This database is empty: start the workbench with `npm start`, or bring records with `import`\./);
    expect(await begun()).toBe(false);
  });

  test('doctor reports that it is empty, and begins nothing', async () => {
    expect(await answerOf(['doctor'], { ground })).toMatchObject({ ok: true, empty: true, demo: false });
    expect(await begun()).toBe(false);
  });

  test('a trial import begins nothing; an import begins it and says so', async () => {
    const list = ['import', '--kind', 'areas', areas];
    expect(await answerOf([...list, '--dry-run'], { ground })).toMatchObject({ batch: null, inserted: 2, rejected: 0 });
    expect(await begun()).toBe(false);
    const ran = await command(list, { ground });
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.stderr).toContain('a deployment without the demo begins in it');
    expect(await begun()).toBe(true);
  });

  test('from then on whoever reaches its server needs the secret of its home as well', async () => {
    const stranger = { home: folder.path, database: ground.database };
    const refused = await command(['ledger'], { ground: stranger });
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(/deployment of another home: set TRACEWRIGHT_HOME to that home, or TRACEWRIGHT_SECRET/);
    const secret = readFileSync(join(ground.home, 'secrets', 'deployment'), 'utf8');
    expect(await command(['ledger'], { ground: stranger, env: { TRACEWRIGHT_SECRET: secret } })).toMatchObject({ code: 0 });
    expect(await command(['ledger'], { ground: stranger, env: { TRACEWRIGHT_SECRET: `${secret}x` } })).toMatchObject({ code: 1 });
  });
});

describe('with --as, the account may do what its role opens and nothing else', () => {
  const ground = sharedGround();
  const EXPORT = ['export', '--out', '-', '--purpose', '上报名单'];
  const NEW_BACKUP = `${folder.path}/refused.tracewright`;

  test.each([
    ['crew1', EXPORT],
    ['receiver1', ['ledger']],
    ['commander1', EXPORT],
    ['commander1', ['derive', '--case', 'demo-case-207']],
    ['site1', ['derive', '--case', 'demo-case-207', '--protocol', 'CN-COVID-V8']],
    ['crew1', ['import', '--kind', 'areas', areas]],
    ['tracer1', ['backup', NEW_BACKUP]],
  ])('%s is refused %j', async (login, args) => {
    const ran = await command([...args, '--as', login], { ground });
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toMatch(new RegExp(`^The role of "${login}" does not open ${args[0]}: .+\\.$`, 'm'));
  });

  test('a tracer exports, a commander reads the ledger', async () => {
    expect(await command([...EXPORT, '--as', 'tracer1'], { ground })).toMatchObject({ code: 0 });
    expect(await command(['ledger', '--as', 'commander1'], { ground })).toMatchObject({ code: 0 });
  });

  test('nobody exports without saying what for; the purpose stands in the file and in the audit', async () => {
    const silent = await command(['export', '--out', '-'], { ground });
    expect(silent).toMatchObject({ code: 2, stdout: '' });
    expect(silent.stderr).toContain('--purpose');
    const { stdout } = await command(EXPORT, { ground });
    expect(stdout.split('\n')[0]).toContain('用途：上报名单；导出人：local-operator');
    const { driver, desk } = await opened(ground);
    const [last] = await desk.audit.page({ before: null, first: 1, who: 'local-operator', subject: null });
    await driver.close();
    expect(last).toMatchObject({ operation: 'export-contacts', purpose: '上报名单' });
  });

  test.each([
    ['tracer2', 'has expired'],
    ['tracer3', 'is locked'],
  ])('%s, whose account %s, is refused', async (login, why) => {
    const { driver, desk } = await opened(ground);
    const operator = localOperator('/', 'test');
    await (why === 'is locked'
      ? lockAccount(desk, operator, `account-${login}`)
      : expireAccount(desk, operator, `account-${login}`, desk.clock.now() - 1));
    await driver.close();
    const ran = await command([...EXPORT, '--as', login], { ground });
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain(`The account "${login}" ${why}`);
  });
});
