import { afterEach, expect, it } from 'vitest';
import { keepGroups } from './groups';

afterEach(() => {
  document.body.innerHTML = '';
});

it('says what the groups of a task are called, also those whose names Tasklist may not read', async () => {
  document.body.innerHTML = '<ul class="actors"><li class="groups"><a>Agents, consultants, teamLeaders</a></li></ul><p>consultants</p>';

  keepGroups();

  await expect.poll(() => document.querySelector('.groups a')?.textContent).toBe('Agents, After-sales consultants, Team leaders');
  expect(document.querySelector('p')?.textContent).toBe('consultants');
});
