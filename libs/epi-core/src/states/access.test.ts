import { describe, expect, it } from 'vitest';
import {
  DESKS,
  type DeskName,
  maskAddress,
  maskDocument,
  maskName,
  maskPhone,
  mayOpen,
  NEEDS_PURPOSE,
  PERSON_FIELDS,
  type PersonField,
  READS,
  ROLES,
  type Role,
  SIGHT,
  type Sight,
} from './access.js';

const WORDS: Record<string, Sight> = { F: 'full', M: 'masked', '-': 'absent' };

/**
 * Who sees what, written out a second time, a letter a field: F full, M masked, - absent. Fields in the order name, sex and age,
 * document, phone, address, area, class, exposure, case, needs, state.
 */
const SEEN: Record<Role, string> = {
  tracer: 'F F F F F F F F F F F',
  database: 'F F F F F F F F F F F',
  receiver: 'F F - M F F F - - F F',
  dispatcher: 'M F - M F F F - - F F',
  crew: 'F F - M F F - - - F F',
  site: 'F F F M M F F - - F F',
  police: 'F F F F F F - - - - F',
  commander: 'M F - - M F F - F - F',
  administrator: 'M - M M M F F - - - F',
};

const sights = Object.entries(SEEN).flatMap(([role, row]) =>
  row.split(' ').map((letter, i) => ({ role: role as Role, field: PERSON_FIELDS[i] as PersonField, sight: WORDS[letter] })),
);

describe('who sees which part of a person', () => {
  it('names every role and every field once', () => {
    expect(Object.keys(SEEN)).toEqual(Object.keys(ROLES));
    expect(sights).toHaveLength(Object.keys(ROLES).length * PERSON_FIELDS.length);
  });

  it.each(sights)('$role, $field: $sight', ({ role, field, sight }) => expect(SIGHT[role][field]).toBe(sight));

  it('whoever sees document, exposure and phone in full says first what for', () => {
    const everything = Object.keys(ROLES).filter((role) => SIGHT[role as Role].phone === 'full');
    expect([...NEEDS_PURPOSE].sort()).toEqual(everything.sort());
  });
});

/** Desks of each role, written out a second time. */
const OPEN: Record<Role, string> = {
  tracer: 'cases contacts ledger chains import export protocols',
  database: 'cases contacts duplicates pushes ledger chains import export protocols',
  receiver: 'received',
  dispatcher: 'transfer',
  crew: 'crew',
  site: 'site',
  police: 'received',
  commander: 'cases contacts pushes transfer ledger chains protocols',
  administrator: 'ledger import export accounts protocols identity audit',
};

const doors = Object.entries(OPEN).flatMap(([role, names]) =>
  DESKS.map((desk) => ({ role: role as Role, desk: desk as DeskName, open: names.split(' ').includes(desk) })),
);

describe('who opens which desk', () => {
  it.each(doors)('$role, $desk: $open', ({ role, desk, open }) => {
    expect(READS[role].has(desk)).toBe(open);
    expect(mayOpen(role, desk)).toBe(open);
  });
});

describe('masks', () => {
  it('keep of a name its first character, also where one takes two units', () => {
    expect([maskName('王晓明'), maskName('𠮷田'), maskName('')]).toEqual(['王**', '𠮷**', '']);
  });

  it('keep the ends of a document and a phone number, and nothing of short ones', () => {
    expect(maskDocument('34052419800101001X')).toBe('3405**********001X');
    expect(maskDocument('E12345')).toBe('****');
    expect(maskPhone('13800001234')).toBe('138****1234');
    expect(maskPhone('110')).toBe('****');
  });

  it('keep of an address what comes before the first number', () => {
    expect(maskAddress('和平路幸福小区３幢 2 单元 501')).toBe('和平路幸福小区…');
    expect(maskAddress('和平路')).toBe('和平路');
  });
});
