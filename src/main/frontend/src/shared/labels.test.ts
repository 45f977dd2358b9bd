import { describe, expect, it } from 'vitest';
import { choiceName, dictionaryOf, groupName, humanised, kindName, labels, timelineSentence } from './labels';

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

describe('the words of the pages', () => {
  const dictionaries = import.meta.glob<Record<string, string>>('../../../../../words/{names,forms}.zh.json',
    { eager: true, import: 'default' });
  const ofServer = new Map(Object.values(dictionaries).flatMap(each => Object.entries(each)));
  /** What a button or a column says of an act or of units is not what a state is called. */
  const OTHERWISE = ['REFUSED'];

  it.each([['groups', groupName], ['choices', choiceName]])('call %s as the server does', (_, name) => {
    const { en, zh } = dictionaryOf(name);
    const known = Object.entries(en).filter(([code, english]) => !OTHERWISE.includes(code) && ofServer.has(english.replace('’', "'")));

    expect(known.length).toBeGreaterThan(8);
    expect(known.filter(([code, english]) => ofServer.get(english.replace('’', "'")) !== zh[code])).toEqual([]);
  });
});
