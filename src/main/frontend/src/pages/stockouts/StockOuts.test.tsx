import { cleanup, render, screen } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import StockOuts from './StockOuts';

let runs: () => Response;

beforeEach(() => {
  runs = () => Response.json([]);
  vi.stubGlobal('fetch', async (address: string) => {
    const path = new URL(address, 'http://kefu').pathname;
    if (path === '/api/me') {
      return Response.json({ id: 'root', name: 'Root', groups: [{ id: 'camunda-admin', name: 'Administrators' }], language: 'en', chosenLanguage: null });
    }
    return path === '/api/people' ? Response.json([]) : runs();
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const opened = () => render(<LocationProvider><StockOuts /></LocationProvider>);

it('lets administrators begin a run, as the server does', async () => {
  opened();

  expect(await screen.findByRole('button', { name: 'Start' })).toBeTruthy();
});

it('says plainly for whom it is to those who may not look', async () => {
  runs = () => Response.json({ detail: 'This needs a member of Warehouse, Agents.', violations: [] }, { status: 403 });

  opened();

  expect(await screen.findByText('Stock-outs in bulk concern the warehouse, customer service and order clerks.')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();
});
