import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Parcel } from '../../../parcels/parcel';
import type { Order, OrderLine } from '../api';
import stockOut from './stockOut';
import undeliverableParcel from './undeliverableParcel';

const line = (number: number, unsent: number) => ({ line: number, sku: `S${number}`, name: `Cup ${number}`, quantity: 3, unsentQuantity: unsent, leftQuantity: 3 }) as OrderLine;
const order = { orderNumber: 'SO-1', lines: [line(1, 0), line(2, 3), line(3, 1)] as readonly OrderLine[] } as Order;
const parcel: Parcel = { orderNumber: 'SO-1', leg: 'TO_CUSTOMER', purpose: 'ORDER', caseNumber: null, courier: 'YTO', trackingNumber: 'YT1', lines: [],
  sentAt: null, state: 'FAILED_ATTEMPT', failedAttempts: 1, since: null, place: null, contradicted: false, events: [] };
const parcels = [{ ...parcel, trackingNumber: 'YT0', state: 'DELIVERED' }, parcel];

function opened(start: typeof stockOut, answer: Response) {
  const bodies: unknown[] = [];
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
    bodies.push([path, JSON.parse(String(request.body))]);
    return answer.clone();
  });
  const started: string[] = [];
  render(<start.Form order={order} parcels={parcels} onCancel={() => undefined} onStarted={number => started.push(number)} />);
  return { bodies, started };
}

const STARTED = Response.json({ caseNumber: 'KF-2026-000001' }, { status: 201 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('a stock-out that is reported', () => {
  it('is about all that has not left, unless somebody says otherwise', async () => {
    const { bodies, started } = opened(stockOut, STARTED);

    expect((screen.getByLabelText(/Cup 1/) as HTMLInputElement).disabled).toBe(true);
    fireEvent.input(screen.getByLabelText('Quantity of line 2'), { target: { value: '2' } });
    fireEvent.change(screen.getByLabelText('Cause'), { target: { value: 'OUT_OF_STOCK' } });
    fireEvent.click(screen.getByText('Report the stock-out'));

    await waitFor(() => expect(started).toEqual(['KF-2026-000001']));
    expect(bodies).toEqual([['/api/cases/stock-out', { orderNumber: 'SO-1', lines: [{ line: 2, quantity: 2 }, { line: 3, quantity: 1 }],
      cause: 'OUT_OF_STOCK' }]]);
  });

  it('shows a refusal beside the line that it is about', async () => {
    const refusal = { detail: 'x', violations: [{ field: 'lines[1]', rule: 'STK-1', message: 'Another case holds it.' },
      { field: 'cause', rule: 'input', message: 'cause is needed.' }] };
    opened(stockOut, Response.json(refusal, { status: 422 }));

    fireEvent.click(screen.getByText('Report the stock-out'));

    const words = await screen.findByText('Another case holds it.');
    expect(screen.getByLabelText('Quantity of line 3').getAttribute('aria-describedby')).toBe(words.id);
    expect(screen.getByText('Choose a cause.')).toBeTruthy();
  });

  it('is offered only while something has not left that no other case holds', () => {
    expect(stockOut.isPossible(order, [])).toBe(true);
    expect(stockOut.isPossible({ ...order, lines: [line(1, 0)] }, [])).toBe(false);
    expect(stockOut.isPossible({ ...order, lines: [{ ...line(1, 3), leftQuantity: 0 }] }, [])).toBe(false);
  });
});

describe('a parcel that is reported', () => {
  it('is the one that has not arrived', async () => {
    const { bodies, started } = opened(undeliverableParcel, STARTED);

    fireEvent.change(screen.getByLabelText('Cause'), { target: { value: 'REFUSED' } });
    fireEvent.input(screen.getByLabelText('Note'), { target: { value: ' Not at home ' } });
    fireEvent.click(screen.getByText('Report the parcel'));

    await waitFor(() => expect(started).toHaveLength(1));
    expect(bodies).toEqual([['/api/cases/undeliverable-parcel', { trackingNumber: 'YT1', courier: 'YTO', cause: 'REFUSED', note: 'Not at home' }]]);
  });

  it('can’t be refused by the consignee on its way to the shop', () => {
    vi.stubGlobal('fetch', vi.fn());
    render(<undeliverableParcel.Form order={order} parcels={[{ ...parcel, leg: 'TO_SHOP' }]} onCancel={() => undefined} onStarted={() => undefined} />);

    expect(screen.queryByText('Refused by the customer')).toBeNull();
    expect(screen.getByRole('option', { name: 'Lost' })).toBeTruthy();
  });
});
