import { answerName, delayName, partFateName, stockOutCauseName } from '../shared/labels';
import { day, money } from '../shared/format';
import { Badge, Panel, When } from '../shared/ui';
import { words } from '../shared/words';
import { flagIn, numberIn, objectIn, rowsIn, textIn } from './facts';
import { nameOf } from './people';
import type { CaseFile, Facts } from './types';

const t = words({
  en: {
    title: 'What is short', cause: 'Cause', line: 'Line', article: 'Article', units: 'Units', fate: 'What becomes of them', instead: 'instead of {sku}',
    stock: 'Stock for this case', counted: 'Counted', reserved: 'Reserved', waiting: 'Waits for', onHand: '{count} on hand', notCounted: 'not counted',
    promises: 'Promises to the customer', noPromise: 'No day was promised yet.', noDay: 'no day known', late: '{days} days late', told: 'told', counts: 'counts',
    replies: 'What the customer said', noReply: 'The customer has not answered yet.', article2: 'wanted: {sku}', by: 'noted by {person}',
    substitute: 'Substitute', toApprove: 'a supervisor decides', agreed: 'agreed', difference: 'Difference to go back', orderLate: 'Should have left on {day}'
  },
  zh: {
    title: '缺货情况', cause: '原因', line: '行', article: '商品', units: '件数', fate: '处理结果', instead: '替代 {sku}',
    stock: '本工单的库存', counted: '盘点', reserved: '已预留', waiting: '等待中', onHand: '在库 {count} 件', notCounted: '未盘点',
    promises: '对客户的承诺', noPromise: '还没有承诺日期。', noDay: '日期未定', late: '延迟 {days} 天', told: '告知于', counts: '当前有效',
    replies: '客户的答复', noReply: '客户还没有答复。', article2: '希望换成：{sku}', by: '登记人：{person}',
    substitute: '替代商品', toApprove: '由主管决定', agreed: '已同意', difference: '应退差价', orderLate: '原应于 {day} 发货'
  }
});

/** The names of the facts that these panels show themselves. */
export const STOCK_OUT_FACTS = ['cause', 'state', 'parts', 'stock', 'promises', 'promisedOn', 'delay', 'delayDays', 'replies', 'substitute', 'leftAt'];

/** A stock-out: what is short, what the customer was promised and said, and what the stock has for it. */
export function StockOutPanels({ file }: { readonly file: CaseFile }) {
  return (
    <>
      <Short file={file} />
      <Promises facts={file.facts} />
      <Replies file={file} />
      <Substitute file={file} />
    </>
  );
}

function Short({ file }: { readonly file: CaseFile }) {
  const parts = rowsIn(file.facts, 'parts');
  const leftAt = textIn(file.facts, 'leftAt');
  return (
    <Panel title={t('title')}>
      <p>
        {t('cause')}: <strong>{stockOutCauseName(textIn(file.facts, 'cause') ?? '')}</strong>{' '}
        {leftAt && <span class="kefu-soft">{t('orderLate', { day: day(leftAt) })}</span>}
      </p>
      <div class="kefu-wide">
        <table class="kefu-table">
          <thead>
            <tr>
              <th scope="col">{t('line')}</th><th scope="col">{t('article')}</th><th scope="col" class="is-number">{t('units')}</th>
              <th scope="col">{t('fate')}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part, index) => {
              const instead = textIn(part, 'ownSku');
              return (
                <tr key={index}>
                  <td>{numberIn(part, 'line')}</td>
                  <td>
                    {textIn(part, 'name')} <span class="kefu-soft">{textIn(part, 'sku')}</span>
                    {instead && instead !== textIn(part, 'sku') && <div class="kefu-soft">{t('instead', { sku: instead })}</div>}
                  </td>
                  <td class="is-number">{numberIn(part, 'quantity')}</td>
                  <td>{partFateName(textIn(part, 'fate') ?? '')}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Stock rows={rowsIn(file.facts, 'stock')} />
    </Panel>
  );
}

function Stock({ rows }: { readonly rows: readonly Facts[] }) {
  if (rows.length === 0) {
    return null;
  }
  return (
    <>
      <h3 class="kefu-below">{t('stock')}</h3>
      <table class="kefu-table">
        <thead>
          <tr>
            <th scope="col">{t('article')}</th><th scope="col">{t('counted')}</th><th scope="col" class="is-number">{t('reserved')}</th>
            <th scope="col" class="is-number">{t('waiting')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => {
            const counted = numberIn(row, 'counted');
            return (
              <tr key={textIn(row, 'sku')}>
                <td>{textIn(row, 'sku')}</td>
                <td>{counted === undefined ? <span class="kefu-soft">{t('notCounted')}</span> : t('onHand', { count: counted })}</td>
                <td class="is-number">{numberIn(row, 'reserved') ?? 0}</td>
                <td class="is-number">{numberIn(row, 'waiting') ?? 0}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function Promises({ facts }: { readonly facts: Facts }) {
  const promises = rowsIn(facts, 'promises');
  return (
    <Panel title={t('promises')}>
      {promises.length === 0 && <p class="kefu-soft">{t('noPromise')}</p>}
      <ol class="kefu-plain-list">
        {promises.map((promise, index) => {
          const days = numberIn(promise, 'delayDays');
          const toldAt = textIn(promise, 'toldAt');
          return (
            <li key={index}>
              <Badge tone={textIn(promise, 'delay') === 'INDEFINITE' ? 'bad' : textIn(promise, 'delay') === 'NEXT' ? 'warn' : 'plain'}>
                {delayName(textIn(promise, 'delay') ?? '')}
              </Badge>{' '}
              <strong>{textIn(promise, 'promisedOn') ?? t('noDay')}</strong>{' '}
              {days !== undefined && t('late', { days })}{' '}
              <span class="kefu-soft">{toldAt && <>{t('told')} <When at={toldAt} /></>}</span>{' '}
              {index === promises.length - 1 && promises.length > 1 && <Badge>{t('counts')}</Badge>}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

function Replies({ file }: { readonly file: CaseFile }) {
  const replies = rowsIn(file.facts, 'replies');
  return (
    <Panel title={t('replies')}>
      {replies.length === 0 && <p class="kefu-soft">{t('noReply')}</p>}
      <ol class="kefu-plain-list">
        {replies.map((reply, index) => {
          const sku = textIn(reply, 'substituteSku');
          const at = textIn(reply, 'repliedAt');
          const by = textIn(reply, 'notedBy');
          return (
            <li key={index}>
              <span class="kefu-soft">{at && <When at={at} />}</span> <strong>{answerName(textIn(reply, 'answer') ?? '')}</strong>{' '}
              {sku && t('article2', { sku })} <span class="kefu-soft">{by && t('by', { person: nameOf(file, by) })}</span>{' '}
              {index === replies.length - 1 && replies.length > 1 && <Badge>{t('counts')}</Badge>}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

function Substitute({ file }: { readonly file: CaseFile }) {
  const substitute = objectIn(file.facts, 'substitute');
  const difference = substitute && textIn(substitute, 'difference');
  if (!substitute) {
    return null;
  }
  return (
    <Panel title={t('substitute')}>
      <p>
        {textIn(substitute, 'sku')} <Badge tone={flagIn(substitute, 'toApprove') ? 'warn' : 'plain'}>{t(flagIn(substitute, 'toApprove') ? 'toApprove' : 'agreed')}</Badge>{' '}
        {difference && <span>{t('difference')}: {money(difference, file.order?.currency ?? '')}</span>}
      </p>
    </Panel>
  );
}
