import { describe, expect, it } from 'vitest';
import { offered, starts } from './registry';

describe('what can be begun from an order', () => {
  it('is every file of its folder', () => {
    expect(starts.map(each => each.kind)).toContain('product-return');
  });

  it('is offered to those who may start it', () => {
    expect(offered([{ kind: 'product-return', startable: true }]).map(each => each.kind)).toEqual(['product-return']);
    expect(offered([{ kind: 'product-return', startable: false }, { kind: 'complaint', startable: true }])).toEqual([]);
    expect(offered(undefined)).toEqual([]);
  });
});
