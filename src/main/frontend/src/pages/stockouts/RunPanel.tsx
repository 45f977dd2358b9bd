import { useState } from 'preact/hooks';
import { Problem } from '../../shared/api';
import { choiceName } from '../../shared/labels';
import { nameIn, type Person } from '../../shared/people';
import { caseAddress } from '../../shared/tasklist';
import { Badge, Button, Panel, Refused, When } from '../../shared/ui';
import { words } from '../../shared/words';
import { orderAddress } from '../orders/api';
import { stopRun, type RunWithOrders } from './api';
import { byUrgency, isRunning, percentOf } from './running';

const t = words({
  en: {
    title: '{sku}: {cause}', begun: 'Begun by {by},', progress: 'Progress', soFar: '{done} of {total} orders: {opened} new cases, {skipped} had one already, {refused} refused', over: 'Finished. {total} orders: {opened} new cases, {skipped} had one already, {refused} refused.',
    ended: 'Stopped by {by} after {done} of {total} orders: {opened} new cases, {skipped} had one already, {refused} refused.', stop: 'Stop the run', sure: 'The orders that are left get no case of this run. Cases that were opened go on.', yes: 'Yes, stop it', no: 'No',
    noOrders: 'No order waits for this article.', onlyRefused: 'Only those that were refused', order: 'Order', result: 'Result', caseNumber: 'Case', reason: 'Why not', OPENED: 'new case', SKIPPED: 'had a case already', TO_DO: 'in turn', REFUSED: 'refused', STOPPED: 'stopped before', orders: 'Orders of this run'
  },
  zh: {
    title: '{sku}：{cause}', begun: '发起人：{by}，', progress: '进度', soFar: '{total} 个订单中已处理 {done} 个：新建工单 {opened} 个，已有工单 {skipped} 个，拒绝 {refused} 个', over: '已完成。共 {total} 个订单：新建工单 {opened} 个，已有工单 {skipped} 个，拒绝 {refused} 个。',
    ended: '已由 {by} 停止，{total} 个订单中处理了 {done} 个：新建工单 {opened} 个，已有工单 {skipped} 个，拒绝 {refused} 个。', stop: '停止本批次', sure: '剩余订单将不再建立工单，已建立的工单继续处理。', yes: '确定停止', no: '取消',
    noOrders: '没有订单在等待该商品。', onlyRefused: '只看被拒绝的', order: '订单', result: '结果', caseNumber: '工单', reason: '原因', OPENED: '新建工单', SKIPPED: '已有工单', TO_DO: '排队中', REFUSED: '被拒绝', STOPPED: '停止前未处理', orders: '本批次的订单'
  }
});

interface Props {
  readonly run: RunWithOrders;
  readonly everybody: readonly Person[] | undefined;
  readonly mayStop: boolean;
  readonly onStopped: (run: RunWithOrders) => void;
}

/** How a run goes, and what became of each order. */
export function RunPanel({ run, everybody, mayStop, onStopped }: Props) {
  const [onlyRefused, setOnlyRefused] = useState(false);
  const results = byUrgency(run.orders).filter(each => !onlyRefused || each.status === 'REFUSED');
  const counts = { done: run.done, total: run.total, opened: run.opened, skipped: run.skipped, refused: run.refused,
    by: nameIn(everybody, run.stoppedBy ?? '') };
  return (
    <Panel title={t('title', { sku: run.sku, cause: choiceName(run.cause) })}>
      <p class="kefu-soft">{t('begun', { by: nameIn(everybody, run.startedBy) })} <When at={run.startedAt} /></p>
      <progress class="stockouts-progress" max={100} value={percentOf(run)} aria-label={t('progress')}>{percentOf(run)} %</progress>
      <p role="status" class={run.status === 'FINISHED' ? 'kefu-done' : ''}>{t(run.status === 'RUNNING' ? 'soFar' : run.status === 'STOPPED' ? 'ended' : 'over', counts)}</p>
      {isRunning(run) && mayStop && <Stop run={run} onStopped={onStopped} />}
      {run.total === 0 && !isRunning(run) && <p class="kefu-soft">{t('noOrders')}</p>}
      {run.refused > 0 && (
        <label class="kefu-check stockouts-filter">
          <input type="checkbox" checked={onlyRefused} onChange={event => setOnlyRefused(event.currentTarget.checked)} /> {t('onlyRefused')}
        </label>
      )}
      {run.orders.length > 0 && (
        <div class="stockouts-orders" tabIndex={0} role="region" aria-label={t('orders')}>
          <table class="kefu-table">
            <thead>
              <tr><th scope="col">{t('order')}</th><th scope="col">{t('result')}</th><th scope="col">{t('caseNumber')}</th><th scope="col">{t('reason')}</th></tr>
            </thead>
            <tbody>
              {results.map(each => (
                <tr key={each.orderNumber}>
                  <td><a href={orderAddress(each.orderNumber)}>{each.orderNumber}</a></td>
                  <td>
                    <Badge tone={each.status === 'OPENED' ? 'good' : each.status === 'REFUSED' ? 'bad' : 'plain'}>{t(each.status)}</Badge>
                  </td>
                  <td>{each.caseNumber && <a href={caseAddress(each.caseNumber)}>{each.caseNumber}</a>}</td>
                  <td>{each.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

interface StopProps {
  readonly run: RunWithOrders;
  readonly onStopped: (run: RunWithOrders) => void;
}

/** Stops what can't be taken back afterwards, so it is asked twice. */
function Stop({ run, onStopped }: StopProps) {
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const stop = async () => {
    try {
      onStopped(await stopRun(run.id));
    } catch (failure) {
      setProblem(failure instanceof Problem ? failure : new Problem(0, ''));
    }
  };
  return (
    <>
      <div class="kefu-row stockouts-filter">
        {isAsking ? <>{t('sure')} <Button onClick={stop}>{t('yes')}</Button> <Button onClick={() => setAsking(false)}>{t('no')}</Button></>
          : <Button onClick={() => setAsking(true)}>{t('stop')}</Button>}
      </div>
      <Refused problem={problem} />
    </>
  );
}
