import type { ComponentChildren } from 'preact';
import type { Loaded } from '../../shared/load';
import { money } from '../../shared/format';
import { caseStatusName, kindName, outcomeName } from '../../shared/labels';
import { caseAddress } from '../../shared/tasklist';
import type { Parcel } from '../../parcels/parcel';
import { ParcelList } from '../../parcels/ParcelList';
import { Badge, Busy, Panel, Refused, When } from '../../shared/ui';
import { words } from '../../shared/words';
import type { Address, Order, OrderLine } from './api';

const t = words({
  en: {
    customer: 'Customer', erased: 'This customer’s data was erased.', number: 'Customer number', phone: 'Telephone', email: 'E-mail',
    address: 'Address', channel: 'Channel',
    money: 'Money', paidAt: 'Paid on', paid: 'Paid', freight: 'of it freight', discount: 'Discount on the order', promised: 'Promised back',
    refunded: 'Refunded', refundable: 'May still go back',
    goods: 'Goods', line: 'Line', name: 'Article', bought: 'Bought', delivered: 'Delivered', returned: 'Returned', open: 'In open cases',
    left: 'Left', paidFor: 'Paid', linePaidBack: 'Refunded', lineLeft: 'May still go back', unit: 'One unit gets',
    unsent: 'Not sent', cancelled: 'Cancelled', surcharge: 'of it surcharges', parcels: 'Parcels', noParcel: 'Nothing was shipped yet.',
    cases: 'Cases', noCase: 'No case about this order is open to you.', caseNumber: 'Case', kind: 'Kind', status: 'Status', opened: 'Opened'
  },
  zh: {
    customer: '客户', erased: '该客户的资料已被删除。', number: '客户编号', phone: '电话', email: '邮箱',
    address: '地址', channel: '渠道',
    money: '金额', paidAt: '付款时间', paid: '实付', freight: '其中运费', discount: '整单优惠', promised: '已承诺退款',
    refunded: '已退款', refundable: '还可退',
    goods: '商品', line: '行', name: '商品名称', bought: '购买', delivered: '签收', returned: '已退', open: '处理中',
    left: '可退数量', paidFor: '实付', linePaidBack: '已退款', lineLeft: '还可退金额', unit: '再退一件可得',
    unsent: '未发出', cancelled: '已取消', surcharge: '其中补差价', parcels: '包裹', noParcel: '尚未发货。',
    cases: '工单', noCase: '没有您可查看的相关工单。', caseNumber: '工单号', kind: '类型', status: '状态', opened: '建立时间'
  }
});

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return <><dt>{name}</dt><dd>{children}</dd></>;
}

export function addressLine(address: Address): string {
  return [address.province, address.city, address.district, address.street, address.postcode].filter(Boolean).join(' ');
}

export function CustomerPanel({ order }: { readonly order: Order }) {
  const who = order.customer;
  return (
    <Panel title={t('customer')}>
      {!who.name && <p class="kefu-soft">{t('erased')}</p>}
      <dl class="orders-facts">
        {who.name && <Fact name={t('customer')}>{who.name}</Fact>}
        <Fact name={t('number')}>{who.id}</Fact>
        {who.phone && <Fact name={t('phone')}>{who.phone}</Fact>}
        {who.email && <Fact name={t('email')}>{who.email}</Fact>}
        {addressLine(who.address) && <Fact name={t('address')}>{addressLine(who.address)}</Fact>}
        {order.channel && <Fact name={t('channel')}>{order.channel}</Fact>}
      </dl>
    </Panel>
  );
}

export function MoneyPanel({ order }: { readonly order: Order }) {
  const shown = (amount: string) => money(amount, order.currency);
  return (
    <Panel title={t('money')}>
      <dl class="orders-facts is-money">
        <Fact name={t('paidAt')}><When at={order.paidAt} /></Fact>
        <Fact name={t('paid')}>{shown(order.paid)}</Fact>
        <Fact name={t('freight')}>{shown(order.freight)}</Fact>
        {Number(order.discount) !== 0 && <Fact name={t('discount')}>{shown(order.discount)}</Fact>}
        {Number(order.surcharges) !== 0 && <Fact name={t('surcharge')}>{shown(order.surcharges)}</Fact>}
        <Fact name={t('promised')}>{shown(order.promised)}</Fact>
        <Fact name={t('refunded')}>{shown(order.refunded)}</Fact>
        <Fact name={t('refundable')}><strong>{shown(order.refundable)}</strong></Fact>
      </dl>
    </Panel>
  );
}

export function LinesPanel({ order }: { readonly order: Order }) {
  const hasCancelled = order.lines.some(line => line.cancelledQuantity > 0);
  return (
    <Panel title={`${t('goods')} (${order.currency})`}>
      <div class="orders-wide">
        <table class="kefu-table">
          <thead>
            <tr>
              <th scope="col">{t('line')}</th>
              <th scope="col">{t('name')}</th>
              <th scope="col" class="is-number">{t('bought')}</th>
              <th scope="col" class="is-number">{t('unsent')}</th>
              <th scope="col" class="is-number">{t('delivered')}</th>
              {hasCancelled && <th scope="col" class="is-number">{t('cancelled')}</th>}
              <th scope="col" class="is-number">{t('returned')}</th>
              <th scope="col" class="is-number">{t('open')}</th>
              <th scope="col" class="is-number">{t('left')}</th>
              <th scope="col" class="is-number">{t('paidFor')}</th>
              <th scope="col" class="is-number">{t('linePaidBack')}</th>
              <th scope="col" class="is-number">{t('lineLeft')}</th>
              <th scope="col" class="is-number">{t('unit')}</th>
            </tr>
          </thead>
          <tbody>{order.lines.map(line => <Line key={line.line} line={line} hasCancelled={hasCancelled} />)}</tbody>
        </table>
      </div>
    </Panel>
  );
}

function Line({ line, hasCancelled }: { readonly line: OrderLine; readonly hasCancelled: boolean }) {
  return (
    <tr>
      <td class="orders-number">{line.line}</td>
      <td>{line.name} <span class="kefu-soft">{line.sku}</span></td>
      <td class="is-number">{line.quantity}</td>
      <td class="is-number">{line.unsentQuantity}</td>
      <td class="is-number">{line.deliveredQuantity}</td>
      {hasCancelled && <td class="is-number">{line.cancelledQuantity}</td>}
      <td class="is-number">{line.returnedQuantity}</td>
      <td class="is-number">{line.openQuantity}</td>
      <td class="is-number"><strong>{line.leftQuantity}</strong></td>
      <td class="is-number">{line.paidValue}</td>
      <td class="is-number">{line.refunded}</td>
      <td class="is-number">{line.refundable}</td>
      <td class="is-number">{line.leftQuantity > 0 && line.unitRefund !== null ? line.unitRefund : '—'}</td>
    </tr>
  );
}

export function ParcelsPanel({ parcels }: { readonly parcels: Loaded<readonly Parcel[]> }) {
  return (
    <Panel title={t('parcels')}>
      <Refused problem={parcels.problem} onAgain={parcels.reload} />
      {!parcels.value && !parcels.problem && <Busy height={80} />}
      {parcels.value?.length === 0 && <p class="kefu-soft">{t('noParcel')}</p>}
      {parcels.value && parcels.value.length > 0 && <ParcelList parcels={parcels.value} />}
    </Panel>
  );
}

export function CasesPanel({ order }: { readonly order: Order }) {
  return (
    <Panel title={t('cases')}>
      {order.cases.length === 0 ? <p class="kefu-soft">{t('noCase')}</p> : (
        <table class="kefu-table">
          <thead>
            <tr>
              <th scope="col">{t('caseNumber')}</th>
              <th scope="col">{t('kind')}</th>
              <th scope="col">{t('status')}</th>
              <th scope="col">{t('opened')}</th>
            </tr>
          </thead>
          <tbody>
            {order.cases.map(each => (
              <tr key={each.caseNumber}>
                <td class="orders-number"><a href={caseAddress(each.caseNumber)}>{each.caseNumber}</a></td>
                <td>{kindName(each.kind)}</td>
                <td>
                  <Badge tone={each.status === 'OPEN' ? 'warn' : 'plain'}>{caseStatusName(each.status)}</Badge>{' '}
                  {each.outcome && outcomeName(each.outcome)}
                </td>
                <td class="orders-number"><When at={each.openedAt} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
