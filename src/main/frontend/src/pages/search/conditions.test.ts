import { describe, expect, it } from 'vitest';
import { conditionsOf, fileAddress, pageOf, queryOf, searchAddress } from './conditions';

describe('what an address asks for', () => {
  it('is its conditions without what is empty, pasted around them or unknown', () => {
    expect(conditionsOf({ kind: 'product-return', owner: ' agent ', status: '', shoe: '1', overdue: 'false', page: '3' }))
      .toEqual({ kind: 'product-return', owner: 'agent' });
  });

  it('is the first page where it says none', () => {
    expect([pageOf({}), pageOf({ page: '2' }), pageOf({ page: 'x' }), pageOf({ page: '-1' })]).toEqual([0, 2, 0, 0]);
  });
});

describe('a search', () => {
  const conditions = { orderNumber: '一 & 2', overdue: 'true' };

  it('has an address that leads to the same search', () => {
    const there = searchAddress(conditions, 2);
    const query = Object.fromEntries(new URLSearchParams(there.split('?')[1]));

    expect(conditionsOf(query)).toEqual(conditions);
    expect(pageOf(query)).toBe(2);
    expect(searchAddress({})).toBe('/app/search');
  });

  it('is kept without its page, and has a file', () => {
    expect(queryOf({ status: 'OPEN' })).toBe('status=OPEN');
    expect(queryOf({})).toBe('');
    expect(fileAddress({ status: 'OPEN' })).toBe('/api/cases?status=OPEN&format=csv');
  });
});
