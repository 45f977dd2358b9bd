import { useLocation } from 'preact-iso';
import { groupName } from '../../shared/labels';
import { useLoaded } from '../../shared/load';
import { useTitle } from '../../shared/title';
import { Badge, Busy, Button, Panel, Refused, When } from '../../shared/ui';
import '../lists.css';
import { tableOf, workload, type GroupLoad, type PersonLoad, type Workload } from './api';
import './leaders.css';
import { Table } from './Table';
import { t } from './words';

/** For leaders: what waits for whom and who holds what, oldest first; from here work is moved. */
export default function Leaders() {
  const { query } = useLocation();
  useTitle(t('title'));
  const whose = query['group'] ? 'groups' : 'people';
  const chosen = query['group'] || query['person'] || '';

  const overview = useLoaded('workload', workload);
  const table = useLoaded(chosen ? `${whose}/${chosen}` : undefined, signal => tableOf(whose, chosen, signal));

  if (overview.problem?.status === 403) {
    return (
      <>
        <h1>{t('forbiddenTitle')}</h1>
        <p>{t('forbidden')}</p>
        <p><a href="/app">{t('home')}</a></p>
      </>
    );
  }
  const reload = () => {
    overview.reload();
    table.reload();
  };
  return (
    <>
      <div class="kefu-row kefu-leaders-head">
        <h1>{t('title')}</h1>
        <Button onClick={reload}>{t('refresh')}</Button>
      </div>
      <Refused problem={overview.problem} onAgain={overview.reload} />
      <div class="kefu-leaders-columns">
        <div>
          {!overview.value && !overview.problem && <Busy height={600} />}
          {overview.value && <People people={overview.value.people} chosen={whose === 'people' ? chosen : ''} />}
          {overview.value && <Groups groups={overview.value.groups} chosen={whose === 'groups' ? chosen : ''} />}
        </div>
        <div class="kefu-leaders-chosen">
          {chosen
            ? <Table key={`${whose}/${chosen}`} whose={whose} table={table} people={fit(overview.value)} onChanged={reload} />
            : <Panel><p class="kefu-soft">{t('choose')}</p></Panel>}
        </div>
      </div>
    </>
  );
}

/** Those who can take over: who works on what is led here, and has an account. */
function fit(overview: Workload | undefined): readonly PersonLoad[] {
  return overview?.people.filter(each => each.groups.length > 0) ?? [];
}

function People({ people: all, chosen }: { readonly people: readonly PersonLoad[]; readonly chosen: string }) {
  const busy = all.filter(each => each.tasks + each.cases > 0);
  const idle = all.filter(each => each.tasks + each.cases === 0);
  return (
    <Panel title={t('people')}>
      <table class="kefu-table">
        <thead>
          <tr>
            <th scope="col">{t('person')}</th>
            <th scope="col" class="is-number">{t('tasks')}</th>
            <th scope="col" class="is-number">{t('overdue')}</th>
            <th scope="col" class="is-number">{t('cases')}</th>
            <th scope="col">{t('oldest')}</th>
          </tr>
        </thead>
        <tbody>
          {busy.map(each => (
            <tr key={each.id} class={each.id === chosen ? 'is-chosen' : undefined}>
              <td>
                <a href={personAddress(each.id)} {...(each.id === chosen ? { 'aria-current': 'true' } : {})}>
                  {each.name}
                </a>
                <div class="kefu-soft">{each.groups.map(groupName).join(t('separator'))}</div>
              </td>
              <td class="is-number">{each.tasks}</td>
              <td class="is-number"><Late count={each.overdue} /></td>
              <td class="is-number">{each.cases}</td>
              <td class="kefu-nowrap">{each.oldest && <When at={each.oldest} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Rest title={t('idle')} links={idle.map(each => ({ id: each.id, name: each.name, address: personAddress(each.id) }))} chosen={chosen} />
    </Panel>
  );
}

function Groups({ groups, chosen }: { readonly groups: readonly GroupLoad[]; readonly chosen: string }) {
  const waiting = groups.filter(each => each.unassigned > 0);
  const quiet = groups.filter(each => each.unassigned === 0);
  return (
    <Panel title={t('groups')}>
      <table class="kefu-table">
        <thead>
          <tr>
            <th scope="col">{t('group')}</th>
            <th scope="col" class="is-number">{t('unassigned')}</th>
            <th scope="col" class="is-number">{t('overdue')}</th>
            <th scope="col">{t('oldest')}</th>
          </tr>
        </thead>
        <tbody>
          {waiting.map(each => (
            <tr key={each.group} class={each.group === chosen ? 'is-chosen' : undefined}>
              <td>
                <a href={groupAddress(each.group)} {...(each.group === chosen ? { 'aria-current': 'true' } : {})}>
                  {groupName(each.group)}
                </a>
              </td>
              <td class="is-number">{each.unassigned}</td>
              <td class="is-number"><Late count={each.overdue} /></td>
              <td class="kefu-nowrap">{each.oldest && <When at={each.oldest} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Rest title={t('quiet')} chosen={chosen}
        links={quiet.map(each => ({ id: each.group, name: groupName(each.group), address: groupAddress(each.group) }))} />
    </Panel>
  );
}

interface RestProps {
  readonly title: string;
  readonly links: readonly { readonly id: string; readonly name: string; readonly address: string }[];
  readonly chosen: string;
}

/** Those with nothing to do, on few lines. */
function Rest({ title, links, chosen }: RestProps) {
  return links.length === 0 ? null : (
    <p class="kefu-leaders-rest">
      <span class="kefu-soft">{title}</span>
      {links.map(each => (
        <a key={each.id} href={each.address} {...(each.id === chosen ? { 'aria-current': 'true' } : {})}>{each.name}</a>
      ))}
    </p>
  );
}

function personAddress(id: string): string {
  return `/app/leaders?person=${encodeURIComponent(id)}`;
}

function groupAddress(group: string): string {
  return `/app/leaders?group=${encodeURIComponent(group)}`;
}

function Late({ count }: { readonly count: number }) {
  return count > 0 ? <Badge tone="bad">{count}</Badge> : <>{count}</>;
}
