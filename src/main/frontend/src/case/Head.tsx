import { useContext, useRef, useState } from 'preact/hooks';
import { HandOver } from '../pages/leaders/HandOver';
import { deadlineName, groupName, kindName, stateName } from '../shared/labels';
import { caseAddress } from '../shared/tasklist';
import { Badge, Button, Due, When } from '../shared/ui';
import { words } from '../shared/words';
import { InTasklist, OrderLink, PageLink } from './CaseLink';
import { State } from './Around';
import { textIn } from './facts';
import { nameOf } from './people';
import type { CaseFile } from './types';

const t = words({
  en: { order: 'Order', owner: 'Owner', opened: 'Opened', closed: 'Closed', tasks: 'Open tasks', noTasks: 'No open task',
    deadlines: 'Waits until', reload: 'Reload', page: 'On a page of its own', separator: ', ', handOver: 'Hand over', rma: 'RMA', masked: 'You see this case without who the customer is.' },
  zh: { order: '订单', owner: '负责人', opened: '建立', closed: '结案', tasks: '待办任务', noTasks: '没有待办任务', deadlines: '等待至',
    reload: '刷新', page: '单独页面打开', separator: '、', handOver: '移交', rma: 'RMA 号', masked: '您看到的工单不含客户身份信息。' }
});

interface Props {
  readonly file: CaseFile;
  readonly title: 'h1' | 'h2';
  readonly isLoading: boolean;
  readonly onReload: () => void;
  readonly onHandedOver: (said: string) => void;
}

/** What the case is and how it stands, in a few lines. */
export function Head({ file, title: Title, isLoading, onReload, onHandedOver }: Props) {
  const [isHandingOver, setHandingOver] = useState(false);
  const isInTasklist = useContext(InTasklist);
  const owner = useRef<HTMLElement>(null);
  const now = Date.parse(file.now);
  /** The focus goes back to the button that opened the form, or to where it was. */
  const endHandOver = () => {
    setHandingOver(false);
    requestAnimationFrame(() => (owner.current?.querySelector('button') ?? owner.current)?.focus());
  };
  const state = textIn(file.facts, 'state');
  return (
    <header class="kefu-case-head">
      <div class="kefu-row">
        <Title>{file.caseNumber} · {kindName(file.kind)}</Title>
        <State status={file.status} outcome={file.outcome} />
        {state && file.status === 'OPEN' && <Badge>{stateName(file.kind, state)}</Badge>}
        <span class="kefu-spring" />
        {isInTasklist && <PageLink href={caseAddress(file.caseNumber)}>{t('page')}</PageLink>}
        <Button onClick={onReload} disabled={isLoading}>{t('reload')}</Button>
      </div>
      {file.sight === 'MASKED' && <p class="kefu-soft">{t('masked')}</p>}
      <dl class="kefu-facts is-wide">
        {file.orderNumber && <div><dt>{t('order')}</dt><dd><OrderLink orderNumber={file.orderNumber} /></dd></div>}
        {file.rma && <div><dt>{t('rma')}</dt><dd>{file.rma}</dd></div>}
        <div><dt>{t('owner')}</dt><dd ref={owner} tabIndex={-1}>
          {nameOf(file, file.owner)}{' '}
          {file.mayHandOver && !isHandingOver && <Button onClick={() => setHandingOver(true)}>{t('handOver')}</Button>}
        </dd></div>
        <div><dt>{t('opened')}</dt><dd><When at={file.openedAt} /></dd></div>
        {file.closedAt && <div><dt>{t('closed')}</dt><dd><When at={file.closedAt} /></dd></div>}
        {file.status === 'OPEN' && (
          <div><dt>{t('tasks')}</dt><dd>
            {file.tasks.length === 0 && t('noTasks')}
            {file.tasks.map(task => (
              <div key={task.id}>
                {task.name} <span class="kefu-soft">({task.assignee ? nameOf(file, task.assignee) : task.groups.map(groupName).join(t('separator'))})</span>{' '}
                {task.dueAt && <Due at={task.dueAt} now={now} />}
              </div>
            ))}
          </dd></div>
        )}
        {file.deadlines.length > 0 && (
          <div><dt>{t('deadlines')}</dt><dd>
            {file.deadlines.map(each => <div key={each.what}>{deadlineName(each.what)}: <Due at={each.at} now={now} /></div>)}
          </dd></div>
        )}
      </dl>
      {isHandingOver && (
        <div class="kefu-inline-form">
          <HandOver caseNumber={file.caseNumber} kind={file.kind} from={file.owner}
            onDone={said => {
              endHandOver();
              onHandedOver(said);
            }}
            onCancel={endHandOver} />
        </div>
      )}
    </header>
  );
}
