import { describe, expect, it } from 'vitest';
import type { Me } from '../../shared/me';
import { myTask } from './StartPanel';

const person: Me = { id: 'li', name: 'Li', groups: [{ id: 'agents', name: 'Agents' }], language: 'en', chosenLanguage: null };

function task(id: string, assignee: string | null, ...groups: string[]) {
  return { id, name: id, assignee, groups };
}

describe('my task in a new case', () => {
  it('is the one that I have, before one that I may take', () => {
    expect(myTask([task('free', null, 'agents'), task('mine', 'li', 'finance')], person)?.id).toBe('mine');
    expect(myTask([task('free', null, 'finance', 'agents')], person)?.id).toBe('free');
  });

  it('is none of somebody else’s', () => {
    expect(myTask([task('theirs', 'wang', 'agents'), task('others', null, 'finance')], person)).toBeUndefined();
  });
});
