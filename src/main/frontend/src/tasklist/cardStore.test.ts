import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CardStore, type Card } from './cardStore';

const card = (taskId: string): Card => ({ taskId, caseNumber: `KF-${taskId}`, kind: 'product-return', owner: 'agent' });
const NOW = '2026-11-22T12:00:00Z';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the cards of a page', () => {
  it('are asked for in one call, however many they are', async () => {
    const ask = vi.fn((ids: readonly string[]) => Promise.resolve({ now: NOW, cards: ids.map(card) }));
    const store = new CardStore(ask);
    const heard = vi.fn();

    for (let i = 0; i < 30; i++) {
      store.listen(`t${i}`, heard);
    }
    await vi.advanceTimersByTimeAsync(100);

    expect(ask).toHaveBeenCalledTimes(1);
    expect(ask.mock.calls[0]![0]).toHaveLength(30);
    expect(heard).toHaveBeenCalledTimes(30);
    expect(store.get('t7')?.caseNumber).toBe('KF-t7');
  });

  it('are said again at once when the list is built anew, and asked for again after a while', async () => {
    const ask = vi.fn((ids: readonly string[]) => Promise.resolve({ now: NOW, cards: ids.map(card) }));
    const store = new CardStore(ask);
    const forget = store.listen('t1', () => undefined);
    await vi.advanceTimersByTimeAsync(100);

    forget();
    store.listen('t1', () => undefined);
    expect(store.get('t1')).toBeDefined();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(ask).toHaveBeenCalledTimes(1);

    await vi.advanceTimersByTimeAsync(60_000);
    store.listen('t1', () => undefined);
    await vi.advanceTimersByTimeAsync(100);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('remember a task without a case, and ask again where no answer came', async () => {
    const ask = vi.fn<(ids: readonly string[]) => Promise<{ now: string; cards: Card[] }>>()
      .mockRejectedValueOnce(new Error('no answer'))
      .mockResolvedValue({ now: NOW, cards: [] });
    const store = new CardStore(ask);

    store.listen('t1', () => undefined);
    await vi.advanceTimersByTimeAsync(100);
    expect(store.get('t1')).toBeUndefined();
    store.listen('t1', () => undefined);
    await vi.advanceTimersByTimeAsync(100);
    expect(store.get('t1')).toBeNull();
  });

  it('are forgotten when somebody else logs in, also those that are still on their way', async () => {
    let answer: (value: { now: string; cards: Card[] }) => void = () => undefined;
    const store = new CardStore(() => new Promise(resolve => {
      answer = resolve;
    }));
    store.listen('t1', () => undefined);
    await vi.advanceTimersByTimeAsync(100);

    store.forget();
    answer({ now: NOW, cards: [card('t1')] });
    await vi.advanceTimersByTimeAsync(100);

    expect(store.get('t1')).toBeUndefined();
  });

  it('are late by the time of the server', async () => {
    const store = new CardStore(() => Promise.resolve({ now: NOW, cards: [] }), () => 1_000);
    store.listen('t1', () => undefined);
    await vi.advanceTimersByTimeAsync(100);

    expect(new Date(store.now()).toISOString()).toBe('2026-11-22T12:00:00.000Z');
  });
});
