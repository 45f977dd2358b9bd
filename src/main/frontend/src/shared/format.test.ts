import { describe, expect, it } from 'vitest';
import { distance, moment } from './format';

describe('a moment', () => {
  it('is shown by the clock that the server told it in', () => {
    expect(moment('2026-11-22T23:05:59+08:00')).toBe('2026-11-22 23:05');
  });
});

describe('a distance', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');

  it('is told in its largest whole unit', () => {
    expect(distance('2026-11-20T11:00:00Z', now)).toEqual({ isPast: true, text: '2 days' });
    expect(distance('2026-11-22T14:59:00Z', now)).toEqual({ isPast: false, text: '2 hours' });
  });

  it('is no minute when it is less than one', () => {
    expect(distance('2026-11-22T12:00:30Z', now)).toEqual({ isPast: false, text: '0 minutes' });
  });
});
