import { describe, expect, it } from 'vitest';
import { parseProfile, SHIPPED_PROFILES, shippedProfile, UnusableProfile } from './parse-profile.js';
import type { ProfileInput } from './profile.js';

const small = (): ProfileInput => ({
  name: 'SHOPS',
  columns: { title: ['shop'], town: [] },
  fields: [
    {
      name: 'title',
      compare: 'text',
      columns: { text: 'title' },
      parts: {
        text: { same: { m: 0.8, u: 0.001 }, near: { m: 0.1, u: 0.001 }, similar: { m: 0.05, u: 0.01 }, different: { m: 0.05, u: 0.98 } },
      },
    },
  ],
  passes: [{ name: 'title', keys: ['title.start'] }],
  thresholds: { match: 0.99, review: 0.5 },
  matchesPerRecord: 0.1,
});

const refused = (change: (profile: ProfileInput) => void): string => {
  const profile = small();
  change(profile);
  try {
    parseProfile(profile);
  } catch (error) {
    if (error instanceof UnusableProfile) return error.message;
    throw error;
  }
  return 'taken';
};

describe('profiles', () => {
  it.each(SHIPPED_PROFILES)('%s is usable, and each of its passes has a second key or keys that are rare', (name) => {
    expect(shippedProfile(name)?.name).toBe(name);
  });

  it('no other name is shipped', () => expect(shippedProfile('toString')).toBeNull());

  it('a small one of any table is taken, with what it leaves out filled in', () => {
    expect(parseProfile(small())).toMatchObject({ blockLimit: 500, clusterFrom: 0.5, vetoes: [], learning: { fromRecords: 200 } });
  });

  it.each<[string, (profile: ProfileInput) => void, RegExp]>([
    [
      'a comparison nobody has',
      (p) => {
        p.fields[0]!.compare = 'smell';
      },
      /compares as "smell", which is not one of .*latin-name/,
    ],
    [
      'a role that the comparison has not',
      (p) => {
        p.fields[0]!.columns = { colour: 'title' };
      },
      /"text" reads text, not "colour"/,
    ],
    [
      'a column that the profile does not name',
      (p) => {
        p.fields[0]!.columns = { text: 'height' };
      },
      /reads the column "height", which the profile does not name/,
    ],
    [
      'a level without chances',
      (p) => {
        p.fields[0]!.parts = { text: { same: { m: 0.8, u: 0.1 } } };
      },
      /no m and u for text: near, similar, different/,
    ],
    [
      'a pass by a key that is none',
      (p) => {
        p.passes = [{ name: 'x', keys: ['title.smell'] }];
      },
      /"text" has no key "smell": it has text, start/,
    ],
    [
      'a veto on a level that is none',
      (p) => {
        p.vetoes = [{ name: 'v', when: [{ part: 'title', levels: ['odd'] }], atMost: 'no', says: { zh: '', en: '' } }];
      },
      /"title" has no level "odd"/,
    ],
    [
      'a group of a part that is none',
      (p) => {
        p.groups = [{ count: 'cap', sides: [['height']], bits: 3 }];
      },
      /A group counts "height"/,
    ],
    [
      'thresholds the wrong way round',
      (p) => {
        p.thresholds = { match: 0.5, review: 0.9 };
      },
      /review lies above that of match/,
    ],
    [
      'a probability above 1',
      (p) => {
        p.thresholds = { match: 2, review: 0.9 };
      },
      /thresholds\.match/,
    ],
    [
      'a word that no profile has',
      (p) => {
        Object.assign(p, { colour: 'red' });
      },
      /colour/,
    ],
  ])('refuses %s', (_, change, reason) => expect(refused(change)).toMatch(reason));
});
