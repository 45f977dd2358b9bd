import { describe, expect, it } from 'vitest';
import type { ListedLetter } from './api';
import { grouped, isSame, withFact } from './editing';

describe('a fact that is put into a letter', () => {
  it('takes the place of what is marked, with the cursor behind it', () => {
    expect(withFact('Case X.', 5, 6, 'rma')).toEqual({ text: 'Case {{rma}}.', cursor: 12 });
  });
});

describe('a text', () => {
  it('is the same whatever the browser makes of its line ends', () => {
    expect(isSame({ subject: 'a', body: 'b\r\nc\n' }, { subject: 'a', body: 'b\nc' })).toBe(true);
    expect(isSame({ subject: 'a', body: 'b' }, { subject: 'a', body: 'c' })).toBe(false);
  });
});

describe('the list of letters', () => {
  it('keeps those of a module together, in their order', () => {
    const letter = (id: string, module: string): ListedLetter => ({ id, module, occasion: id, languages: [] });

    expect(grouped([letter('a', 'returns'), letter('b', 'refunds'), letter('c', 'returns')])
      .map(group => [group.module, group.letters.map(each => each.id)])).toEqual([['returns', ['a', 'c']], ['refunds', ['b']]]);
  });
});
