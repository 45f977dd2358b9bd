import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../../shared/api';
import { choiceName } from '../../shared/labels';
import { useLoaded } from '../../shared/load';
import { newKey } from '../../shared/newKey';
import { Button, Field, Panel, Refused } from '../../shared/ui';
import { words } from '../../shared/words';
import { startRun, stockOf, type Run } from './api';
import { CAUSES, orderNumbersIn, requestOf, type Typed } from './running';

/** Who finds it in the menu and begins; the server has the last word. */
export const STARTERS = ['warehouse', 'agents', 'teamLeaders', 'managers', 'supervisors', 'camunda-admin'] as const;

const t = words({
  en: {
    title: 'An article is short', sku: 'Article (SKU)', cause: 'Cause', choose: 'Please choose', orders: 'Only these orders', ordersHint: 'Empty: every order that waits for the article. Otherwise order numbers, as copied from a list.',
    counted: '{count} order numbers', start: 'Start', noCause: 'Choose a cause.',
    stock: 'Stock', onHand: 'On hand', reserved: 'Promised', available: 'Free', waiting: 'Waited for', days: 'Comes in (days)', unknown: 'There is no stock entry for “{sku}”.',
    noDays: 'not known', type: 'Type an article to see its stock.'
  },
  zh: {
    title: '商品缺货', sku: '商品（SKU）', cause: '原因', choose: '请选择', orders: '仅限这些订单', ordersHint: '留空表示所有等待该商品的订单；也可粘贴订单号列表。',
    counted: '共 {count} 个订单号', start: '开始处理', noCause: '请选择原因。',
    stock: '库存', onHand: '在库', reserved: '已预留', available: '可用', waiting: '等待中', days: '补货周期（天）', unknown: '没有“{sku}”的库存记录。',
    noDays: '未知', type: '输入商品编号即可查看库存。'
  }
});

const FIELDS = ['sku', 'cause', 'orderNumbers'] as const;

/** What is short, why, and whose orders it concerns. */
export function StartRun({ onStarted }: { readonly onStarted: (run: Run) => void }) {
  const [typed, setTyped] = useState<Typed>({ sku: '', cause: '', orders: '' });
  const [problem, setProblem] = useState<Problem>();
  const [isSending, setSending] = useState(false);
  const isBusy = useRef(false);
  // One for what is asked: sent twice it is one run, changed it is another
  const asked = useRef({ body: '', key: '' });
  const form = useRef<HTMLFormElement>(null);
  const count = orderNumbersIn(typed.orders).length;
  const change = (part: Partial<Typed>) => setTyped(former => ({ ...former, ...part }));
  const refusedOrders = problem?.violations.filter(each => each.field.startsWith('orderNumbers')).map(each => each.message).join(' ');

  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [problem]);

  async function start(event: Event) {
    event.preventDefault();
    if (isBusy.current) {
      return;
    }
    isBusy.current = true;
    setSending(true);
    setProblem(undefined);
    const request = requestOf(typed);
    const body = JSON.stringify(request);
    if (asked.current.body !== body) {
      asked.current = { body, key: newKey() };
    }
    try {
      const run = await startRun(request, asked.current.key);
      // Begun again later, with the same words, it is a new run
      asked.current = { body: '', key: '' };
      setTyped({ sku: '', cause: '', orders: '' });
      onStarted(run);
    } catch (failure) {
      setProblem(failure instanceof Problem ? failure : new Problem(0, ''));
    } finally {
      isBusy.current = false;
      setSending(false);
    }
  }

  return (
    <Panel title={t('title')}>
      <form class="stockouts-start" ref={form} onSubmit={start} noValidate>
        <div>
          <Field label={t('sku')} refusal={problem?.at('sku')}>
            {links => <input {...links} type="text" name="sku" autocomplete="off" spellcheck={false} maxLength={64} value={typed.sku}
              onInput={event => change({ sku: event.currentTarget.value })} />}
          </Field>
          <StockOfArticle sku={typed.sku.trim()} />
        </div>
        <Field label={t('cause')} refusal={problem?.at('cause') && (typed.cause === '' ? t('noCause') : problem.at('cause'))}>
          {links => (
            <select {...links} name="cause" value={typed.cause} onChange={event => change({ cause: event.currentTarget.value })}>
              <option value="">{t('choose')}</option>
              {CAUSES.map(each => <option key={each} value={each}>{choiceName(each)}</option>)}
            </select>
          )}
        </Field>
        <Field label={t('orders')} hint={count > 0 ? `${t('ordersHint')} ${t('counted', { count })}` : t('ordersHint')} refusal={refusedOrders || undefined}>
          {links => <textarea {...links} name="orders" rows={3} spellcheck={false} value={typed.orders}
            onInput={event => change({ orders: event.currentTarget.value })} />}
        </Field>
        <div class="stockouts-button"><Button main type="submit" aria-disabled={isSending}>{t('start')}</Button></div>
      </form>
      <Refused problem={problem} besides={[...FIELDS, ...(problem?.violations ?? []).map(each => each.field).filter(field => field.startsWith('orderNumbers'))]} />
    </Panel>
  );
}

const PATIENCE = 300;

/** What lies in the warehouse of what is typed, a moment after the last letter. */
function StockOfArticle({ sku }: { readonly sku: string }) {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(sku), pauseOf(sku));
    return () => clearTimeout(timer);
  }, [sku]);
  const stock = useLoaded(asked || undefined, signal => stockOf(asked, signal));
  const level = stock.value;
  return (
    <div class="stockouts-stock" role="status">
      {!asked && <span class="kefu-soft">{t('type')}</span>}
      {asked && stock.problem?.status === 404 && <span class="kefu-soft">{t('unknown', { sku: asked })}</span>}
      {stock.problem?.status !== 404 && <Refused problem={stock.problem} />}
      {level && (
        <dl aria-label={t('stock')}>
          <div><dt>{t('onHand')}</dt><dd>{level.onHand}</dd></div>
          <div><dt>{t('reserved')}</dt><dd>{level.reserved}</dd></div>
          <div><dt>{t('available')}</dt><dd>{level.available}</dd></div>
          <div><dt>{t('waiting')}</dt><dd>{level.waiting}</dd></div>
          <div><dt>{t('days')}</dt><dd>{level.replenishmentDays ?? t('noDays')}</dd></div>
        </dl>
      )}
    </div>
  );
}

/** An emptied field shows nothing at once. */
function pauseOf(sku: string): number {
  return sku === '' ? 0 : PATIENCE;
}
