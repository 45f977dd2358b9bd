import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { QuoteBox } from './QuoteBox';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('offers no price of a courier that does not go there', async () => {
  const quote = { courier: 'YTO', name: 'YTO Express', reached: false, fee: '21.00', currency: 'CNY', days: 8, isDefault: true, freeOfDifference: true,
    difference: '0.00', explanation: 'By the table, YTO does not go to 西藏.', coverageSource: 'TABLE', coverageAsOf: null };
  vi.stubGlobal('fetch', async () => Response.json([quote, { ...quote, courier: 'EMS', name: 'EMS', reached: true, fee: '33.00' }]));
  render(<QuoteBox couriers={[]} version={0} />);

  fireEvent.click(screen.getByRole('button', { name: 'Quote' }));

  const cells = (row: HTMLElement) => [...row.querySelectorAll('td.is-number')].map(each => each.textContent);
  const rows = (await screen.findAllByRole('row')).slice(1);
  expect(cells(rows[0]!)).toEqual(['–', '–', '–']);
  expect(cells(rows[1]!)[0]).toContain('33.00');
  expect(rows[0]!.textContent).toContain('By the table, YTO does not go to 西藏.');
});
