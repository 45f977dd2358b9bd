import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../api';
import { Line, LONGEST_PAUSE, LONGEST_SILENCE, type LineState, type Source } from './line';
import { count, news, type Notice, type NoticePage } from './notices';

class FakeSource implements Source {
  readyState = 1;
  onerror: (() => unknown) | null = null;
  isClosed = false;
  private readonly ears = new Map<string, (event: { readonly data: string }) => void>();

  addEventListener(type: string, hear: (event: { readonly data: string }) => void): void {
    this.ears.set(type, hear);
  }

  close(): void {
    this.isClosed = true;
  }

  say(type: string, data: unknown = {}): void {
    this.ears.get(type)?.({ data: JSON.stringify(data) });
  }

  breaks(readyState: number): void {
    this.readyState = readyState;
    this.onerror?.();
  }
}

const empty: NoticePage = { unread: 0, more: false, latest: 0, now: '2026-11-22T12:00:00+08:00', notices: [] };

let sources: FakeSource[];
let states: LineState[];
let pages: NoticePage[];
let ask: () => Promise<NoticePage>;
let line: Line;

const last = (): FakeSource => sources[sources.length - 1]!;

beforeEach(() => {
  vi.useFakeTimers();
  sources = [];
  states = [];
  pages = [];
  ask = async () => empty;
  line = new Line({
    open: () => {
      const source = new FakeSource();
      sources.push(source);
      return source;
    },
    ask: () => ask(),
    onPage: page => pages.push(page),
    onState: state => states.push(state),
    chance: () => 1
  });
  line.open();
});

afterEach(() => {
  line.close();
  vi.useRealTimers();
});

describe('a line', () => {
  it('passes on what is new', () => {
    last().say('notices', { ...empty, unread: 1 });

    expect(pages).toEqual([{ ...empty, unread: 1 }]);
    expect(states).toEqual(['live']);
  });

  it('comes back a little later each time, and at once again after it has heard something', () => {
    last().breaks(0);
    expect(states).toEqual(['cutOff']);
    vi.advanceTimersByTime(999);
    expect(sources).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(sources).toHaveLength(2);
    last().breaks(0);
    vi.advanceTimersByTime(1_999);
    expect(sources).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(sources).toHaveLength(3);

    last().say('beat');
    last().breaks(0);
    vi.advanceTimersByTime(1_000);

    expect(sources).toHaveLength(4);
  });

  it('never waits longer than a minute', () => {
    for (let i = 0; i < 12; i++) {
      const before = sources.length;
      last().breaks(0);

      vi.advanceTimersByTime(LONGEST_PAUSE);

      expect(sources.length).toBeGreaterThan(before);
    }
  });

  it('is cut off when it is silent for too long', () => {
    last().say('beat');
    vi.advanceTimersByTime(LONGEST_SILENCE - 1);
    expect(states).toEqual(['live']);

    vi.advanceTimersByTime(1);

    expect(states).toEqual(['live', 'cutOff']);
    expect(sources[0]!.isClosed).toBe(true);
  });

  it('asks from now on where another page took its place', async () => {
    last().say('end', { why: 'REPLACED' });
    await vi.advanceTimersByTimeAsync(0);
    expect(pages).toHaveLength(1);

    await vi.advanceTimersByTimeAsync(LONGEST_PAUSE);

    expect(pages).toHaveLength(2);
    expect(sources).toHaveLength(1);
  });

  it('says that the login has ended', async () => {
    ask = async () => {
      throw new Problem(401, '');
    };

    last().say('end', { why: 'LOGIN' });
    await vi.advanceTimersByTimeAsync(0);

    expect(states).toEqual(['loggedOut']);
    expect(sources).toHaveLength(1);
  });

  it('finds out why it was refused', async () => {
    ask = async () => {
      throw new Problem(503, '');
    };

    last().breaks(2);
    await vi.advanceTimersByTimeAsync(0);

    expect(states).toEqual(['cutOff']);
  });

  it('is silent once it is closed', async () => {
    line.close();
    last().say('notices', empty);
    await vi.advanceTimersByTimeAsync(10 * LONGEST_PAUSE);

    expect(pages).toEqual([]);
    expect(sources).toHaveLength(1);
  });
});

describe('notices', () => {
  const notice = (id: number, isRead: boolean): Notice => ({ id, kind: 'TASK_FOR_ME', taskId: 't', key: null, task: 'Review',
    caseNumber: null, orderNumber: null, dueAt: null, at: '2026-11-22T10:00:00+08:00', isRead });

  it('are news when they are unread and newer than what was seen', () => {
    const page = { ...empty, notices: [notice(7, false), notice(6, true), notice(5, false)] };

    expect(news(page, 5).map(each => each.id)).toEqual([7]);
    expect(news(page, undefined)).toEqual([]);
  });

  it('are counted as far as anybody reads', () => {
    expect(count(undefined)).toBe('');
    expect(count(empty)).toBe('');
    expect(count({ ...empty, unread: 7 })).toBe('7');
    expect(count({ ...empty, unread: 99, more: true })).toBe('99+');
  });
});
