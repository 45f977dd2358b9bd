import { describe, expect, it } from 'vitest';
import { onlyHit, orderAddress, type FoundOrder } from './api';
import { addressLine } from './parts';

const hit: FoundOrder = { orderNumber: 'SO-1', customerName: '王芳', phone: null, paidAt: '', state: 'DELIVERED', openUnits: 0, goods: '',
  foundBy: 'PHONE' };

describe('what was found', () => {
  it('is the order that was meant if it can be no other', () => {
    expect(onlyHit({ page: 0, more: false, orders: [hit] })).toBe('SO-1');
  });

  it('is a list to choose from otherwise', () => {
    expect(onlyHit({ page: 0, more: false, orders: [hit, { ...hit, orderNumber: 'SO-2' }] })).toBeUndefined();
    expect(onlyHit({ page: 1, more: false, orders: [hit] })).toBeUndefined();
    expect(onlyHit({ page: 0, more: false, orders: [] })).toBeUndefined();
    expect(onlyHit(undefined)).toBeUndefined();
  });
});

describe('addresses', () => {
  it('keep the signs of a number', () => {
    expect(orderAddress('A#1')).toBe('/app/orders/A%231');
  });

  it('of customers leave no holes', () => {
    expect(addressLine({ province: '浙江省', city: null, district: null, street: '文三路 1 号', postcode: null })).toBe('浙江省 文三路 1 号');
  });
});
