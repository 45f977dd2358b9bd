import { describe, expect, it } from 'vitest';
import { sent } from './fields';
import type { ProcessField } from './types';

const field = (name: string, type: ProcessField['type']): ProcessField => ({ name, type, required: false, choices: [] });

describe('what a form sends', () => {
  it('leaves out what is empty, and knows numbers, flags and rows', () => {
    const fields = [field('courier', 'TEXT'), field('note', 'TEXT'), field('count', 'NUMBER'), field('paid', 'BOOLEAN'),
      field('amount', 'DECIMAL'), field('rows', 'JSON')];

    expect(sent(fields, { courier: ' SF ', note: '  ', count: '3', paid: 'false', amount: '12.50', rows: '[{"line":1}]' }))
      .toEqual({ courier: 'SF', count: 3, paid: false, amount: '12.50', rows: [{ line: 1 }] });
  });

  it('sends what does not fit as it was typed, so that the server says why', () => {
    expect(sent([field('count', 'NUMBER'), field('rows', 'JSON')], { count: 'three', rows: '[' }))
      .toEqual({ count: 'three', rows: '[' });
  });
});
