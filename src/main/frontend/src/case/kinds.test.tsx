import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Parcel } from '../parcels/parcel';
import { readBy } from '../shared/reader';
import { CaseView } from './CaseView';
import type { CaseFile, Facts, Offer, Order } from './types';

const order: Order = { orderNumber: 'SO-1', currency: 'CNY', paidAt: '2026-11-20T10:00:00+08:00', deliveredAt: null, paid: '66.00', freight: '0.00', promised: '0.00',
  refunded: '0.00', refundable: '66.00', freightRefunded: '0.00', surcharges: '6.00', shipments: [],
  lines: [{ line: 1, sku: 'CUP', name: 'Cup', quantity: 2, returnedQuantity: 0, openQuantity: 2, deliveredQuantity: 0, cancelledQuantity: 0, unsentQuantity: 2, deliveredAt: null,
    paidValue: '60.00', refunded: '0.00' }] };
const parcel: Parcel = { orderNumber: 'SO-1', leg: 'TO_CUSTOMER', purpose: 'ORDER', caseNumber: null, courier: 'YTO', trackingNumber: 'YT1', lines: [{ line: 1, quantity: 2 }],
  sentAt: '2026-11-20T12:00:00+08:00', state: 'RETURNED', failedAttempts: 2, since: '2026-11-22T08:00:00+08:00', place: 'Ningbo', contradicted: true,
  events: [{ eventId: '1', status: 'DELIVERED', occurredAt: '2026-11-21T08:00:00+08:00', place: 'Ningbo', receivedAt: '2026-11-21T12:00:00+08:00' },
    { eventId: '2', status: 'LOST', occurredAt: '2026-11-22T08:00:00+08:00', place: null, receivedAt: '2026-11-22T08:00:00+08:00' }] };
const offers: Offer[] = [{ kind: 'undeliverable-parcel', startable: true, start: [],
  messages: [{ name: 'address-corrected', fields: [{ name: 'address', type: 'JSON', required: true, choices: [] }] }] },
{ kind: 'stock-out', startable: true, start: [], messages: [{ name: 'customer-replied', fields: [
  { name: 'answer', type: 'CHOICE', required: true, choices: ['WAIT', 'REFUND', 'SUBSTITUTE'] },
  { name: 'substituteSku', type: 'TEXT', required: false, choices: [], longest: 64 }] }] }];

let told: unknown[];
let refusal: Response | undefined;

function shown(kind: string, facts: Facts, actions: readonly string[] = []) {
  const file: CaseFile = {
    caseNumber: 'KF-2026-000001', kind, status: 'OPEN', outcome: null, orderNumber: 'SO-1', customerId: null, rma: null, owner: 'agent', openedBy: 'agent',
    openedAt: '2026-11-22T08:00:00+08:00', closedAt: null, parent: null, facts, tasks: [], actions, attachments: [], letters: [], sight: 'FULL', mayAdd: true,
    now: '2026-11-22T12:00:00+08:00', order, customer: null, timeline: [], neighbours: { ofCustomer: [], moreOfCustomer: false, linked: [] }, deadlines: [],
    people: { agent: 'Na Li' }, mayHandOver: false, largestFile: 1
  };
  vi.stubGlobal('fetch', vi.fn(async (path: string, init: RequestInit) => {
    if (init.method === 'POST') {
      told.push([path, JSON.parse(String(init.body))]);
      return refusal?.clone() ?? Response.json(file);
    }
    return Response.json(path === '/api/processes' ? offers : path.startsWith('/api/parcels') ? [parcel]
      : path === '/api/stock/MUG' ? { sku: 'MUG', onHand: 47, reserved: 1, available: 0, waiting: 3, replenishmentDays: 5 } : file);
  }));
  render(<CaseView caseNumber={file.caseNumber} />);
}

function panel(title: string) {
  return within(screen.getByRole('heading', { name: title }).closest('section')!);
}

beforeEach(() => {
  readBy('someone');
  told = [];
  refusal = undefined;
});

afterEach(() => {
  cleanup();
  readBy('nobody');
  vi.unstubAllGlobals();
});

describe('an undeliverable parcel', () => {
  const facts: Facts = {
    cause: 'REFUSED', leg: 'TO_CUSTOMER', whereabouts: 'HERE', attempt: 2, course: 'RESHIP', fault: 'COURIER', freightPaidBy: 'CUSTOMER', table: 'parcel-fault', tableVersion: 3,
    lines: [{ line: 1, quantity: 2 }], parcels: [], contacts: [{ at: '2026-11-22T09:00:00+08:00', by: 'agent', answer: 'NO_ANSWER' },
      { at: '2026-11-22T10:00:00+08:00', by: 'agent', answer: 'RESHIP' }], hold: { until: '2026-11-25T12:00:00+08:00', action: 'ABANDON' },
    newAddress: { province: '浙江', city: null, street: '文三路 1 号' }, quote: { courier: 'SF', name: '顺丰', fee: '18.00', currency: 'CNY', days: 2, explanation: '18 for 1 kg.' },
    surcharge: { amount: '10.00', currency: 'CNY', paid: false, returned: false }, claim: { status: 'REFUSED' }, findings: []
  };

  it('says why, who pays, how the customer was reached and until when it is kept', async () => {
    shown('undeliverable-parcel', facts);
    await screen.findByText('Refused by the customer');

    expect(screen.getByText('浙江 文三路 1 号')).toBeTruthy();
    expect(screen.getByText('Table parcel-fault, version 3')).toBeTruthy();
    const contact = panel('Contact with the customer');
    expect(contact.getAllByRole('listitem').map(each => each.textContent)).toEqual([
      expect.stringContaining('No answer'), expect.stringContaining('Send it once more')]);
    expect(contact.getByText('then: Give it up')).toBeTruthy();
    expect(panel('Second shipment').getByText('not paid yet')).toBeTruthy();
    expect(panel('Second shipment').getByText('10.00 CNY')).toBeTruthy();
    expect(panel('Claim against the courier').getByText('Refused by the courier')).toBeTruthy();
    expect(screen.queryByText('More about it')).toBeNull();
  });

  it('shows its parcel with what couriers told, and marks what can’t be true', async () => {
    shown('undeliverable-parcel', facts);
    await screen.findByText('Reports contradict each other');

    const reports = screen.getByRole('list', { name: 'Reports of YT1' });
    const [first, second] = within(reports).getAllByRole('listitem');
    expect(first!.textContent).toContain('heard');
    expect(first!.textContent).not.toContain('contradicts');
    expect(second!.textContent).toContain('contradicts what came before');
  });

  it('takes a corrected address in its parts, and says beside it what is missing', async () => {
    refusal = Response.json({ detail: 'No', violations: [{ field: 'address.street', rule: 'PAR-4', message: 'Say the street.' }] }, { status: 422 });
    shown('undeliverable-parcel', facts, ['address-corrected']);

    fireEvent.click(await screen.findByText('Address is corrected'));
    fireEvent.input(await screen.findByLabelText('Province'), { target: { value: '浙江' } });
    fireEvent.input(screen.getByLabelText('City'), { target: { value: 'x' } });
    fireEvent.input(screen.getByLabelText('City'), { target: { value: '' } });
    fireEvent.click(screen.getByText('Report it'));

    const words = await screen.findByText('Say the street.');
    expect(words.className).toBe('kefu-refusal');
    expect(told).toEqual([['/api/cases/KF-2026-000001/messages/address-corrected', { address: { province: '浙江' } }]]);
  });
});

describe('a stock-out', () => {
  it('shows what was promised and said, in order, and calls an answer as people do', async () => {
    shown('stock-out', {
      cause: 'OUT_OF_STOCK', state: 'WAITING', lines: [{ line: 1, sku: 'MUG', substituted: true, name: 'Mug', insteadOf: 'Cup', quantity: 1, fate: 'OWED' }, { line: 1, sku: 'MUG', substituted: true, name: 'Cup', quantity: 1, fate: 'SHIPPED' }],
      articles: [{ sku: 'MUG', reserved: 1, waiting: 1 }],
      counted: [{ sku: 'CUP', name: 'Cup', booked: 63, onHand: 0, countedBy: 'agent', at: '2026-11-22T09:00:00+08:00' }],
      promises: [{ delay: 'FIRST', promisedOn: '2026-11-30', delayDays: 12, toldAt: '2026-11-22T09:00:00+08:00' }, { delay: 'INDEFINITE', toldAt: '2026-12-01T09:00:00+08:00' }],
      replies: [{ answer: 'WAIT', notedBy: 'agent', at: '2026-11-22T09:00:00+08:00' }, { answer: 'SUBSTITUTE', substituteSku: 'MUG', notedBy: 'agent', at: '2026-11-23T09:00:00+08:00' }]
    }, ['customer-replied']);
    await screen.findByText('Waiting for goods');

    expect(panel('What is short').getAllByText('instead of what was ordered')).toHaveLength(1);
    expect(panel('What is short').getByText('instead of Cup')).toBeTruthy();
    expect(panel('What is short').getByText('63').closest('tr')!.textContent).toMatch(/Cup.*63.*0.*Na Li/);
    await waitFor(() => expect(panel('What is short').getByText('47')).toBeTruthy());
    const promises = panel('Promises to the customer').getAllByRole('listitem');
    expect(promises[0]!.textContent).toMatch(/First promise.*2026-11-30.*12 days late/);
    expect(promises[1]!.textContent).toMatch(/No day is known.*counts/);
    expect(panel('What the customer said').getAllByRole('listitem')[1]!.textContent).toMatch(/Another article instead.*wanted: MUG.*Na Li.*counts/);
    expect(panel('Goods').getByText('Not sent')).toBeTruthy();

    fireEvent.click(screen.getByText('Customer has replied'));
    await screen.findByRole('option', { name: 'Wait for the goods' });
    expect(screen.queryByLabelText('Other article')).toBeNull();
    fireEvent.change(screen.getByLabelText('Answer'), { target: { value: 'SUBSTITUTE' } });
    fireEvent.input(screen.getByLabelText('Other article'), { target: { value: 'MUG' } });
    fireEvent.change(screen.getByLabelText('Answer'), { target: { value: 'REFUND' } });
    fireEvent.click(screen.getByText('Report it'));
    await waitFor(() => expect(told).toEqual([['/api/cases/KF-2026-000001/messages/customer-replied', { answer: 'REFUND' }]]));
  });

  it('counts surcharges as a part of what was paid', async () => {
    shown('stock-out', {});

    await screen.findByText('of it surcharges');
    expect(screen.getByText('6.00 CNY')).toBeTruthy();
  });
});
