import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { RunPanel } from './RunPanel';
import { useRun } from './useRun';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Followed() {
  const run = useRun('7');
  return run.value ? <RunPanel run={run.value} everybody={[{ id: 'xu', name: 'Xu Wei', groups: [] }]} mayStop={false} onStopped={run.replace} /> : null;
}

it('follows a run by itself until it is over', async () => {
  const run = { id: '7', sku: 'LAMP', cause: 'OUT_OF_STOCK', startedBy: 'xu', startedAt: '2026-11-22T10:00:00+08:00', finishedAt: null, stoppedBy: null, status: 'RUNNING',
    total: 2, done: 1, opened: 1, skipped: 0, refused: 0,
    orders: [{ orderNumber: 'SO-1', status: 'OPENED', caseNumber: 'KF-2026-000001', reason: null }, { orderNumber: 'SO-2', status: 'TO_DO', caseNumber: null, reason: null }] };
  const over = { ...run, status: 'FINISHED', done: 2, refused: 1, orders: [run.orders[0], { orderNumber: 'SO-2', status: 'REFUSED', caseNumber: null, reason: 'All of it was sent.' }] };
  const ask = vi.fn().mockImplementationOnce(async () => Response.json(run))
    .mockImplementation(async () => Response.json({ ...over, orders: over.orders.slice(1) }));
  vi.stubGlobal('fetch', ask);

  render(<Followed />);
  await screen.findByText('1 of 2 orders: 1 new cases, 0 had one already, 0 refused');
  expect(screen.getByText('in turn')).toBeTruthy();

  await screen.findByText('Finished. 2 orders: 1 new cases, 0 had one already, 1 refused.', undefined, { timeout: 5_000 });
  expect(screen.getByText('All of it was sent.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'KF-2026-000001' })).toBeTruthy();
  const asked = ask.mock.calls.map(call => new URL(String(call[0]), 'http://kefu').search);
  expect(asked).toEqual(['', '?from=1&most=100', '?from=1']);
});
