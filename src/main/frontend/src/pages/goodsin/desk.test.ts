import { describe, expect, it } from 'vitest';
import { arrivedOf, judged, withArrived, type Arrived, type Expected } from './desk';

const waiting: Expected = { caseNumber: 'KF-2026-000001', kind: 'product-return', message: 'return-parcel-arrived', fields: {}, rma: 'RMA-2026-000001', orderNumber: 'SO-1', goods: '1 × Cup', state: 'ON_THE_WAY',
  expected: true };
const here: Expected = { ...waiting, caseNumber: 'KF-2026-000002', expected: false, whyNot: 'HERE_ALREADY',
  arrival: { at: '2026-11-22T10:00:00+08:00', by: 'warehouse' }, task: { id: 't', key: 'inspectGoods', name: 'Inspect goods' } };

describe('a code that was read', () => {
  it('takes in the one parcel that is waited for', () => {
    expect(judged([waiting])).toEqual({ kind: 'TAKE_IN', goods: waiting });
  });

  it('takes in nothing that is not waited for, and nothing unknown', () => {
    expect(judged([here])).toEqual({ kind: 'REFUSED', goods: here });
    expect(judged([])).toEqual({ kind: 'UNKNOWN' });
  });

  it('lets a person choose between returns that share it, also if one of them is in already', () => {
    expect(judged([waiting, here])).toEqual({ kind: 'CHOOSE', among: [waiting, here] });
  });
});

describe('the list of what came in', () => {
  it('has the newest first, and no case twice', () => {
    const first: Arrived = { caseNumber: 'A', goods: '', at: '1' };
    const second: Arrived = { caseNumber: 'B', goods: '', at: '2' };

    expect(withArrived(withArrived([first], second), { ...first, at: '3' }).map(each => each.at)).toEqual(['3', '2']);
  });

  it('does not grow without end', () => {
    const many = Array.from({ length: 300 }, (_, index): Arrived => ({ caseNumber: String(index), goods: '', at: '' }));

    expect(withArrived(many, { caseNumber: 'new', goods: '', at: '' })).toHaveLength(200);
  });

  it('keeps when the server noted it and what is to be done', () => {
    expect(arrivedOf(here)).toMatchObject({ at: '2026-11-22T10:00:00+08:00', task: { key: 'inspectGoods' } });
  });

  it('names the case in which a late parcel is worked on', () => {
    const late = arrivedOf({ ...waiting, expected: false, whyNot: 'LATER_CASE', laterCase: 'KF-2026-000009' });

    expect(late.caseNumber).toBe('KF-2026-000009');
    expect(late.rma).toBeUndefined();
  });
});
