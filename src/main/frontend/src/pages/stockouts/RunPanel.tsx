import { useState } from 'preact/hooks';
import { stockOutCauseName } from '../../shared/labels';
import { nameIn, type Person } from '../../shared/people';
import { caseAddress } from '../../shared/tasklist';
import { Badge, Panel, When } from '../../shared/ui';
import { words } from '../../shared/words';
import { orderAddress } from '../orders/api';
import type { RunWithOrders } from './api';
import { byUrgency, doneOf, isRunning, percentOf } from './running';

const t = words({
  en: {
    title: '{sku}: {cause}', begun: 'Begun by {by},', progress: 'Progress', soFar: '{done} of {total} orders; {opened} cases, {refused} refused', over: 'Finished: {total} orders; {opened} cases, {refused} refused.',
    noOrders: 'No order waits for this article.', onlyRefused: 'Only those that were refused', order: 'Order', result: 'Result', caseNumber: 'Case', reason: 'Why not', opened: 'Case', waiting: 'in turn', refused: 'refused', orders: 'Orders of this run'
  },
  zh: {
    title: '{sku}：{cause}', begun: '发起人：{by}，', progress: '进度', soFar: '{total} 个订单中已处理 {done} 个：建立工单 {opened} 个，拒绝 {refused} 个', over: '已完成：共 {total} 个订单，建立工单 {opened} 个，拒绝 {refused} 个。',
    noOrders: '没有订单在等待该商品。', onlyRefused: '只看被拒绝的', order: '订单', result: '结果', caseNumber: '工单', reason: '原因', opened: '已建工单', waiting: '排队中', refused: '被拒绝', orders: '本批次的订单'
  }
});

interface Props {
  readonly run: RunWithOrders;
  readonly everybody: readonly Person[] | undefined;
}

/** How a run goes, and what became of each order. */
export function RunPanel({ run, everybody }: Props) {
  const [onlyRefused, setOnlyRefused] = useState(false);
  const results = byUrgency(run.orders).filter(each => !onlyRefused || each.reason !== null);
  const counts = { done: doneOf(run), total: run.total, opened: run.opened, refused: run.refused };
  return (
    <Panel title={t('title', { sku: run.sku, cause: stockOutCauseName(run.cause) })}>
      <p class="kefu-soft">{t('begun', { by: nameIn(everybody, run.startedBy) })} <When at={run.startedAt} /></p>
      <progress class="stockouts-progress" max={100} value={percentOf(run)} aria-label={t('progress')}>{percentOf(run)} %</progress>
      <p role="status" class={isRunning(run) ? '' : 'kefu-done'}>{t(isRunning(run) ? 'soFar' : 'over', counts)}</p>
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
                    {each.caseNumber ? <Badge tone="good">{t('opened')}</Badge> : each.reason !== null ? <Badge tone="bad">{t('refused')}</Badge>
                      : <Badge>{t('waiting')}</Badge>}
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
