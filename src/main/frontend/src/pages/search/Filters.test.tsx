import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../../shared/api';
import { Filters } from './Filters';
import { inWords } from './Results';

afterEach(cleanup);

const people = [{ id: 'agent', name: '李娜', groups: ['agents'] }];

function shown(conditions = {}, problem?: Problem) {
  const onSearch = vi.fn();
  render(<Filters conditions={conditions} problem={problem} kinds={['product-return']} people={people} onSearch={onSearch} />);
  return onSearch;
}

describe('the filters of the search', () => {
  it('are led to by "/", but not where somebody types', () => {
    shown();

    fireEvent.keyDown(screen.getByLabelText('Owner'), { key: '/' });
    expect(document.activeElement).not.toBe(screen.getByLabelText('Kind'));
    fireEvent.keyDown(document.body, { key: '/' });
    expect(document.activeElement).toBe(screen.getByLabelText('Kind'));
  });

  it('search by what is typed, and by nothing once they are cleared', () => {
    const onSearch = shown({ status: 'OPEN' });

    fireEvent.input(screen.getByLabelText('Order number'), { target: { value: ' SO-1 ' } });
    fireEvent.click(screen.getByLabelText('Overdue'));
    fireEvent.submit(screen.getByRole('search'));
    expect(onSearch).toHaveBeenLastCalledWith({ status: 'OPEN', orderNumber: 'SO-1', overdue: 'true' });
    fireEvent.click(screen.getByText('Clear'));
    expect(onSearch).toHaveBeenLastCalledWith({});
  });

  it('find an owner by the name that the list shows', () => {
    const onSearch = shown();

    for (const typed of ['李娜', '李娜 (agent)', 'agent']) {
      fireEvent.input(screen.getByLabelText('Owner'), { target: { value: typed } });
      fireEvent.submit(screen.getByRole('search'));
      expect(onSearch).toHaveBeenLastCalledWith({ owner: 'agent' });
    }
    fireEvent.input(screen.getByLabelText('Owner'), { target: { value: 'gone' } });
    fireEvent.submit(screen.getByRole('search'));
    expect(onSearch).toHaveBeenLastCalledWith({ owner: 'gone' });
  });

  it('say beside each what is wrong with it, and keep a kind that is not among those they know', () => {
    shown({ kind: 'leave-request', olderThan: '-1' },
      new Problem(422, 'Days.', [{ field: 'olderThan', rule: 'input', message: 'Days.' }]));

    expect(screen.getByLabelText('Older than (days)').getAttribute('aria-invalid')).toBe('true');
    expect((screen.getByLabelText('Kind') as HTMLSelectElement).value).toBe('leave-request');
  });
});

describe('what was asked', () => {
  it('is told in words', () => {
    expect(inWords({ kind: 'product-return', owner: 'agent', overdue: 'true' }, people))
      .toBe('Kind: Product return; Owner: 李娜; Overdue: yes');
  });
});
