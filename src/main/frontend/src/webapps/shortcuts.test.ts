import { describe, expect, it } from 'vitest';
import { names, shortcutOf, shortcuts } from './shortcuts';

const CTRL_ALT = { ctrlKey: true, altKey: true };

function pressed(keys: KeyboardEventInit, withAltGr = false): KeyboardEvent {
  const event = new KeyboardEvent('keydown', keys);
  event.getModifierState = key => withAltGr && key === 'AltGraph';
  return event;
}

describe('a shortcut', () => {
  it('is found by its keys, also where a layout makes another character of them', () => {
    expect(shortcutOf(pressed({ ...CTRL_ALT, key: 'c', code: 'KeyC' }))).toBe('claimTask');
    expect(shortcutOf(pressed({ ...CTRL_ALT, key: 'Process', code: 'KeyN' }))).toBe('nextTask');
    expect(shortcutOf(pressed({ ctrlKey: true, key: 'Enter', code: 'NumpadEnter' }))).toBe('completeTask');
  });

  it('is none with other keys held, in the middle of a word that is being composed, or typed with AltGr', () => {
    expect(shortcutOf(pressed({ key: 'c', code: 'KeyC' }))).toBeUndefined();
    expect(shortcutOf(pressed({ ...CTRL_ALT, shiftKey: true, key: 'C', code: 'KeyC' }))).toBeUndefined();
    expect(shortcutOf(pressed({ key: 'Enter', code: 'Enter' }))).toBeUndefined();
    expect(shortcutOf(pressed({ ctrlKey: true, key: 'Enter', isComposing: true }))).toBeUndefined();
    expect(shortcutOf(pressed({ ...CTRL_ALT, key: 'c', code: 'KeyC' }, true))).toBeUndefined();
  });

  it('has keys of its own and says what it does', () => {
    expect(new Set(names.map(name => shortcuts[name].key)).size).toBe(names.length);
    expect(names.every(name => shortcuts[name].description.length > 3)).toBe(true);
  });
});
