import { describe, expect, it } from 'vitest';
import { type Command, chordOf, commandFor, findCommands, type KeyPress } from './keymap.js';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrl: false,
  shift: false,
  alt: false,
  composing: false,
  inField: false,
  ...more,
});
const command = (keys: string, when?: () => boolean): Command => ({
  id: keys,
  label: { zh: '推送', en: 'Push' },
  keys,
  when,
  run: () => {},
});

describe('keys', () => {
  it('P pushes, but not while Chinese is being composed', () => {
    expect(commandFor(press('p'), [command('P')])?.id).toBe('P');
    expect(commandFor(press('p', { composing: true }), [command('P')])).toBeNull();
    expect(commandFor(press('Process'), [command('P')])).toBeNull();
  });
  it('a focused field keeps its letters and gives up only Ctrl chords', () => {
    const all = [command('P'), command('Ctrl+S')];
    expect(commandFor(press('p', { inField: true }), all)).toBeNull();
    expect(commandFor(press('s', { inField: true, ctrl: true }), all)?.id).toBe('Ctrl+S');
  });
  it('a command that is not possible now does not take its key', () => {
    expect(commandFor(press('p'), [command('P', () => false)])).toBeNull();
  });
  it('Shift is part of a letter and not of a sign', () => {
    expect(chordOf(press('P', { shift: true }))).toBe('Shift+P');
    expect(chordOf(press('?', { shift: true }))).toBe('?');
    expect(chordOf(press(' '))).toBe('Space');
  });
  it('the palette finds by either language', () => {
    expect(findCommands('push', [command('P')])).toHaveLength(1);
    expect(findCommands('推', [command('P')])).toHaveLength(1);
    expect(findCommands('x', [command('P')])).toHaveLength(0);
  });
});
