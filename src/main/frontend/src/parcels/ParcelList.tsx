import { useState } from 'preact/hooks';
import { CaseLink } from '../case/CaseLink';
import { legName, parcelEventName, parcelPurposeName, parcelStateName } from '../shared/labels';
import { Badge, Button, When, type Tone } from '../shared/ui';
import { words } from '../shared/words';
import { contradicting, hasArrived, isLate, parcelKey, type Parcel, type ParcelEvent } from './parcel';

const t = words({
  en: { lineOf: '{quantity} × line {line}', separator: ', ', sent: 'sent', since: 'since', attempts: 'failed deliveries: {count}', contradicted: 'Reports contradict each other',
    contradicts: 'contradicts what came before', show: 'Reports ({count})', hide: 'Hide reports', none: 'Nothing was reported yet.', told: 'heard', inCase: 'in case', reports: 'Reports of {number}' },
  zh: { lineOf: '第 {line} 行 × {quantity}', separator: '、', sent: '寄出', since: '自', attempts: '派送失败 {count} 次', contradicted: '物流信息前后矛盾',
    contradicts: '与之前的信息矛盾', show: '物流信息（{count}）', hide: '收起物流信息', none: '还没有物流信息。', told: '收到于', inCase: '所属工单', reports: '{number} 的物流信息' }
});

/** Parcels there and back, each with what became of it. */
export function ParcelList({ parcels }: { readonly parcels: readonly Parcel[] }) {
  return (
    <ul class="parcels">
      {parcels.map(each => <Item key={parcelKey(each)} parcel={each} />)}
    </ul>
  );
}

function Item({ parcel }: { readonly parcel: Parcel }) {
  const [isOpen, setOpen] = useState(!hasArrived(parcel) || parcel.contradicted);
  const contents = parcel.lines.map(part => t('lineOf', { line: part.line, quantity: part.quantity })).join(t('separator'));
  return (
    <li>
      <div class="kefu-row">
        <Badge>{legName(parcel.leg)}</Badge>
        <strong class="parcels-number">{parcel.courier} {parcel.trackingNumber}</strong>
        <ParcelState parcel={parcel} />
        {parcel.contradicted && <Badge tone="bad">{t('contradicted')}</Badge>}
        <span class="kefu-soft">
          {parcel.since && <>{t('since')} <When at={parcel.since} /></>} {parcel.place}
        </span>
        {parcel.failedAttempts > 0 && <span class="kefu-soft">{t('attempts', { count: parcel.failedAttempts })}</span>}
        <span class="parcels-spring" />
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('hide') : t('show', { count: parcel.events.length })}
        </Button>
      </div>
      <div class="kefu-soft">
        {parcelPurposeName(parcel.purpose)}{contents && ` · ${contents}`}
        {parcel.sentAt && <> · {t('sent')} <When at={parcel.sentAt} /></>}
        {parcel.caseNumber && <> · {t('inCase')} <CaseLink caseNumber={parcel.caseNumber} /></>}
      </div>
      {isOpen && <Events parcel={parcel} />}
    </li>
  );
}

/** Where a parcel is, in the colour of how good that is for where it was to go. */
export function ParcelState({ parcel }: { readonly parcel: Pick<Parcel, 'state'> }) {
  return <Badge tone={toneOf(parcel.state)}>{parcelStateName(parcel.state)}</Badge>;
}

function toneOf(state: string): Tone {
  switch (state) {
    case 'DELIVERED':
      return 'good';
    case 'LOST':
    case 'DAMAGED':
      return 'bad';
    case 'FAILED_ATTEMPT':
    case 'RETURNING':
    case 'RETURNED':
      return 'warn';
    default:
      return 'plain';
  }
}

function Events({ parcel }: { readonly parcel: Parcel }) {
  const wrong = contradicting(parcel);
  if (parcel.events.length === 0) {
    return <p class="kefu-soft parcels-events">{t('none')}</p>;
  }
  return (
    <ol class="parcels-events" aria-label={t('reports', { number: parcel.trackingNumber })}>
      {parcel.events.map(each => <Event key={each.eventId} event={each} isWrong={wrong.has(each.eventId)} />)}
    </ol>
  );
}

function Event({ event, isWrong }: { readonly event: ParcelEvent; readonly isWrong: boolean }) {
  return (
    <li class={isWrong ? 'is-wrong' : undefined}>
      <span class="parcels-when"><When at={event.occurredAt} /></span>
      <span>{parcelEventName(event.status)}</span>
      <span>{event.place}</span>
      <span>
        {isWrong && <Badge tone="bad">{t('contradicts')}</Badge>}{' '}
        {isLate(event) && <span class="kefu-soft">{t('told')} <When at={event.receivedAt} /></span>}
      </span>
    </li>
  );
}
