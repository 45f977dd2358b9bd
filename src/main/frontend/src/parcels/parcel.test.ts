import { describe, expect, it } from 'vitest';
import { contradicting, isLate, type ParcelEvent } from './parcel';

const event = (eventId: string, status: string, occurredAt = '2026-11-22T08:00:00+08:00', receivedAt = occurredAt): ParcelEvent =>
  ({ eventId, status, occurredAt, receivedAt, place: null });

describe('what couriers report', () => {
  it('is marked where it can’t be true after what was said before', () => {
    const events = [event('1', 'PICKED_UP'), event('2', 'DELIVERED'), event('3', 'IN_TRANSIT'), event('4', 'DELIVERED')];

    expect([...contradicting({ contradicted: true, events })]).toEqual(['3']);
  });

  it('is not marked in a parcel that came back and went out again', () => {
    const events = [event('1', 'RETURNING'), event('2', 'DELIVERED'), event('3', 'PICKED_UP'), event('4', 'DELIVERED')];

    expect(contradicting({ contradicted: true, events }).size).toBe(0);
    expect(contradicting({ contradicted: false, events: [event('1', 'DELIVERED'), event('2', 'LOST')] }).size).toBe(0);
  });

  it('is late if it comes an hour after it happened, whatever the zones', () => {
    expect(isLate(event('1', 'LOST', '2026-11-22T08:00:00+08:00', '2026-11-22T00:59:00Z'))).toBe(false);
    expect(isLate(event('1', 'LOST', '2026-11-22T08:00:00+08:00', '2026-11-22T01:00:00Z'))).toBe(true);
  });
});
