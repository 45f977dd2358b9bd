import { useLocation, useRoute } from 'preact-iso';
import { parcelsOf } from '../../parcels/api';
import { useLoaded } from '../../shared/load';
import { useTitle } from '../../shared/title';
import { Busy, Refused } from '../../shared/ui';
import { words } from '../../shared/words';
import { readOrder } from './api';
import '../../parcels/parcels.css';
import './orders.css';
import { CasesPanel, CustomerPanel, LinesPanel, MoneyPanel, ParcelsPanel } from './parts';
import { SearchBox } from './SearchBox';
import { StartPanel } from './StartPanel';

const t = words({
  en: { title: 'Order {number}' },
  zh: { title: '订单 {number}' }
});

/** An order with everything that came of it, and what may be begun about it. */
export default function Order() {
  const { path } = useLocation();
  const number = useRoute().params.orderNumber ?? '';
  useTitle(t('title', { number }));
  const order = useLoaded(number, signal => readOrder(number, signal));
  const parcels = useLoaded(`parcels ${number}`, signal => parcelsOf(number, signal));

  return (
    <>
      <SearchBox q="" key={path} />
      <h1>{t('title', { number })}</h1>
      <Refused problem={order.problem} onAgain={order.reload} />
      {!order.value && !order.problem && <Busy height={480} />}
      {order.value && (
        <>
          <div class="orders-top">
            <CustomerPanel order={order.value} />
            <MoneyPanel order={order.value} />
          </div>
          <LinesPanel order={order.value} />
          <StartPanel key={number} order={order.value} parcels={parcels.value ?? []}
            onStarted={() => {
              order.reload();
              parcels.reload();
            }} />
          <ParcelsPanel parcels={parcels} />
          <CasesPanel order={order.value} />
        </>
      )}
    </>
  );
}
