import { expect, it, vi } from 'vitest';
import { keepDates } from './dates';

it('opens no calendar for a date that only an administrator sets, and everything else as before', () => {
  keepDates();
  document.body.innerHTML = '<span class="due-date" tabindex="0"><i>in 2 days</i></span><button></button>';
  const opened = vi.fn();
  document.querySelector('.due-date')?.addEventListener('click', opened);
  document.querySelector('.due-date')?.addEventListener('keydown', opened);
  const pressed = vi.fn();
  document.querySelector('button')?.addEventListener('click', pressed);

  document.querySelector('i')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  document.querySelector('.due-date')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  document.querySelector('button')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));

  expect(opened).not.toHaveBeenCalled();
  expect(pressed).toHaveBeenCalledOnce();
});
