import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { CaseLink, OrderLink } from '../../case/CaseLink';
import { groupName, kindName } from '../../shared/labels';
import type { Loaded } from '../../shared/load';
import type { Person } from '../../shared/people';
import { Badge, Busy, Button, Done, Panel, Refused, When } from '../../shared/ui';
import type { CaseLine, TaskLine, WorkTable } from './api';
import { HandOver } from './HandOver';
import { Move } from './Move';
import { t } from './words';

interface TableProps {
  readonly whose: 'people' | 'groups';
  readonly table: Loaded<WorkTable>;
  readonly people: readonly Person[];
  readonly onChanged: () => void;
}

/** What a person has in hand, or what waits for a group; a person's work can be moved from here. */
export function Table({ whose, table, people, onChanged }: TableProps) {
  const [handedOver, setHandedOver] = useState('');
  if (table.problem && !table.value) {
    return <Refused problem={table.problem} onAgain={table.reload} />;
  }
  if (!table.value) {
    return <Busy height={400} />;
  }
  const { id, tasks, cases, more } = table.value;
  const name = whose === 'groups' ? groupName(id) : table.value.name;
  const isEmpty = tasks.length + cases.length === 0;
  return (
    <>
      <Panel title={name}>
        {handedOver && <Done>{handedOver}</Done>}
        {isEmpty && <p>{t(whose === 'groups' ? 'waitsNothing' : 'hasNothing', { name })}</p>}
        {tasks.length > 0 && <Tasks tasks={tasks} />}
        {cases.length > 0 && (
          <Cases cases={cases} from={id}
            onDone={said => {
              setHandedOver(said);
              onChanged();
            }} />
        )}
        {more && <p class="kefu-soft">{t('more')}</p>}
      </Panel>
      {whose === 'people' && <Move key={id} from={id} name={name} people={people} onMoved={onChanged} />}
    </>
  );
}

function Tasks({ tasks }: { readonly tasks: readonly TaskLine[] }) {
  return (
    <div class="kefu-scroll">
      <table class="kefu-table">
        <caption class="kefu-leaders-caption">{t('tasks')} ({tasks.length})</caption>
        <thead>
          <tr>
            <th scope="col">{t('task')}</th>
            <th scope="col">{t('caseNumber')}</th>
            <th scope="col">{t('created')}</th>
            <th scope="col">{t('due')}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map(each => (
            <tr key={each.taskId}>
              <td>
                <a href={`/camunda/app/tasklist/default/#/?task=${encodeURIComponent(each.taskId)}`}
                  title={t('open', { task: each.name, caseNumber: each.caseNumber ?? '' })}>{each.name}</a>
              </td>
              <td class="kefu-nowrap">{each.caseNumber && <CaseLink caseNumber={each.caseNumber} />}</td>
              <td class="kefu-nowrap"><When at={each.createdAt} /></td>
              <td class="kefu-nowrap">
                {each.dueAt && <When at={each.dueAt} />} {each.overdue && <Badge tone="bad">{t('overdue')}</Badge>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CasesProps {
  readonly cases: readonly CaseLine[];
  readonly from: string;
  readonly onDone: (said: string) => void;
}

function Cases({ cases, from, onDone }: CasesProps) {
  const [chosen, setChosen] = useState('');
  return (
    <div class="kefu-scroll">
      <table class="kefu-table">
        <caption class="kefu-leaders-caption">{t('cases')} ({cases.length})</caption>
        <thead>
          <tr>
            <th scope="col">{t('caseNumber')}</th>
            <th scope="col">{t('kind')}</th>
            <th scope="col">{t('order')}</th>
            <th scope="col">{t('opened')}</th>
            <th scope="col"><span class="kefu-hidden">{t('handOver')}</span></th>
          </tr>
        </thead>
        <tbody>
          {cases.map(each => (
            <Fragment key={each.caseNumber}>
              <tr>
                <td class="kefu-nowrap"><CaseLink caseNumber={each.caseNumber} /></td>
                <td>{kindName(each.kind)}</td>
                <td>{each.orderNumber && <OrderLink orderNumber={each.orderNumber} />}</td>
                <td class="kefu-nowrap"><When at={each.openedAt} /></td>
                <td class="kefu-nowrap">
                  <Button aria-expanded={chosen === each.caseNumber} aria-label={t('handOverCase', { caseNumber: each.caseNumber })}
                    onClick={() => setChosen(chosen === each.caseNumber ? '' : each.caseNumber)}>{t('handOver')}</Button>
                </td>
              </tr>
              {chosen === each.caseNumber && (
                <tr>
                  <td colSpan={5}>
                    <HandOver caseNumber={each.caseNumber} kind={each.kind} from={from} onCancel={() => setChosen('')}
                      onDone={said => {
                        setChosen('');
                        onDone(said);
                      }} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
