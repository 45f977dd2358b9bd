import { describe, expect, it } from 'vitest';
import { filled, preferredLanguage } from './words';

describe('the language of a page', () => {
  it('is the one that the person chose', () => {
    expect(preferredLanguage('a=b; kefu-language=en', ['zh-CN'])).toBe('en');
  });

  it('is the first of the browser that we speak', () => {
    expect(preferredLanguage('', ['fr-FR', 'zh-Hant-TW', 'en'])).toBe('zh');
  });

  it('is English for those who speak neither', () => {
    expect(preferredLanguage('kefu-language=fr', ['fr'])).toBe('en');
  });
});

describe('a text with values', () => {
  it('says each value where its name stands, and leaves what has none', () => {
    expect(filled('{left} of {all}, {left}', { left: 2 })).toBe('2 of {all}, 2');
  });
});
