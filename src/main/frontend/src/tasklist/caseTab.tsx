import { render } from 'preact';
import { CaseView } from '../case/CaseView';
import { InTasklist } from '../case/CaseLink';
import { post } from '../shared/api';
import { useLoaded } from '../shared/load';
import { readBy } from '../shared/reader';
import { Busy, Refused } from '../shared/ui';
import { words } from '../shared/words';
import type { Card } from './cardStore';
import { personOf, type Plugin } from './plugin';

const t = words({
  en: { label: 'Case', none: 'This task belongs to no case.' },
  zh: { label: '工单', none: '此任务不属于任何工单。' }
});

async function caseOf(taskId: string, signal: AbortSignal): Promise<string | null> {
  const { cards } = await post<{ cards: readonly Card[] }>('/api/cases/cards', { taskIds: [taskId] }, { signal });
  return cards[0]?.caseNumber ?? null;
}

/** The case of the task that is open. */
function CaseTab({ taskId }: { readonly taskId: string }) {
  const found = useLoaded(taskId, signal => caseOf(taskId, signal));
  if (found.problem) {
    return <Refused problem={found.problem} onAgain={found.reload} />;
  }
  if (found.value === undefined) {
    return <Busy height={600} />;
  }
  if (found.value === null) {
    return <p class="kefu-soft">{t('none')}</p>;
  }
  return <CaseView key={found.value} caseNumber={found.value} title="h2" />;
}

export const caseTab: Plugin = {
  id: 'kefu-case',
  pluginPoint: 'tasklist.task.detail',
  // After the form, before Tasklist's own history and diagram
  priority: 900,
  properties: { label: t('label') },
  render(node, { taskId }, scope) {
    if (!taskId) {
      return;
    }
    readBy(personOf(scope));
    render(
      <InTasklist.Provider value={true}>
        <div class="kefu kefu-case-tab"><CaseTab taskId={taskId} /></div>
      </InTasklist.Provider>, node);
    scope.$on('$destroy', () => render(null, node));
  }
};
