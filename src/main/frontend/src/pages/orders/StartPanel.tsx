import { useEffect, useRef, useState } from 'preact/hooks';
import { get } from '../../shared/api';
import { useLoaded } from '../../shared/load';
import { me, type Me } from '../../shared/me';
import { caseAddress, taskAddress } from '../../shared/tasklist';
import { Button, Panel, Refused } from '../../shared/ui';
import { words } from '../../shared/words';
import type { Parcel } from '../../parcels/parcel';
import type { Order } from './api';
import { offered } from './starts/registry';
import type { OrderStart } from './starts/start';

const t = words({
  en: {
    title: 'Start something about this order',
    impossible: 'Nothing of this order is left that something could be started about.',
    number: 'Case number:',
    openCase: 'Open the case',
    openTask: 'To my task: {task}',
    another: 'Start another'
  },
  zh: {
    title: '为该订单发起',
    impossible: '该订单目前没有可以发起处理的商品或包裹。',
    number: '工单号：',
    openCase: '打开工单',
    openTask: '去处理我的任务：{task}',
    another: '继续发起'
  }
});

interface Task {
  readonly id: string;
  readonly name: string;
  readonly assignee: string | null;
  readonly groups: readonly string[];
}

interface Props {
  readonly order: Order;
  readonly parcels: readonly Parcel[];
  readonly onStarted: () => void;
}

/** What this person may begin about the order; nothing is shown to those who may begin nothing. */
export function StartPanel({ order, parcels, onStarted }: Props) {
  const kinds = useLoaded('processes', signal =>
    get<readonly { kind: string; startable: boolean }[]>('/api/processes', { signal }));
  const [begun, setBegun] = useState<OrderStart>();
  const [caseNumber, setCaseNumber] = useState<string>();
  const starts = offered(kinds.value);

  if (kinds.problem) {
    return <Refused problem={kinds.problem} onAgain={kinds.reload} />;
  }
  if (starts.length === 0) {
    return null;
  }
  if (caseNumber) {
    return <Started caseNumber={caseNumber} onAnother={() => setCaseNumber(undefined)} />;
  }
  if (begun) {
    return (
      <Panel title={begun.name}>
        <begun.Form order={order} parcels={parcels} onCancel={() => setBegun(undefined)} onStarted={number => {
          setBegun(undefined);
          setCaseNumber(number);
          onStarted();
        }} />
      </Panel>
    );
  }
  const possible = starts.filter(start => start.isPossible(order, parcels));
  return (
    <Panel title={t('title')}>
      {possible.length === 0 ? <p class="kefu-soft">{t('impossible')}</p> : (
        <div class="kefu-row">
          {possible.map(start => <Button key={start.kind} main onClick={() => setBegun(start)}>{start.name}</Button>)}
        </div>
      )}
    </Panel>
  );
}

/** The task that this person may do next: theirs, or one that anybody of their groups may take. */
export function myTask(tasks: readonly Task[], person: Me): Task | undefined {
  return tasks.find(task => task.assignee === person.id)
    ?? tasks.find(task => task.assignee === null && person.groups.some(group => task.groups.includes(group.id)));
}

function Started({ caseNumber, onAnother }: { readonly caseNumber: string; readonly onAnother: () => void }) {
  const person = useLoaded('me', me);
  const file = useLoaded(caseNumber, signal =>
    get<{ tasks: readonly Task[] }>(`/api/cases/${encodeURIComponent(caseNumber)}`, { signal }));
  const shown = useRef<HTMLDivElement>(null);
  const task = person.value && file.value ? myTask(file.value.tasks, person.value) : undefined;

  useEffect(() => shown.current?.focus(), []);

  return (
    <Panel>
      <div class="kefu-done" role="status" tabIndex={-1} ref={shown}>
        {t('number')} <span class="orders-case">{caseNumber}</span>
      </div>
      <div class="kefu-row orders-pages">
        <a href={caseAddress(caseNumber)}>{t('openCase')}</a>
        {task && <a href={taskAddress(task.id)}>{t('openTask', { task: task.name })}</a>}
        <Button onClick={onAnother}>{t('another')}</Button>
      </div>
    </Panel>
  );
}
