import { describe, expect, it } from 'vitest';
import type { OrderStatus } from './api';
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
    expect(percentOf({ done: 399, total: 400 })).toBe(99);
    expect(percentOf({ done: 400, total: 400 })).toBe(100);
    expect(percentOf({ done: 0, total: 0 })).toBe(100);
  });

  it('shows what was refused first', () => {
    const result = (orderNumber: string, status: OrderStatus) => ({ orderNumber, status, reason: null, caseNumber: null });

    expect(byUrgency([result('1', 'OPENED'), result('2', 'REFUSED'), result('3', 'TO_DO')]).map(each => each.orderNumber)).toEqual(['2', '3', '1']);
  });
});
