import { afterEach, describe, expect, it, vi } from 'vitest';
import { address, get, post, Problem } from './api';

afterEach(() => vi.unstubAllGlobals());

describe('an address', () => {
  it('has those parameters that say something', () => {
    expect(address('/api/cases', { kind: 'product-return', owner: '', page: 0, overdue: undefined }))
      .toBe('/api/cases?kind=product-return&page=0');
  });
});

describe('a refused call', () => {
  it('tells each field what is wrong with it, and the form the rest', async () => {
    const violations = [
      { field: 'lines[0].quantity', rule: 'RET-6', message: 'Only 1 is left.' },
      { field: 'orderNumber', rule: 'RET-1', message: 'There is no such order.' }
    ];
    vi.stubGlobal('fetch', async () => Response.json({ detail: 'Both.', violations }, { status: 422 }));

    const problem = await post('/api/cases/product-return', {}).catch((failure: unknown) => failure as Problem);

    expect(problem).toBeInstanceOf(Problem);
    expect((problem as Problem).at('lines[0].quantity')).toBe('Only 1 is left.');
    expect((problem as Problem).besides(['lines[0].quantity'])).toBe('There is no such order.');
  });

  it('is a problem without a status when nobody answers', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('network');
    });

    await expect(get('/api/me')).rejects.toMatchObject({ status: 0 });
  });
});
