import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { kindName, valueName } from '../shared/labels';
import { distance } from '../shared/format';
import { readBy } from '../shared/reader';
import { Badge } from '../shared/ui';
import { words } from '../shared/words';
import { cardStore, type Card } from './cardStore';
import { personOf, type Plugin } from './plugin';

const t = words({ en: { late: '{distance} late' }, zh: { late: '已超时 {distance}' } });

/** Two lines on each card of the list: the case, and what it is about. The room for them is there from the start. */
function TaskCard({ taskId }: { readonly taskId: string }) {
  const [, setRound] = useState(0);
  useEffect(() => cardStore.listen(taskId, () => setRound(former => former + 1)), [taskId]);
  const card = cardStore.get(taskId);
  return <div class="kefu kefu-card">{card && <Lines card={card} now={cardStore.now()} />}</div>;
}

function Lines({ card, now }: { readonly card: Card; readonly now: number }) {
  const due = card.dueAt ? distance(card.dueAt, now) : undefined;
  const about = [card.customer, card.about?.text ?? kindName(card.kind), ...(card.about?.codes ?? []).map(code => valueName('cause', code, card.kind))].filter(Boolean).join(' · ');
  return (
    <>
      <div class="kefu-card-line">
        <strong>{card.caseNumber}</strong>{card.orderNumber && <span> · {card.orderNumber}</span>}{' '}
        {due?.isPast && <Badge tone="bad">{t('late', { distance: due.text })}</Badge>}
      </div>
      <div class="kefu-card-line" title={about}>{about}</div>
    </>
  );
}

export const cards: Plugin = {
  id: 'kefu-card',
  pluginPoint: 'tasklist.card',
  // Above the variables of a filter
  priority: 1000,
  render(node, { taskId }, scope) {
    if (!taskId) {
      return;
    }
    readBy(personOf(scope));
    render(<TaskCard taskId={taskId} />, node);
    scope.$on('$destroy', () => render(null, node));
  }
};
