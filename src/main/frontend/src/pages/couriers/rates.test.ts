import { describe, expect, it } from 'vitest';
import type { Rate } from './api';
import { answerBody, bodyOf, filtered, newRate, numberOf, regionOf, typedOf } from './rates';

const rate: Rate = { province: '浙江', city: null, reached: true, firstWeightGrams: 1000, firstFee: '8.00', stepGrams: 500, stepFee: '2.00', days: 2,
  source: 'TABLE', asOf: null, version: 3 };

describe('a row that is edited', () => {
  it('is sent as it came if nothing was typed', () => {
    expect(bodyOf(typedOf(rate), rate.version)).toEqual({ ...rate });
  });

  it('sends numbers as numbers and what is none as it was typed, so that the server says why', () => {
    const typed = { ...typedOf(rate), firstWeightGrams: ' 500 ', stepGrams: 'half', firstFee: ' 9.5 ', days: '', city: ' 杭州 ' };

    expect(bodyOf(typed, 3)).toMatchObject({ firstWeightGrams: 500, stepGrams: 'half', firstFee: '9.5', days: null, city: '杭州', version: 3 });
    expect(numberOf('1.5')).toBe('1.5');
  });

  it('has no version if it isn’t there yet', () => {
    expect(bodyOf(newRate('2026-11-22'), undefined)).not.toHaveProperty('version');
  });
});

describe('what a courier answered', () => {
  it('says nothing of fees', () => {
    const body = answerBody({ courier: 'SF', province: '西藏', city: '', reached: 'false', source: 'TELEPHONE', asOf: '2026-11-22' });

    expect(body).toEqual({ province: '西藏', city: null, reached: false, source: 'TELEPHONE', asOf: '2026-11-22' });
  });

  it('leaves out what nobody said', () => {
    expect(answerBody({ courier: 'SF', province: '西藏', city: '', reached: '', source: 'TELEPHONE', asOf: '' })).not.toHaveProperty('reached');
  });
});

describe('the table', () => {
  it('is looked through by both names of a province, and by its cities', () => {
    const rates = [rate, { ...rate, province: '西藏', city: '拉萨' }];
    const nameOf = (province: string) => (province === '浙江' ? '浙江 Zhejiang' : '西藏 Tibet');

    expect(filtered(rates, 'zhe', nameOf).map(regionOf)).toEqual(['浙江']);
    expect(filtered(rates, '拉萨', nameOf).map(regionOf)).toEqual(['西藏 拉萨']);
    expect(filtered(rates, ' ', nameOf)).toHaveLength(2);
  });
});
