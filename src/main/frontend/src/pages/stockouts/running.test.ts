import { describe, expect, it } from 'vitest';
import type { OrderStatus, RunWithOrders } from './api';
import { byUrgency, orderNumbersIn, percentOf, placeInTurn, renewed, requestOf } from './running';

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

  it('is read anew from the first order on that is not done', () => {
    const run = (...orders: readonly (readonly [string, OrderStatus])[]): RunWithOrders => ({ id: '7', sku: 'LAMP', cause: 'HOLIDAY', startedBy: 'xu', startedAt: '', finishedAt: null,
      stoppedBy: null, status: 'RUNNING', total: 4, done: 0, opened: 0, skipped: 0, refused: 0,
      orders: orders.map(([orderNumber, status]) => ({ orderNumber, status, reason: null, caseNumber: null })) });
    const before = run(['1', 'OPENED'], ['2', 'TO_DO'], ['3', 'OPENED'], ['4', 'TO_DO']);

    expect(placeInTurn(before)).toBe(1);
    expect(placeInTurn(run(['1', 'OPENED']))).toBe(1);
    expect(renewed(before, 1, run(['2', 'REFUSED'], ['3', 'OPENED'])).orders.map(each => each.orderNumber + each.status))
      .toEqual(['1OPENED', '2REFUSED', '3OPENED', '4TO_DO']);
  });

  it('shows what was refused first', () => {
    const result = (orderNumber: string, status: OrderStatus) => ({ orderNumber, status, reason: null, caseNumber: null });

    expect(byUrgency([result('1', 'OPENED'), result('2', 'REFUSED'), result('3', 'TO_DO')]).map(each => each.orderNumber)).toEqual(['2', '3', '1']);
  });
});
