import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import type { Order, OrderLine } from './api';
import { LinesPanel } from './parts';

afterEach(cleanup);

it('promises nothing for one unit more of a line of which none is left', () => {
  const line = (number: number, left: number): OrderLine => ({ line: number, sku: `S${number}`, name: 'Cup', quantity: 1, returnedQuantity: 0,
    openQuantity: 0, leftQuantity: left, deliveredQuantity: 1, deliveredAt: null, unitPrice: '7.00', paidValue: '8.00', refunded: '0.00',
    refundable: '9.00', unitRefund: `29${number}.00`, cancelledQuantity: 0, unsentQuantity: 0 });

  render(<LinesPanel order={{ currency: 'CNY', lines: [line(1, 1), line(2, 0)] as readonly OrderLine[] } as Order} />);

  expect(screen.getByText('291.00')).toBeTruthy();
  expect(screen.queryByText('292.00')).toBeNull();
});
