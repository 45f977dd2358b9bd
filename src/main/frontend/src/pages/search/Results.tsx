import { CaseLink, OrderLink } from '../../case/CaseLink';
import { distance } from '../../shared/format';
import { caseStatusName, kindName, outcomeName } from '../../shared/labels';
import { nameIn, type Person } from '../../shared/people';
import { Badge, When } from '../../shared/ui';
import type { CasePage } from './api';
import { CONDITIONS, searchAddress, type Condition, type Conditions } from './conditions';
import { conditionName, t } from './words';

interface ResultsProps {
  readonly found: CasePage;
  readonly conditions: Conditions;
  readonly people: readonly Person[];
}

/** The cases of one page, and the ways to the next and the last one. */
export function Results({ found, conditions, people }: ResultsProps) {
  if (found.cases.length === 0) {
    return <p role="status">{nothing(found.page, conditions, people)}</p>;
  }
  return (
    <>
      <div class="kefu-scroll">
        <table class="kefu-table">
          <caption class="kefu-hidden">{t('found')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('caseNumber')}</th>
              <th scope="col">{conditionName('kind')}</th>
              <th scope="col">{conditionName('status')}</th>
              <th scope="col">{conditionName('orderNumber')}</th>
              <th scope="col">{conditionName('customerId')}</th>
              <th scope="col">{conditionName('owner')}</th>
              <th scope="col">{t('opened')}</th>
              <th scope="col">{t('due')}</th>
            </tr>
          </thead>
          <tbody>
            {found.cases.map(each => (
              <tr key={each.caseNumber}>
                <td class="kefu-nowrap"><CaseLink caseNumber={each.caseNumber} /></td>
                <td>{kindName(each.kind)}</td>
                <td>{each.outcome ? outcomeName(each.outcome) : caseStatusName(each.status)}</td>
                <td>{each.orderNumber && <OrderLink orderNumber={each.orderNumber} />}</td>
                <td>{each.customerId}</td>
                <td title={each.owner}>{nameIn(people, each.owner)}</td>
                <td class="kefu-nowrap">
                  <When at={each.openedAt} />
                  {each.status === 'OPEN' && <span class="kefu-soft"> · {t('old', { distance: distance(each.openedAt, Date.now()).text })}</span>}
                </td>
                <td class="kefu-nowrap">
                  {each.dueAt && <When at={each.dueAt} />} {each.overdue && <Badge tone="bad">{t('overdue')}</Badge>}
                  {each.status === 'OPEN' && each.openTasks === 0 && <span class="kefu-soft">{t('unheld')}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <nav class="kefu-row kefu-search-pages" aria-label={t('page', { page: found.page + 1 })}>
        {found.page > 0 && <a class="kefu-button" href={searchAddress(conditions, found.page - 1)}>{t('previous')}</a>}
        {(found.page > 0 || found.more) && <span>{t('page', { page: found.page + 1 })}</span>}
        {found.more && <a class="kefu-button" href={searchAddress(conditions, found.page + 1)}>{t('next')}</a>}
      </nav>
    </>
  );
}

function nothing(page: number, conditions: Conditions, people: readonly Person[]): string {
  if (page > 0) {
    return t('nothingFurther');
  }
  return Object.keys(conditions).length === 0 ? t('nothingAtAll') : t('nothing', { asked: inWords(conditions, people) });
}

/** What was asked, in a sentence's words: `Kind: Product return; Owner: 李娜`. */
export function inWords(conditions: Conditions, people: readonly Person[]): string {
  return CONDITIONS
    .flatMap(each => (conditions[each] === undefined ? [] : [[each, conditions[each]] as const]))
    .map(([each, value]) => conditionName(each) + t('colon') + shown(each, value, people))
    .join(t('and'));
}

function shown(condition: Condition, value: string, people: readonly Person[]): string {
  switch (condition) {
    case 'kind': return kindName(value);
    case 'status': return caseStatusName(value);
    case 'owner': return nameIn(people, value);
    case 'overdue': return t('yes');
    default: return value;
  }
}
