import type { ComponentChildren } from 'preact';
import { money } from '../../shared/format';
import { caseStatusName, kindName, outcomeName } from '../../shared/labels';
import { caseAddress } from '../../shared/tasklist';
import { Badge, Panel, When } from '../../shared/ui';
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
    parcels: 'Parcels', noParcel: 'Nothing was shipped yet.', courier: 'Courier', tracking: 'Tracking number', shipped: 'Shipped',
    contents: 'Contents', underWay: 'on its way', lineOf: '{quantity} of line {line}',
    cases: 'Cases', noCase: 'No case about this order is open to you.', caseNumber: 'Case', kind: 'Kind', status: 'Status', opened: 'Opened'
  },
  zh: {
    customer: '客户', erased: '该客户的资料已被删除。', number: '客户编号', phone: '电话', email: '邮箱',
    address: '地址', channel: '渠道',
    money: '金额', paidAt: '付款时间', paid: '实付', freight: '其中运费', discount: '整单优惠', promised: '已承诺退款',
    refunded: '已退款', refundable: '还可退',
    goods: '商品', line: '行', name: '商品名称', bought: '购买', delivered: '签收', returned: '已退', open: '处理中',
    left: '可退数量', paidFor: '实付', linePaidBack: '已退款', lineLeft: '还可退金额', unit: '再退一件可得',
    parcels: '包裹', noParcel: '尚未发货。', courier: '快递公司', tracking: '运单号', shipped: '发货时间',
    contents: '内含', underWay: '运输中', lineOf: '第 {line} 行 {quantity} 件',
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
        <Fact name={t('promised')}>{shown(order.promised)}</Fact>
        <Fact name={t('refunded')}>{shown(order.refunded)}</Fact>
        <Fact name={t('refundable')}><strong>{shown(order.refundable)}</strong></Fact>
      </dl>
    </Panel>
  );
}

export function LinesPanel({ order }: { readonly order: Order }) {
  return (
    <Panel title={`${t('goods')} (${order.currency})`}>
      <div class="orders-wide">
        <table class="kefu-table">
          <thead>
            <tr>
              <th scope="col">{t('line')}</th>
              <th scope="col">{t('name')}</th>
              <th scope="col" class="is-number">{t('bought')}</th>
              <th scope="col" class="is-number">{t('delivered')}</th>
              <th scope="col" class="is-number">{t('returned')}</th>
              <th scope="col" class="is-number">{t('open')}</th>
              <th scope="col" class="is-number">{t('left')}</th>
              <th scope="col" class="is-number">{t('paidFor')}</th>
              <th scope="col" class="is-number">{t('linePaidBack')}</th>
              <th scope="col" class="is-number">{t('lineLeft')}</th>
              <th scope="col" class="is-number">{t('unit')}</th>
            </tr>
          </thead>
          <tbody>{order.lines.map(line => <Line key={line.line} line={line} />)}</tbody>
        </table>
      </div>
    </Panel>
  );
}

function Line({ line }: { readonly line: OrderLine }) {
  return (
    <tr>
      <td class="orders-number">{line.line}</td>
      <td>{line.name} <span class="kefu-soft">{line.sku}</span></td>
      <td class="is-number">{line.quantity}</td>
      <td class="is-number">{line.deliveredQuantity}</td>
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

export function ParcelsPanel({ order }: { readonly order: Order }) {
  return (
    <Panel title={t('parcels')}>
      {order.shipments.length === 0 ? <p class="kefu-soft">{t('noParcel')}</p> : (
        <table class="kefu-table">
          <thead>
            <tr>
              <th scope="col">{t('tracking')}</th>
              <th scope="col">{t('courier')}</th>
              <th scope="col">{t('shipped')}</th>
              <th scope="col">{t('delivered')}</th>
              <th scope="col">{t('contents')}</th>
            </tr>
          </thead>
          <tbody>
            {order.shipments.map(each => (
              <tr key={each.trackingNumber}>
                <td class="orders-number">{each.trackingNumber}</td>
                <td>{each.courier}</td>
                <td class="orders-number"><When at={each.shippedAt} /></td>
                <td class="orders-number">{each.deliveredAt ? <When at={each.deliveredAt} /> : t('underWay')}</td>
                <td>{each.lines.map(part => t('lineOf', { line: part.line, quantity: part.quantity })).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
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
