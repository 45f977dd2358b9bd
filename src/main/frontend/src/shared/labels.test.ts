import { describe, expect, it } from 'vitest';
import { humanised, kindName, labels, timelineSentence } from './labels';

describe('a label', () => {
  it('says what a known code is called', () => {
    expect(kindName('product-return')).toBe('Product return');
    expect(timelineSentence('RETURN_REVIEWED_ASK')).toBe('Review: customer is asked');
  });

  it('makes words of a code that nobody knows, also one that every object has', () => {
    expect(timelineSentence('PARCEL_CHASED')).toBe('Parcel chased');
    expect(labels({ en: {}, zh: {} })('toString')).toBe('To string');
    expect(humanised('trackingNumber')).toBe('Tracking number');
  });
});
