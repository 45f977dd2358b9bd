import { groupName, payoutStatusName, refundStatusName } from '../shared/labels';
import { money } from '../shared/format';
import { Badge, Panel, When } from '../shared/ui';
import { words } from '../shared/words';
import { objectIn, textIn } from './facts';
import { nameOf } from './people';
import type { CaseFile } from './types';

const t = words({
  en: { title: 'Refund', amount: 'Amount', freight: 'of it freight', surcharges: 'of it surcharges', heldBack: 'Held back', status: 'Status', requestedBy: 'Decided by', approver: 'Approved by group', decidedBy: 'Approval',
    note: 'Note', payout: 'Payment', reference: 'Reference' },
  zh: { title: '退款', amount: '金额', freight: '其中运费', surcharges: '其中补差价', heldBack: '扣除', status: '状态', requestedBy: '金额确定人', approver: '审批组', decidedBy: '审批人', note: '备注', payout: '付款',
    reference: '凭证号' }
});

/** The refund of the case: how much, who decides, where its payment stands. */
export function RefundPanel({ file }: { readonly file: CaseFile }) {
  const refund = objectIn(file.facts, 'refund');
  if (!refund) {
    return null;
  }
  const payout = objectIn(refund, 'payout');
  const status = textIn(refund, 'status') ?? '';
  const requestedBy = textIn(refund, 'requestedBy');
  const decidedBy = textIn(refund, 'decidedBy');
  const group = textIn(refund, 'approverGroup');
  const orderedAt = payout && textIn(payout, 'orderedAt');
  return (
    <Panel title={t('title')}>
      <dl class="kefu-facts">
        <div><dt>{t('amount')}</dt><dd>{money(textIn(refund, 'amount') ?? '', textIn(refund, 'currency') ?? '')}</dd></div>
        {(['freight', 'surcharges', 'heldBack'] as const).map(part => ({ part, amount: textIn(refund, part) })).filter(each => Number(each.amount ?? 0) !== 0)
          .map(({ part, amount }) => <div key={part}><dt>{t(part)}</dt><dd>{money(amount ?? '', textIn(refund, 'currency') ?? '')}</dd></div>)}
        <div><dt>{t('status')}</dt><dd>
          <Badge tone={status === 'PAID' ? 'good' : status === 'REFUSED' || status === 'ABANDONED' || status === 'NOT_PAID' ? 'bad' : 'warn'}>
            {refundStatusName(status)}
          </Badge>
        </dd></div>
        {requestedBy && <div><dt>{t('requestedBy')}</dt><dd>{nameOf(file, requestedBy)}</dd></div>}
        {group && <div><dt>{t('approver')}</dt><dd>{groupName(group)}</dd></div>}
        {decidedBy && <div><dt>{t('decidedBy')}</dt><dd>{nameOf(file, decidedBy)}</dd></div>}
        {textIn(refund, 'note') && <div><dt>{t('note')}</dt><dd class="kefu-said">{textIn(refund, 'note')}</dd></div>}
        {payout && (
          <div><dt>{t('payout')}</dt><dd>
            {payoutStatusName(textIn(payout, 'status') ?? '')} {orderedAt && <When at={orderedAt} />}
            {textIn(payout, 'said') && <div class="kefu-said">{textIn(payout, 'said')}</div>}
          </dd></div>
        )}
        {textIn(refund, 'reference') && <div><dt>{t('reference')}</dt><dd>{textIn(refund, 'reference')}</dd></div>}
      </dl>
    </Panel>
  );
}
