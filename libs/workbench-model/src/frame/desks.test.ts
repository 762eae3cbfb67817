import { ROLES, type Role } from '@tracewright/epi-core';
import { describe, expect, it } from 'vitest';
import { homeOf, queuesOf, railOf } from './desks.js';

describe('the rail', () => {
  it.each(Object.keys(ROLES) as Role[])('the home of %s stands in its rail', (role) => {
    expect(railOf(role).map(({ path }) => path)).toContain(homeOf(role).split('?')[0]);
  });
  it.each(Object.keys(ROLES) as Role[])('every list that %s must empty is at a desk of its rail', (role) => {
    const paths = railOf(role).map(({ path }) => path);
    expect(queuesOf(role).filter(({ path }) => !paths.includes(path.split('?')[0]!))).toEqual([]);
  });
  it('a crew sees neither cases nor contacts', () => {
    expect(railOf('crew').map(({ id }) => id)).toEqual(['tasks', 'crew']);
  });
});
