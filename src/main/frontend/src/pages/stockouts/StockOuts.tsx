import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { moment } from '../../shared/format';
import { choiceName } from '../../shared/labels';
import { useLoaded } from '../../shared/load';
import { isIn, me } from '../../shared/me';
import { nameIn, people, type Person } from '../../shared/people';
import { useTitle } from '../../shared/title';
import { Badge, Busy, Panel, Refused, When } from '../../shared/ui';
import { words } from '../../shared/words';
import { allRuns, runAddress, type Run } from './api';
import { RunPanel } from './RunPanel';
import { isRunning } from './running';
import { StartRun, STARTERS } from './StartRun';
import '../lists.css';
import './stockouts.css';
import { useRun } from './useRun';

const t = words({
  en: {
    title: 'Stock-outs in bulk', intro: 'One article is short or late, many orders wait for it: each gets a case, and its customer one letter. Begun once more, nothing happens twice.',
    notYours: 'Stock-outs in bulk concern the warehouse, customer service and order clerks.',
    earlier: 'Earlier runs', none: 'There was no run yet.', started: 'Started', by: 'By', sku: 'Article', cause: 'Cause', done: 'Orders', refused: 'Refused', status: 'Status',
    RUNNING: 'running', FINISHED: 'finished', STOPPED: 'stopped', open: 'Open the run of {sku}, {at}', of: '{done} of {total}'
  },
  zh: {
    title: '批量缺货处理', intro: '一种商品缺货或延迟、多个订单在等：系统为每个订单建立工单，并给客户发一封信。重复发起不会重复处理。',
    notYours: '批量缺货处理由仓库、客服和订单专员使用。',
    earlier: '历史批次', none: '还没有批次。', started: '发起时间', by: '发起人', sku: '商品', cause: '原因', done: '订单', refused: '拒绝', status: '状态',
    RUNNING: '进行中', FINISHED: '已完成', STOPPED: '已停止', open: '打开 {sku} 在 {at} 的批次', of: '{done} / {total}'
  }
});

/** One product short, many orders: begun here, and followed while it goes. */
export default function StockOuts() {
  const { query, route } = useLocation();
  useTitle(t('title'));
  const person = useLoaded('me', me);
  const everybody = useLoaded('people', signal => people(undefined, signal));
  const runs = useLoaded('runs', allRuns);
  const run = useRun(query['run']);
  const isOver = run.value !== undefined && !isRunning(run.value);

  useEffect(() => {
    if (isOver) {
      runs.reload();
    }
  }, [isOver]);

  if (runs.problem?.status === 403) {
    return <><h1>{t('title')}</h1><p role="status">{t('notYours')}</p></>;
  }
  return (
    <>
      <h1>{t('title')}</h1>
      <p class="kefu-soft">{t('intro')}</p>
      <Refused problem={person.problem} onAgain={person.reload} />
      {!person.value && !person.problem && <Busy height={240} />}
      {person.value && isIn(person.value, ...STARTERS) && (
        <StartRun onStarted={started => {
          runs.reload();
          route(runAddress(started.id));
        }} />
      )}
      {query['run'] && (
        <>
          <Refused problem={run.problem} onAgain={run.reload} />
          {!run.value && !run.problem && <Busy height={320} />}
          {run.value && <RunPanel run={run.value} everybody={everybody.value} mayStop={person.value !== undefined && isIn(person.value, 'supervisors', 'camunda-admin')} onStopped={run.replace} />}
        </>
      )}
      <Panel title={t('earlier')}>
        <Refused problem={runs.problem} onAgain={runs.reload} />
        {!runs.value && !runs.problem && <Busy />}
        {runs.value && <Runs runs={runs.value} everybody={everybody.value} />}
      </Panel>
    </>
  );
}

interface RunsProps {
  readonly runs: readonly Run[];
  readonly everybody: readonly Person[] | undefined;
}

function Runs({ runs, everybody }: RunsProps) {
  if (runs.length === 0) {
    return <p class="kefu-soft">{t('none')}</p>;
  }
  return (
    <div class="kefu-scroll">
      <table class="kefu-table">
        <thead>
          <tr>
            <th scope="col">{t('started')}</th><th scope="col">{t('sku')}</th><th scope="col">{t('cause')}</th><th scope="col">{t('by')}</th>
            <th scope="col" class="is-number">{t('done')}</th><th scope="col" class="is-number">{t('refused')}</th><th scope="col">{t('status')}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map(each => (
            <tr key={each.id}>
              <td class="kefu-nowrap">
                <a href={runAddress(each.id)} aria-label={t('open', { sku: each.sku, at: moment(each.startedAt) })}><When at={each.startedAt} /></a>
              </td>
              <td>{each.sku}</td><td>{choiceName(each.cause)}</td><td>{nameIn(everybody, each.startedBy)}</td>
              <td class="is-number">{isRunning(each) ? t('of', { done: each.done, total: each.total }) : each.total}</td>
              <td class="is-number">{each.refused}</td>
              <td><Badge tone={isRunning(each) ? 'warn' : 'plain'}>{t(each.status)}</Badge></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
