import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readBy } from '../reader';
import { Bell } from './Bell';
import type { NoticePage } from './notices';

const task = { id: 7, kind: 'TASK_OVERDUE', taskId: 't', key: 'reviewReturn', task: 'Review return', caseNumber: 'KF-2036-000001',
  orderNumber: null, dueAt: '2036-11-19T12:00:00+08:00', at: '2036-11-19T12:00:00+08:00', isRead: false } as const;
let page: NoticePage;

beforeEach(() => {
  page = { unread: 1, more: false, latest: 7, now: '2036-11-22T12:00:00+08:00', notices: [task] };
  // Without a stream it asks; this page has the line
  Reflect.deleteProperty(globalThis, 'EventSource');
  Object.defineProperty(navigator, 'locks', { configurable: true,
    value: { request: (_: string, hold: () => Promise<never>) => hold() } });
  vi.stubGlobal('fetch', vi.fn(() => Promise.resolve(new Response(JSON.stringify(page), { status: 200 }))));
  readBy('agent');
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('says how late a task is by the server’s clock, and tells whoever logs in next their own news only', async () => {
  render(<Bell />);

  await screen.findByText('3 days late');
  page = { ...page, unread: 0, notices: [{ ...task, id: 8, task: 'Inspect goods', isRead: true }] };
  readBy('warehouse');

  await screen.findByText('Inspect goods');
  expect(screen.queryByText('Review return')).toBeNull();
});
