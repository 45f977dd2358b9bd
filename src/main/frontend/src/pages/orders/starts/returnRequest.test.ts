import { describe, expect, it } from 'vitest';
import type { OrderLine } from '../api';
import { fieldOf, linesOf, requestOf, shownFields, untouched } from './returnRequest';

const lines = [line(1, 0), line(2, 3), line(5, 1)];

function line(number: number, left: number): OrderLine {
  return { line: number, sku: `SKU-${number}`, name: 'Cup', quantity: 3, returnedQuantity: 3 - left, openQuantity: 0, leftQuantity: left,
    deliveredQuantity: 3, deliveredAt: null, unitPrice: '1.00', paidValue: '3.00', refunded: '0.00', refundable: '3.00', unitRefund: '1.00', cancelledQuantity: 0,
    unsentQuantity: 0 };
}

describe('a return that is asked for', () => {
  it('asks nothing back that nobody ticked', () => {
    const typed = untouched(lines);

    expect(linesOf(lines, typed)).toEqual([]);
    expect(requestOf('SO-1', lines, typed)).toEqual({ orderNumber: 'SO-1', lines: [], resolution: 'REFUND' });
  });

  it('offers what is left of each line', () => {
    expect(untouched(lines).picks[2]?.quantity).toBe('3');
  });

  it('sends the ticked lines with numbers, and what is no number as it was typed', () => {
    const typed = { ...untouched(lines), reason: 'DEFECTIVE', note: ' Broken ', picks: {
      2: { isTicked: true, quantity: ' 2 ', wantedSku: 'X' },
      5: { isTicked: true, quantity: '1.5', wantedSku: '' }
    } };

    expect(requestOf('SO-1', lines, typed)).toEqual({ orderNumber: 'SO-1', reason: 'DEFECTIVE', resolution: 'REFUND', note: 'Broken',
      lines: [{ line: 2, quantity: 2 }, { line: 5, quantity: '1.5' }] });
  });

  it('names what is wanted instead in an exchange alone', () => {
    const typed = { ...untouched(lines), resolution: 'EXCHANGE', picks: {
      2: { isTicked: true, quantity: '1', wantedSku: ' CUP-RED ' },
      5: { isTicked: true, quantity: '1', wantedSku: ' ' }
    } };

    expect(linesOf(lines, typed)).toEqual([{ line: 2, quantity: 1, wantedSku: 'CUP-RED' }, { line: 5, quantity: 1 }]);
  });

  it('finds the line that a refusal is about by its place among those that were sent', () => {
    const sent = [{ line: 2, quantity: 9 }, { line: 5, quantity: 1 }];

    expect(fieldOf(sent, 5, 'quantity')).toBe('lines[1].quantity');
    expect(shownFields(sent)).toContain('lines[0].wantedSku');
    expect(shownFields(sent)).not.toContain('orderNumber');
    expect(shownFields(sent)).not.toContain(fieldOf(sent, 1, 'quantity'));
  });
});
