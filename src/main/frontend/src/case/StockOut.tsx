import { useEffect, useRef } from 'preact/hooks';
import { stockOf } from '../pages/stockouts/api';
import { Problem } from '../shared/api';
import { useLoaded } from '../shared/load';
import { choiceName, partFateName } from '../shared/labels';
import { money } from '../shared/format';
import { Badge, Due, Panel, Refused, When } from '../shared/ui';
import { words } from '../shared/words';
import { flagIn, numberIn, objectIn, rowsIn, textIn } from './facts';
import { nameOf } from './people';
import type { CaseFile } from './types';

const t = words({
  en: {
    title: 'What is short', cause: 'Cause', line: 'Line', article: 'Article', units: 'Units', fate: 'What becomes of them', substituted: 'instead of what was ordered', insteadOf: 'instead of {name}',
    stock: 'Stock', reserved: 'For this case', waiting: 'It waits for', onHand: 'On hand', available: 'Free', allWaiting: 'All wait for', days: 'Comes in (days)', countedTitle: 'Counted', booked: 'In the books before', found: 'Found', at: 'When', person: 'Who',
    promises: 'Promises to the customer', noPromise: 'No day was promised yet.', late: '{days} days late', told: 'told', counts: 'counts',
    silence: 'Silence is decided', replies: 'What the customer said', noReply: 'The customer has not answered yet.', wanted: 'wanted: {sku}', by: 'noted by {person}',
    substitute: 'Substitute', difference: 'is cheaper: {amount} go back'
  },
  zh: {
    title: '缺货情况', cause: '原因', line: '行', article: '商品', units: '件数', fate: '处理结果', substituted: '替代原商品', insteadOf: '替代 {name}',
    stock: '库存', reserved: '本工单预留', waiting: '本工单等待', onHand: '在库', available: '可用', allWaiting: '全部等待', days: '补货周期（天）', countedTitle: '清点记录', booked: '清点前账面数', found: '实际数量', at: '时间', person: '清点人',
    promises: '对客户的承诺', noPromise: '还没有承诺日期。', late: '延迟 {days} 天', told: '告知于', counts: '当前有效',
    silence: '未答复将处理', replies: '客户的答复', noReply: '客户还没有答复。', wanted: '希望换成：{sku}', by: '登记人：{person}',
    substitute: '替代商品', difference: '价格较低，应退差价 {amount}'
  }
});

/** The names of the facts that these panels show themselves. */
export const STOCK_OUT_FACTS = ['cause', 'lines', 'articles', 'counted', 'promises', 'promisedOn', 'delay', 'delayDays', 'silenceAt', 'lastAnswer', 'replies', 'substituteSku', 'difference', 'parcels'];

/** A stock-out: what is short, what the customer was promised and said, and what the stock has for it. */
export function StockOutPanels({ file }: { readonly file: CaseFile }) {
  return (
    <>
      <Short file={file} />
      <Promises file={file} />
      <Replies file={file} />
      <Substitute file={file} />
    </>
  );
}

function Short({ file }: { readonly file: CaseFile }) {
  const lines = rowsIn(file.facts, 'lines');
  const skus = [...new Set(lines.flatMap(line => textIn(line, 'sku') ?? []))];
  return (
    <Panel title={t('title')}>
      <p>
        {t('cause')}: <strong>{choiceName(textIn(file.facts, 'cause') ?? '')}</strong>
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
            {lines.map((line, index) => (
              <tr key={index}>
                <td>{numberIn(line, 'line')}</td>
                <td>
                  {textIn(line, 'name')} <span class="kefu-soft">{textIn(line, 'sku')}</span>{' '}
                  {flagIn(line, 'substituted') && <Badge>{insteadOf(textIn(line, 'insteadOf'))}</Badge>}
                </td>
                <td class="is-number">{numberIn(line, 'quantity')}</td>
                <td>{partFateName(textIn(line, 'fate') ?? '')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Stock file={file} skus={skus} />
      <Counted file={file} />
    </Panel>
  );
}

function insteadOf(name: string | undefined): string {
  return name ? t('insteadOf', { name }) : t('substituted');
}

/** What the warehouse found each time, and what the books had said. */
function Counted({ file }: { readonly file: CaseFile }) {
  const counts = rowsIn(file.facts, 'counted');
  if (counts.length === 0) {
    return null;
  }
  return (
    <>
      <h3 class="kefu-below">{t('countedTitle')}</h3>
      <table class="kefu-table">
        <thead>
          <tr>
            <th scope="col">{t('article')}</th><th scope="col" class="is-number">{t('booked')}</th>
            <th scope="col" class="is-number">{t('found')}</th><th scope="col">{t('person')}</th><th scope="col">{t('at')}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map((count, index) => {
            const at = textIn(count, 'at');
            return (
              <tr key={index}>
                <td>{textIn(count, 'name')} <span class="kefu-soft">{textIn(count, 'sku')}</span></td>
                <td class="is-number">{numberIn(count, 'booked')}</td><td class="is-number">{numberIn(count, 'onHand')}</td>
                <td>{nameOf(file, textIn(count, 'countedBy') ?? '')}</td><td>{at && <When at={at} />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

interface StockProps {
  readonly file: CaseFile;
  readonly skus: readonly string[];
}

/** What the books, corrected by what the warehouse counts, say of each article, and what of it is for this case. */
function Stock({ file, skus }: StockProps) {
  const levels = useLoaded(skus.join('\n') || undefined, signal => Promise.all(skus.map(sku => stockOf(sku, signal).catch((failure: unknown) => {
    // An article that nobody keeps in stock has no numbers
    if (failure instanceof Problem && failure.status === 404) {
      return undefined;
    }
    throw failure;
  }))));
  const moment = useRef(file.now);
  useEffect(() => {
    if (moment.current !== file.now) {
      moment.current = file.now;
      levels.reload();
    }
  }, [file.now]);
  if (skus.length === 0) {
    return null;
  }
  return (
    <>
      <h3 class="kefu-below">{t('stock')}</h3>
      <Refused problem={levels.problem} onAgain={levels.reload} />
      <table class="kefu-table">
        <thead>
          <tr>
            <th scope="col">{t('article')}</th><th scope="col" class="is-number">{t('reserved')}</th><th scope="col" class="is-number">{t('waiting')}</th>
            <th scope="col" class="is-number">{t('onHand')}</th><th scope="col" class="is-number">{t('available')}</th>
            <th scope="col" class="is-number">{t('allWaiting')}</th><th scope="col" class="is-number">{t('days')}</th>
          </tr>
        </thead>
        <tbody>
          {skus.map((sku, index) => {
            const own = rowsIn(file.facts, 'articles').find(each => textIn(each, 'sku') === sku);
            const level = levels.value?.[index];
            return (
              <tr key={sku}>
                <td>{sku}</td>
                <td class="is-number">{(own && numberIn(own, 'reserved')) ?? 0}</td>
                <td class="is-number">{(own && numberIn(own, 'waiting')) ?? 0}</td>
                <td class="is-number">{level?.onHand ?? '–'}</td><td class="is-number">{level?.available ?? '–'}</td>
                <td class="is-number">{level?.waiting ?? '–'}</td><td class="is-number">{level?.replenishmentDays ?? '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function Promises({ file }: { readonly file: CaseFile }) {
  const { facts } = file;
  const promises = rowsIn(facts, 'promises');
  const silenceAt = textIn(facts, 'silenceAt');
  return (
    <Panel title={t('promises')}>
      {promises.length === 0 && <p class="kefu-soft">{t('noPromise')}</p>}
      <ol class="kefu-plain-list">
        {promises.map((promise, index) => {
          const isLast = index === promises.length - 1;
          const days = numberIn(promise, 'delayDays');
          const toldAt = textIn(promise, 'toldAt');
          return (
            <li key={index}>
              <Badge tone={textIn(promise, 'delay') === 'INDEFINITE' ? 'bad' : textIn(promise, 'delay') === 'NEXT' ? 'warn' : 'plain'}>
                {choiceName(textIn(promise, 'delay') ?? '')}
              </Badge>{' '}
              <strong>{textIn(promise, 'promisedOn')}</strong>{' '}
              {days !== undefined && t('late', { days })}{' '}
              <span class="kefu-soft">{toldAt && <>{t('told')} <When at={toldAt} /></>}</span>{' '}
              {isLast && promises.length > 1 && <Badge>{t('counts')}</Badge>}
            </li>
          );
        })}
      </ol>
      {silenceAt && <p>{t('silence')} <Due at={silenceAt} now={Date.parse(file.now)} /></p>}
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
          const at = textIn(reply, 'at');
          const by = textIn(reply, 'notedBy');
          return (
            <li key={index}>
              <span class="kefu-soft">{at && <When at={at} />}</span> <strong>{choiceName(textIn(reply, 'answer') ?? '')}</strong>{' '}
              {sku && t('wanted', { sku })} <span class="kefu-soft">{by && t('by', { person: nameOf(file, by) })}</span>{' '}
              {index === replies.length - 1 && replies.length > 1 && <Badge>{t('counts')}</Badge>}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

function Substitute({ file }: { readonly file: CaseFile }) {
  const sku = textIn(file.facts, 'substituteSku');
  const difference = objectIn(file.facts, 'difference');
  if (!sku && !difference) {
    return null;
  }
  return (
    <Panel title={t('substitute')}>
      <p>
        <strong>{sku}</strong>{' '}
        {difference && <>
          {t('difference', { amount: money(textIn(difference, 'amount') ?? '', textIn(difference, 'currency') ?? '') })}{' '}
          <Badge tone={textIn(difference, 'state') === 'PAID' ? 'good' : 'plain'}>{choiceName(textIn(difference, 'state') ?? '')}</Badge>
        </>}
      </p>
    </Panel>
  );
}
