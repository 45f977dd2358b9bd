import { describe, expect, it } from 'vitest';
import { byReason, colleaguesOf, countOf, reassignmentOf } from './moving';

const plan = { to: 'bo', toGroup: false, includeCases: true, note: ' ' };

describe('what is sent for a plan', () => {
  it('names who takes it over, and a note where there is one', () => {
    expect(reassignmentOf('an', plan, true)).toEqual({ from: 'an', to: 'bo', toGroup: false, includeCases: true, preview: true });
    expect(reassignmentOf('an', { ...plan, note: 'Ill' }, false)).toMatchObject({ note: 'Ill', preview: false });
  });

  it('names nobody where only tasks go back to their groups', () => {
    expect(reassignmentOf('an', { ...plan, toGroup: true, includeCases: false }, false)).not.toHaveProperty('to');
    expect(reassignmentOf('an', { ...plan, toGroup: true }, false)).toMatchObject({ to: 'bo', toGroup: true });
    expect(reassignmentOf('an', { ...plan, toGroup: true, to: '' }, false)).not.toHaveProperty('to');
  });
});

describe('who may be chosen', () => {
  it('are first those of the same groups, and never whoever is away', () => {
    const everybody = [
      { id: 'an', name: 'An', groups: ['agents'] },
      { id: 'hu', name: 'Hu', groups: ['hr'] },
      { id: 'bo', name: 'Bo', groups: ['managers', 'agents'] }
    ];

    const { near, others } = colleaguesOf('an', everybody);

    expect(near.map(each => each.id)).toEqual(['bo']);
    expect(others.map(each => each.id)).toEqual(['hu']);
    expect(colleaguesOf('gone', everybody).others).toHaveLength(3);
  });
});

describe('what moved and what stayed', () => {
  const task = { taskId: '1', caseNumber: 'KF-2026-000001', name: 'Review return', reason: null };
  const file = { taskId: null, caseNumber: 'KF-2026-000001', name: null, reason: null };

  it('is counted by tasks and cases', () => {
    expect(countOf([task, file, task])).toEqual({ tasks: 2, cases: 1 });
  });

  it('is put together by its reasons', () => {
    const left = [{ ...task, reason: 'B' }, { ...file, reason: 'A' }, { ...task, reason: 'B' }];

    expect(byReason({ moved: [], left, besides: 0, more: false }).map(each => [each.reason, each.items.length]))
      .toEqual([['B', 2], ['A', 1]]);
  });
});
