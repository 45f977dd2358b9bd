import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FoundOrder } from './api';
import Orders from './Orders';

const ME = { id: 'lin', name: 'Lin', groups: [{ id: 'agents', name: 'Agents' }], language: 'en', chosenLanguage: null };

let asked: { address: string; body: unknown }[];

function order(orderNumber: string): FoundOrder {
  return { orderNumber, customerName: '王芳', phone: null, paidAt: '2026-11-01T10:00:00+08:00', state: 'DELIVERED', openUnits: 0, goods: '',
    foundBy: 'PHONE' };
}

beforeEach(() => {
  asked = [];
  history.replaceState(null, '', '/app/orders');
  vi.stubGlobal('fetch', async (address: string, request: RequestInit) => {
    if (address === '/api/me') {
      return Response.json(ME);
    }
    const body = JSON.parse(String(request.body)) as { query: string; page: number };
    asked.push({ address, body });
    return Response.json({ page: body.page, more: body.page === 0, orders: [order(`${body.query}-${body.page}A`), order('SO-2')] });
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function find(text: string) {
  const field = await screen.findByLabelText<HTMLInputElement>('Find an order');
  fireEvent.input(field, { target: { value: text } });
  fireEvent.submit(field.form!);
}

describe('what orders are looked for by', () => {
  it('never stands in an address, and yet stays with its entry of the history', async () => {
    render(<LocationProvider><Orders /></LocationProvider>);

    await find('138 0000 1234');
    await screen.findByText('138 0000 1234-0A');
    fireEvent.click(screen.getByText('Older orders'));
    await screen.findByText('138 0000 1234-1A');

    expect(asked).toEqual([
      { address: '/api/orders/search', body: { query: '138 0000 1234', page: 0 } },
      { address: '/api/orders/search', body: { query: '138 0000 1234', page: 1 } }
    ]);
    expect(decodeURIComponent(location.href)).not.toContain('1234');
    expect(history.state).toEqual({ sought: { query: '138 0000 1234', page: 1 } });
  });

  it('is found again by going back, and forgotten by beginning anew', async () => {
    history.replaceState({ sought: { query: 'Wang', page: 0 } }, '', '/app/orders?search=1');
    render(<LocationProvider><Orders /></LocationProvider>);
    await screen.findByText('Wang-0A');

    history.replaceState(null, '', '/app/orders');
    window.dispatchEvent(new PopStateEvent('popstate'));
    await waitFor(() => expect(screen.queryByText('Wang-0A')).toBeNull());
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Find an order').value).toBe(''));

    history.replaceState({ sought: { query: 'Li', page: 0 } }, '', '/app/orders?search=2');
    window.dispatchEvent(new PopStateEvent('popstate'));
    await screen.findByText('Li-0A');
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Find an order').value).toBe('Li'));
  });
});
