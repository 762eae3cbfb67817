import { checkCharacter } from '@tracewright/epi-core';
import { describe, expect, it } from 'vitest';
import { newPerson } from '../people/find-or-make-person.js';
import { personFacts } from '../people/person-facts.js';
import { goldenValues } from './golden-values.js';

const VALID = `99010319800101001${checkCharacter('99010319800101001')}`;
const said = (at: number | null, id: string, words: Parameters<typeof personFacts>[0], more: object = {}) => ({
  person: { ...newPerson(id, personFacts(words).facts, []), ...more },
  saidAt: at,
});

describe('values of one person of whom two records tell', () => {
  it('takes name and birth from where a document is verified, though it is the older record', () => {
    const golden = goldenValues(
      said(2, 'kept', { name: '王阿姨', birthOn: '1979-01-01' }),
      said(1, 'gone', { name: '王小明', docNo: VALID, birthOn: '1980-01-01' }),
    );
    expect(golden).toMatchObject({ id: 'kept', name: '王小明', birthOn: '1980-01-01' });
  });

  it('takes the newest address, the longest of two as old, and never an empty one', () => {
    const home = (at: number | null, id: string, address: string | null) => said(at, id, { name: '王小明' }, { address });
    expect(goldenValues(home(1, 'kept', '桂花苑2号楼1单元201室'), home(2, 'gone', '桂花苑')).address).toBe('桂花苑');
    expect(goldenValues(home(1, 'kept', '桂花苑'), home(1, 'gone', '桂花苑2号楼')).address).toBe('桂花苑2号楼');
    expect(goldenValues(home(null, 'kept', '桂花苑'), home(2, 'gone', null)).address).toBe('桂花苑');
  });

  it('keeps the area that was confirmed, and what either needs', () => {
    const kept = said(1, 'kept', { name: '王小明' }, { areaState: 'PROPOSED', needs: ['wheelchair'] });
    const gone = said(1, 'gone', { name: '王小明' }, { areaState: 'CONFIRMED', areaPath: '/d/s/', areaId: 's', needs: ['dialysis'] });
    expect(goldenValues(kept, gone)).toMatchObject({ areaPath: '/d/s/', areaState: 'CONFIRMED', needs: ['wheelchair', 'dialysis'] });
    expect(goldenValues(gone, kept)).toMatchObject({ areaPath: '/d/s/', areaState: 'CONFIRMED' });
  });
});
