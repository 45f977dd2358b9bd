import { choiceName, fateName, outcomeName } from '../shared/labels';
import { money } from '../shared/format';
import { Badge, Panel } from '../shared/ui';
import { words } from '../shared/words';
import { flagIn, numberIn, objectIn, rowsIn, textIn } from './facts';
import type { CaseFile, Facts, OrderLine } from './types';

const t = words({
  en: {
    title: 'Goods', line: 'Line', article: 'Article', ordered: 'Ordered', asked: 'Asked', returned: 'Returned', unsent: 'Not sent', cancelled: 'Cancelled', inCases: 'In open cases',
    paid: 'Paid', refunded: 'Refunded', verdict: 'Verdict of the policy', allowed: 'Allowed', notAllowed: 'Not allowed',
    byException: 'let in by a supervisor', table: 'Table {table}, version {version}', freight: 'Freight: {payer}',
    until: 'Return until {day}', noInspection: 'without inspection', wanted: 'wanted instead: {sku}', found: 'Found',
    accepted: '{count} accepted', refused: '{count} refused', problem: 'quality problem', units: '{count} × {fate}'
  },
  zh: {
    title: '商品', line: '行', article: '商品', ordered: '购买', asked: '申请', returned: '已退回', unsent: '未发出', cancelled: '已取消', inCases: '处理中', paid: '实付', refunded: '已退款',
    verdict: '政策判定', allowed: '允许', notAllowed: '不允许', byException: '主管特批', table: '规则表 {table}，第 {version} 版',
    freight: '运费承担：{payer}', until: '退货截止 {day}', noInspection: '无需验货', wanted: '希望换成：{sku}', found: '验货结果',
    accepted: '接受 {count} 件', refused: '拒收 {count} 件', problem: '存在质量问题', units: '{count} 件{fate}'
  }
});

/** The lines of the order with what the case asks of them, what the policy says and what became of them. */
export function Goods({ file }: { readonly file: CaseFile }) {
  const asked = rowsIn(file.facts, 'lines');
  const lines = file.order?.lines ?? [];
  if (lines.length === 0 && asked.length === 0) {
    return null;
  }
  // Columns that say something only of some orders
  const shows = { unsent: lines.some(line => (line.unsentQuantity ?? 0) > 0), cancelled: lines.some(line => (line.cancelledQuantity ?? 0) > 0) };
  const numbers = [...new Set([...asked.map(row => numberIn(row, 'line')), ...lines.map(line => line.line)])];
  return (
    <Panel title={t('title')}>
      <div class="kefu-wide">
        <table class="kefu-table">
          <thead>
            <tr>
              <th scope="col">{t('line')}</th><th scope="col">{t('article')}</th>
              <th scope="col" class="is-number">{t('ordered')}</th><th scope="col" class="is-number">{t('asked')}</th>
              {shows.unsent && <th scope="col" class="is-number">{t('unsent')}</th>}
              {shows.cancelled && <th scope="col" class="is-number">{t('cancelled')}</th>}
              <th scope="col" class="is-number">{t('inCases')}</th><th scope="col" class="is-number">{t('returned')}</th>
              <th scope="col" class="is-number">{t('paid')}</th><th scope="col" class="is-number">{t('refunded')}</th>
            </tr>
          </thead>
          <tbody>
            {numbers.map(number => (
              <Line key={number} shows={shows} currency={file.order?.currency ?? ''}
                line={lines.find(each => each.line === number)} asked={allOf(asked, number)} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

/** What the case asks of a line, also where its units go several ways. */
function allOf(asked: readonly Facts[], line: number | undefined): Facts | undefined {
  const rows = asked.filter(row => numberIn(row, 'line') === line);
  return rows.length < 2 ? rows[0] : { ...rows[0], quantity: rows.reduce((sum, row) => sum + (numberIn(row, 'quantity') ?? 0), 0) };
}

interface LineProps {
  readonly line: OrderLine | undefined;
  readonly asked: Facts | undefined;
  readonly currency: string;
  readonly shows: { readonly unsent: boolean; readonly cancelled: boolean };
}

function Line({ line, asked, currency, shows }: LineProps) {
  const wanted = asked && textIn(asked, 'wantedSku');
  const policy = asked && objectIn(asked, 'policy');
  return (
    <>
      <tr class={asked ? 'is-asked' : undefined}>
        <td>{line?.line ?? (asked && numberIn(asked, 'line'))}</td>
        <td>
          {line?.name ?? (asked && textIn(asked, 'sku'))} <span class="kefu-soft">{line?.sku}</span>
          {wanted && <div class="kefu-soft">{t('wanted', { sku: wanted })}</div>}
          {asked && <Found asked={asked} />}
        </td>
        <td class="is-number">{line?.quantity}</td>
        <td class="is-number">{asked && numberIn(asked, 'quantity')}</td>
        {shows.unsent && <td class="is-number">{line?.unsentQuantity}</td>}
        {shows.cancelled && <td class="is-number">{line?.cancelledQuantity}</td>}
        <td class="is-number">{line?.openQuantity}</td>
        <td class="is-number">{line?.returnedQuantity}</td>
        <td class="is-number">{line && money(line.paidValue, currency)}</td>
        <td class="is-number">{line && money(line.refunded, currency)}</td>
      </tr>
      {asked && policy && (
        <tr class="is-asked">
          <td />
          <td colSpan={7 + Number(shows.unsent) + Number(shows.cancelled)}><Verdict policy={policy} byException={flagIn(asked, 'byException')} /></td>
        </tr>
      )}
    </>
  );
}

function Verdict({ policy, byException }: { readonly policy: Facts; readonly byException: boolean }) {
  const until = textIn(policy, 'returnUntil');
  const remarks = [
    t('freight', { payer: choiceName(textIn(policy, 'freightPaidBy') ?? '') }),
    until && t('until', { day: until }),
    textIn(policy, 'inspection') === 'NONE' && t('noInspection'),
    t('table', { table: textIn(policy, 'table') ?? '', version: numberIn(policy, 'version') ?? '' })
  ].filter(Boolean);
  return (
    <>
      <span class="kefu-soft">{t('verdict')}</span>{' '}
      <Badge tone={flagIn(policy, 'allowed') ? 'good' : 'bad'}>{t(flagIn(policy, 'allowed') ? 'allowed' : 'notAllowed')}</Badge>{' '}
      {byException && <Badge tone="warn">{t('byException')}</Badge>} {textIn(policy, 'why')}
      <div class="kefu-soft">{remarks.join(' · ')}</div>
    </>
  );
}

/** What inspection found, and what becomes of the units. */
function Found({ asked }: { readonly asked: Facts }) {
  const findings = rowsIn(asked, 'findings');
  const units = rowsIn(asked, 'units');
  const outcome = textIn(asked, 'outcome');
  return (
    <>
      {findings.map((finding, index) => (
        <div key={index} class="kefu-soft">
          {t('found')}: {[
            (numberIn(finding, 'accepted') ?? 0) > 0 && t('accepted', { count: numberIn(finding, 'accepted')! }),
            (numberIn(finding, 'refused') ?? 0) > 0 && t('refused', { count: numberIn(finding, 'refused')! }),
            choiceName(textIn(finding, 'condition') ?? ''),
            flagIn(finding, 'qualityProblem') && t('problem'),
            textIn(finding, 'note')
          ].filter(Boolean).join(', ')}
        </div>
      ))}
      {!outcome && units.map((part, index) => (
        <div key={index} class="kefu-soft">
          {t('units', { count: numberIn(part, 'quantity') ?? 0, fate: fateName(textIn(part, 'fate') ?? '') })}
        </div>
      ))}
      {outcome && <div><Badge>{outcomeName(outcome)}</Badge></div>}
    </>
  );
}

/** The names of the facts that this view and its neighbours show themselves. */
export const SHOWN_FACTS = ['lines', 'wayBack', 'customersParcel', 'shipped', 'refund', 'deadline', 'state'];

/** The facts that say no more than that all is as usual. */
export function ordinaryFacts(facts: Facts): readonly string[] {
  return [...(facts['withinPolicy'] === true ? ['withinPolicy'] : []), ...(facts['lateParcel'] === false ? ['lateParcel'] : [])];
}

