import { useEffect, useRef } from 'preact/hooks';
import { ParcelList } from '../parcels/ParcelList';
import { parcelsOf } from '../parcels/api';
import { useLoaded } from '../shared/load';
import { caseStatusName, kindName, outcomeName } from '../shared/labels';
import { day, money } from '../shared/format';
import { Badge, Busy, Panel, Refused, When } from '../shared/ui';
import { words } from '../shared/words';
import { CaseLink } from './CaseLink';
import { flagIn, objectIn, rowsIn, textIn } from './facts';
import { choiceName } from '../shared/labels';
import type { CaseFile, Facts } from './types';

const t = words({
  en: {
    customer: 'Customer', name: 'Name', phone: 'Telephone', email: 'E-mail', since: 'Customer since', others: 'Other cases',
    more: 'Only the newest are shown.', noOthers: 'There is no other case.', money: 'Money', paid: 'Paid', freight: 'of it freight',
    promised: 'Promised', refunded: 'Refunded', refundable: 'Can still be refunded', parcels: 'Parcels', back: 'Way back', customersParcel: 'Sent by the customer', byCustomer: 'The customer sends the goods.', shipped: 'sent',
    noParcels: 'No parcels are known.', linked: 'Linked cases',
    parent: 'Follows from', following: 'Led to', surcharges: 'of it surcharges'
  },
  zh: {
    customer: '客户', name: '姓名', phone: '电话', email: '邮箱', since: '成为客户时间', others: '其他工单', more: '仅显示最新的工单。',
    noOthers: '没有其他工单。', money: '金额', paid: '已付', freight: '其中运费', promised: '已承诺退款', refunded: '已退款', refundable: '还可退款',
    parcels: '包裹', back: '退回', customersParcel: '客户寄出', byCustomer: '由客户自行寄回。', shipped: '寄出', noParcels: '没有包裹信息。', linked: '关联工单', parent: '来自工单', following: '引出工单', surcharges: '其中补差价'
  }
});

/** Who the customer is, as the reader may know them, and what else they have with the department. */
export function CustomerPanel({ file }: { readonly file: CaseFile }) {
  const { customer, neighbours } = file;
  if (!customer && neighbours.ofCustomer.length === 0) {
    return null;
  }
  return (
    <Panel title={t('customer')}>
      {customer && (
        <dl class="kefu-facts">
          <div><dt>{t('name')}</dt><dd>{customer.name || '–'}</dd></div>
          {customer.phone && <div><dt>{t('phone')}</dt><dd>{customer.phone}</dd></div>}
          {customer.email && <div><dt>{t('email')}</dt><dd>{customer.email}</dd></div>}
          <div><dt>{t('since')}</dt><dd>{day(customer.knownSince)}</dd></div>
        </dl>
      )}
      <h3>{t('others')}</h3>
      {neighbours.ofCustomer.length === 0 && <p class="kefu-soft">{t('noOthers')}</p>}
      <ul class="kefu-plain-list">
        {neighbours.ofCustomer.map(each => (
          <li key={each.caseNumber}>
            <CaseLink caseNumber={each.caseNumber} /> {kindName(each.kind)} <State status={each.status} outcome={each.outcome} />{' '}
            <span class="kefu-soft">{each.orderNumber} · {day(each.openedAt)}</span>
          </li>
        ))}
      </ul>
      {neighbours.moreOfCustomer && <p class="kefu-soft">{t('more')}</p>}
    </Panel>
  );
}

/** How a case stands: open, or how it ended. */
export function State({ status, outcome }: { readonly status: string; readonly outcome: string | null }) {
  return <Badge tone={status === 'OPEN' ? 'warn' : 'plain'}>{outcome ? outcomeName(outcome) : caseStatusName(status)}</Badge>;
}

/** What was paid for the order, and what of it went back or may. */
export function MoneyPanel({ file }: { readonly file: CaseFile }) {
  const { order } = file;
  if (!order) {
    return null;
  }
  const rows = [['paid', order.paid], ['freight', order.freight],
    ...(Number(order.surcharges ?? 0) === 0 ? [] : [['surcharges', order.surcharges ?? ''] as const]), ['promised', order.promised], ['refunded', order.refunded],
    ['refundable', order.refundable]] as const;
  return (
    <Panel title={t('money')}>
      <table class="kefu-table">
        <tbody>
          {rows.map(([name, amount]) => (
            <tr key={name}><th scope="row">{t(name)}</th><td class="is-number">{money(amount, order.currency)}</td></tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

interface ParcelRow {
  readonly what: string;
  readonly courier: string;
  readonly number: string;
  readonly sent?: string | undefined;
}

/** Everything that travels or has travelled, there and back, with what couriers told of it. */
export function ParcelPanel({ file }: { readonly file: CaseFile }) {
  const number = file.order?.orderNumber;
  const parcels = useLoaded(number, signal => parcelsOf(number!, signal));
  const first = useRef(file.now);
  useEffect(() => {
    if (first.current !== file.now) {
      first.current = file.now;
      parcels.reload();
    }
  }, [file.now]);
  const known = new Set(parcels.value?.map(each => each.trackingNumber));
  const rows = parcelsTyped(file.facts).filter(row => !known.has(row.number));
  const byCustomer = flagIn(objectIn(file.facts, 'wayBack') ?? {}, 'byCustomer');
  if (!file.order && rows.length === 0) {
    return null;
  }
  return (
    <Panel title={t('parcels')}>
      <Refused problem={parcels.problem} onAgain={parcels.reload} />
      {number && !parcels.value && !parcels.problem && <Busy height={80} />}
      {parcels.value?.length === 0 && rows.length === 0 && !byCustomer && <p class="kefu-soft">{t('noParcels')}</p>}
      {byCustomer && <p>{t('byCustomer')}</p>}
      {parcels.value && parcels.value.length > 0 && <ParcelList parcels={parcels.value} />}
      <ul class="kefu-plain-list">
        {rows.map(row => (
          <li key={row.what + row.number}>
            <span class="kefu-soft">{row.what}</span> {row.courier} {row.number}{' '}
            {row.sent && <span class="kefu-soft">{t('shipped')} <When at={row.sent} /></span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What people typed into the case, as far as it is no parcel that couriers tell of. */
function parcelsTyped(facts: Facts): ParcelRow[] {
  const known = (what: string, parcel: Facts | undefined): ParcelRow[] => {
    const number = parcel && textIn(parcel, 'trackingNumber');
    return parcel && number ? [{ what, courier: textIn(parcel, 'courier') ?? '', number }] : [];
  };
  return [
    ...known(t('back'), objectIn(facts, 'wayBack')),
    ...known(t('customersParcel'), objectIn(facts, 'customersParcel')),
    ...rowsIn(facts, 'shipped').map(each => ({
      what: choiceName(textIn(each, 'goods') ?? ''),
      courier: textIn(each, 'courier') ?? '',
      number: textIn(each, 'trackingNumber') ?? '',
      sent: textIn(each, 'sentAt')
    }))
  ];
}

/** The cases that belong to this one. */
export function LinkedPanel({ file }: { readonly file: CaseFile }) {
  const { linked } = file.neighbours;
  if (linked.length === 0) {
    return null;
  }
  return (
    <Panel title={t('linked')}>
      <ul class="kefu-plain-list">
        {linked.map(each => (
          <li key={each.caseNumber}>
            {t(each.relation === 'PARENT' ? 'parent' : 'following')}{' '}
            {each.kind ? <CaseLink caseNumber={each.caseNumber} /> : each.caseNumber} {each.kind && kindName(each.kind)}{' '}
            {each.status && <State status={each.status} outcome={each.outcome} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
