import { useLocation } from 'preact-iso';
import { useEffect, useMemo } from 'preact/hooks';
import { useLoaded } from '../../shared/load';
import { useTitle } from '../../shared/title';
import { Badge, Busy, Button, Refused, When } from '../../shared/ui';
import { words } from '../../shared/words';
import { findOrders, onlyHit, orderAddress, type FoundOrders } from './api';
import { foundByName, stateName } from './labels';
import './orders.css';
import { SearchBox } from './SearchBox';
import { seek, soughtHere } from './sought';

const t = words({
  en: {
    title: 'Orders',
    none: 'No order was found by “{q}”.',
    found: 'Orders found by “{q}”, newest first',
    order: 'Order', customer: 'Customer', phone: 'Telephone', paid: 'Paid', goods: 'Goods', state: 'State', by: 'Found by',
    open: 'case open',
    erased: 'erased',
    newer: 'Newer orders',
    older: 'Older orders'
  },
  zh: {
    title: '订单',
    none: '按“{q}”没有找到订单。',
    found: '按“{q}”找到的订单，新的在前',
    order: '订单', customer: '客户', phone: '电话', paid: '付款时间', goods: '商品', state: '状态', by: '匹配项',
    open: '工单处理中',
    erased: '已删除',
    newer: '较新的订单',
    older: '较早的订单'
  }
});

/** Finds an order by whatever is at hand; one that is the only one opens by itself. */
export default function Orders() {
  const { route, url } = useLocation();
  useTitle(t('title'));
  const sought = useMemo(soughtHere, [url]);
  const found = useLoaded(sought && url, signal => findOrders(sought!, signal));
  const only = onlyHit(found.value);

  useEffect(() => {
    if (only) {
      // In the place of this address, so that "back" does not come here again to be sent on
      route(orderAddress(only), true);
    }
  }, [only]);

  return (
    <>
      <h1>{t('title')}</h1>
      <SearchBox q={sought?.query ?? ''} refusal={found.problem?.at('query')} onAgain={found.reload} hasFocus />
      <Refused problem={found.problem} besides={['query']} onAgain={found.reload} />
      {found.isLoading && !found.value && <Busy height={240} />}
      {sought && found.value && !only && (
        <Hits q={sought.query} found={found.value} onPage={page => seek({ query: sought.query, page }, route)} />
      )}
    </>
  );
}

interface HitsProps {
  readonly q: string;
  readonly found: FoundOrders;
  readonly onPage: (page: number) => void;
}

function Hits({ q, found, onPage }: HitsProps) {
  if (found.orders.length === 0) {
    return <p role="status">{t('none', { q })}</p>;
  }
  return (
    <>
      <table class="kefu-table">
        <caption class="kefu-hidden">{t('found', { q })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('order')}</th>
            <th scope="col">{t('customer')}</th>
            <th scope="col">{t('phone')}</th>
            <th scope="col">{t('paid')}</th>
            <th scope="col">{t('goods')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">{t('by')}</th>
          </tr>
        </thead>
        <tbody>
          {found.orders.map(each => (
            <tr key={each.orderNumber}>
              <td><a href={orderAddress(each.orderNumber)}>{each.orderNumber}</a></td>
              <td>{each.customerName || <span class="kefu-soft">{t('erased')}</span>}</td>
              <td class="orders-number">{each.phone}</td>
              <td class="orders-number"><When at={each.paidAt} /></td>
              <td>{each.goods}</td>
              <td>{stateName(each.state)} {each.openUnits > 0 && <Badge tone="warn">{t('open')}</Badge>}</td>
              <td class="kefu-soft">{foundByName(each.foundBy)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <nav class="kefu-row orders-pages" aria-label={t('title')}>
        {found.page > 0 && <Button onClick={() => onPage(found.page - 1)}>{t('newer')}</Button>}
        {found.more && <Button onClick={() => onPage(found.page + 1)}>{t('older')}</Button>}
      </nav>
    </>
  );
}
