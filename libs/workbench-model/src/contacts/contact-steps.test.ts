import { describe, expect, it } from 'vitest';
import { contactQueryOf, exportAddress, withParams } from './contact-query.js';
import { mayStep, stepsOf } from './contact-steps.js';

const contact = { review: 'NEW', certainty: 'definite', changed: null, push: null, observation: null };

describe('steps of the contact list', () => {
  it('a tracer accepts and the database desk does not', () => {
    expect(stepsOf('tracer').map(({ step }) => step)).toEqual(['accept', 'confirm', 'exclude', 'reopen']);
    expect(stepsOf('database').map(({ step }) => step)).toEqual(['check', 'return', 'push']);
    expect(stepsOf('crew')).toEqual([]);
  });
  it('a possible one is confirmed, not accepted', () => {
    expect(mayStep('accept', { ...contact, review: 'POSSIBLE' })).toBe(false);
    expect(mayStep('confirm', { ...contact, review: 'POSSIBLE' })).toBe(true);
  });
  it('only who is checked and not yet told can be pushed', () => {
    expect(mayStep('push', { ...contact, review: 'CHECKED' })).toBe(true);
    expect(mayStep('push', { ...contact, review: 'CHECKED', push: 'SENT' })).toBe(false);
    expect(mayStep('push', { ...contact, review: 'ACCEPTED' })).toBe(false);
  });
  it('a change after acceptance is accepted like a new contact', () => {
    expect(mayStep('accept', { ...contact, review: 'CHECKED', changed: 'UPGRADED' })).toBe(true);
  });
});

describe('the list in the address', () => {
  it('reads back what it wrote and drops what is empty', () => {
    const params = withParams(new URLSearchParams('view=new&text=wang'), { cls: 'CLOSE', text: null });
    expect(contactQueryOf(params)).toEqual({ filter: { view: 'new', cls: 'CLOSE' }, sort: 'due' });
  });
  it('a word nobody knows is the whole list', () => {
    expect(contactQueryOf(new URLSearchParams('view=x&sort=y'))).toEqual({ filter: { view: 'all' }, sort: 'due' });
  });
  it('the export asks for the same people', () => {
    expect(exportAddress(contactQueryOf(new URLSearchParams('view=new&cls=CLOSE')), 'xlsx')).toBe(
      '/exports/contacts?format=xlsx&view=new&cls=CLOSE',
    );
  });
});
