import { describe, expect, it } from 'vitest';
import { byUrgency, orderNumbersIn, percentOf, requestOf } from './running';

describe('a run that is asked for', () => {
  it('takes order numbers however they were copied, each once', () => {
    expect(orderNumbersIn(' SO-1\nSO-2, SO-3；SO-1、SO-4\t')).toEqual(['SO-1', 'SO-2', 'SO-3', 'SO-4']);
  });

  it('is about every order if none is named', () => {
    expect(requestOf({ sku: ' CUP ', cause: 'OUT_OF_STOCK', orders: ' \n' })).toEqual({ sku: 'CUP', cause: 'OUT_OF_STOCK' });
    expect(requestOf({ sku: 'CUP', cause: '', orders: 'SO-1' })).toEqual({ sku: 'CUP', orderNumbers: ['SO-1'] });
  });
});

describe('a run that goes on', () => {
  it('is at its end only when every order is done', () => {
    expect(percentOf({ opened: 398, refused: 1, total: 400 })).toBe(99);
    expect(percentOf({ opened: 399, refused: 1, total: 400 })).toBe(100);
    expect(percentOf({ opened: 0, refused: 0, total: 0 })).toBe(100);
  });

  it('shows what was refused first', () => {
    const result = (orderNumber: string, reason: string | null) => ({ orderNumber, reason, caseNumber: null, status: '' });

    expect(byUrgency([result('1', null), result('2', 'All sent.'), result('3', null)]).map(each => each.orderNumber)).toEqual(['2', '1', '3']);
  });
});
