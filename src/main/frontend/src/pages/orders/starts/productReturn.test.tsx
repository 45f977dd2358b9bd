import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Order } from '../api';
import productReturn from './productReturn';

const order: Order = {
  orderNumber: 'SO-1', currency: 'CNY', channel: null, paidAt: '2026-11-20T10:00:00+08:00', deliveredAt: null, freight: '0.00', discount: '0.00',
  paid: '30.00', promised: '0.00', refunded: '0.00', refundable: '30.00', freightRefunded: '0.00', shipments: [], surcharges: '0.00', cases: [],
  customer: { id: 'C-1', name: '王芳', phone: null, email: null,
    address: { province: null, city: null, district: null, street: null, postcode: null } },
  lines: [1, 2].map(line => ({ line, sku: `S${line}`, name: `Cup ${line}`, quantity: 3, returnedQuantity: 0, openQuantity: 0, leftQuantity: line === 1 ? 0 : 3,
    deliveredQuantity: 3, deliveredAt: null, unitPrice: '5.00', paidValue: '15.00', refunded: '0.00', refundable: '15.00', unitRefund: '5.00',
    cancelledQuantity: 0, unsentQuantity: 0 }))
};

interface Sent {
  readonly key: string | undefined;
  readonly body: unknown;
}

function opened(...answers: Response[]) {
  const calls: Sent[] = [];
  vi.stubGlobal('fetch', async (_: string, request: RequestInit) => {
    calls.push({ key: (request.headers as Record<string, string>)['Idempotency-Key'], body: JSON.parse(String(request.body)) });
    return answers[Math.min(calls.length, answers.length) - 1]!.clone();
  });
  const started: string[] = [];
  render(<productReturn.Form order={order} parcels={[]} onCancel={() => undefined} onStarted={number => started.push(number)} />);
  return { calls, started };
}

const STARTED = Response.json({ caseNumber: 'KF-2026-000001' }, { status: 201 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the form of a return', () => {
  it('makes one case of a double click', async () => {
    const { calls, started } = opened(STARTED);
    fireEvent.click(screen.getByLabelText(/Cup 2/));

    fireEvent.click(screen.getByText('Start the return'));
    fireEvent.click(screen.getByText('Start the return'));

    await waitFor(() => expect(started).toEqual(['KF-2026-000001']));
    expect(calls).toHaveLength(1);
    expect(calls[0]?.body).toMatchObject({ orderNumber: 'SO-1', lines: [{ line: 2, quantity: 3 }] });
  });

  it('says it once more under the same key when nobody knows whether it was heard', async () => {
    const { calls, started } = opened(new Response('', { status: 502 }), STARTED);

    fireEvent.click(screen.getByText('Start the return'));
    await screen.findByRole('alert');
    fireEvent.click(screen.getByText('Start the return'));

    await waitFor(() => expect(started).toHaveLength(1));
    expect(calls[0]?.key).toMatch(/^[0-9a-f]{32}$/);
    expect(calls[1]?.key).toBe(calls[0]?.key);
  });

  it('takes what was corrected meanwhile for something else', async () => {
    const { calls, started } = opened(new Response('', { status: 502 }), STARTED);
    fireEvent.click(screen.getByLabelText(/Cup 2/));
    fireEvent.click(screen.getByText('Start the return'));
    await screen.findByRole('alert');

    fireEvent.input(screen.getByLabelText('Quantity of line 2'), { target: { value: '1' } });
    fireEvent.click(screen.getByText('Start the return'));

    await waitFor(() => expect(started).toHaveLength(1));
    expect(calls[1]?.body).toMatchObject({ lines: [{ line: 2, quantity: 1 }] });
    expect(calls[1]?.key).not.toBe(calls[0]?.key);
  });

  it('shows a refusal beside the quantity that it is about, and keeps what was typed', async () => {
    opened(Response.json({ detail: 'x', violations: [{ field: 'lines[0].quantity', rule: 'RET-6', message: 'Two are left.' },
      { field: 'orderNumber', rule: 'RET-2', message: 'It is under way.' }] }, { status: 422 }));
    fireEvent.click(screen.getByLabelText(/Cup 2/));
    fireEvent.input(screen.getByLabelText('Quantity of line 2'), { target: { value: '9' } });

    fireEvent.click(screen.getByText('Start the return'));

    await screen.findByText('Two are left.');
    const quantity = screen.getByLabelText('Quantity of line 2');
    expect(quantity.getAttribute('aria-invalid')).toBe('true');
    expect((quantity as HTMLInputElement).value).toBe('9');
    expect(screen.getByText('It is under way.').className).toBe('kefu-alert');
  });

  it('offers no line of which nothing is left', () => {
    opened(STARTED);

    expect((screen.getByLabelText(/Cup 1/) as HTMLInputElement).disabled).toBe(true);
  });
});
