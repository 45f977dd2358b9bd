import { useEffect, useRef, useState } from 'preact/hooks';
import { choiceName } from '../../../shared/labels';
import { Button, Field, Refused } from '../../../shared/ui';
import { words } from '../../../shared/words';
import type { OrderStart, StartFormProps } from './start';
import { CAUSES, fieldsOf, linesOf, requestOf, shortOf, untouched, type SentLine } from './stockOutRequest';
import { useStart } from './useStart';

const KIND = 'stock-out';

const t = words({
  en: {
    name: 'Report a stock-out', lines: 'What can’t leave in time?', line: 'Line {line}: {name}', left: '{left} of {quantity} not sent', none: 'all sent, cancelled or in a case', quantity: 'Quantity of line {line}',
    cause: 'Cause', choose: 'Choose…', noLines: 'Tick what can’t leave in time.', noCause: 'Choose a cause.', apology: 'The customer is written to at once.', start: 'Report the stock-out', cancel: 'Cancel'
  },
  zh: {
    name: '登记缺货或延迟', lines: '哪些商品不能按时发货？', line: '第 {line} 行：{name}', left: '共 {quantity} 件，未发 {left} 件', none: '已全部发出、取消或在处理中', quantity: '第 {line} 行的数量',
    cause: '原因', choose: '请选择…', noLines: '请勾选不能按时发货的商品。', noCause: '请选择原因。', apology: '提交后会立即致信客户。', start: '提交', cancel: '取消'
  }
});

function Form({ order, onStarted, onCancel }: StartFormProps) {
  const [typed, setTyped] = useState(() => untouched(order.lines));
  const [sent, setSent] = useState<readonly SentLine[]>([]);
  const { problem, isSending, start } = useStart(KIND, onStarted);
  const form = useRef<HTMLFormElement>(null);
  const refusalOf = (line: number) => fieldsOf(sent, line).map(field => problem?.at(field)).filter(Boolean).join(' ') || undefined;
  const refusedLines = problem?.at('lines') && (sent.length === 0 ? t('noLines') : problem.at('lines'));
  const shown = ['lines', 'cause', ...sent.flatMap(each => fieldsOf(sent, each.line))];

  useEffect(() => form.current?.querySelector<HTMLElement>('input:not(:disabled)')?.focus(), []);
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [problem]);

  const change = (line: number, part: { isTicked?: boolean; quantity?: string }) => setTyped(former => {
    const before = former.quantities[line];
    return before ? { ...former, quantities: { ...former.quantities, [line]: { ...before, ...part } } } : former;
  });
  const send = (event: Event) => {
    event.preventDefault();
    if (!isSending) {
      const lines = linesOf(order.lines, typed);
      setSent(lines);
      void start(requestOf(order.orderNumber, lines, typed));
    }
  };

  return (
    <form class="orders-start" ref={form} onSubmit={send} noValidate>
      <fieldset class="orders-lines" {...(refusedLines ? { 'aria-describedby': 'stock-out-lines-refusal' } : {})}>
        <legend>{t('lines')}</legend>
        {order.lines.map(line => {
          const pick = typed.quantities[line.line];
          const refusal = refusalOf(line.line);
          return (
            <div class="orders-pick" key={line.line}>
              <label class="orders-tick">
                <input type="checkbox" checked={pick?.isTicked === true} disabled={!pick}
                  onChange={event => change(line.line, { isTicked: event.currentTarget.checked })} />
                <span>
                  {t('line', { line: line.line, name: line.name })}{' '}
                  <span class="kefu-soft">{pick ? t('left', { left: shortOf(line), quantity: line.quantity }) : t('none')}</span>
                </span>
              </label>
              {pick?.isTicked && (
                <Field label={t('quantity', { line: line.line })} refusal={refusal}>
                  {links => <input {...links} type="number" inputMode="numeric" min={1} max={shortOf(line)} value={pick.quantity}
                    onInput={event => change(line.line, { quantity: event.currentTarget.value })} />}
                </Field>
              )}
            </div>
          );
        })}
        {refusedLines && <span class="kefu-refusal" id="stock-out-lines-refusal" role="alert">{refusedLines}</span>}
      </fieldset>
      <Field label={t('cause')} hint={t('apology')} refusal={problem?.at('cause') && (typed.cause === '' ? t('noCause') : problem.at('cause'))}>
        {links => (
          <select {...links} name="cause" value={typed.cause} onChange={event => setTyped({ ...typed, cause: event.currentTarget.value })}>
            <option value="">{t('choose')}</option>
            {CAUSES.map(each => <option key={each} value={each}>{choiceName(each)}</option>)}
          </select>
        )}
      </Field>
      <Refused problem={problem} besides={shown} />
      <div class="kefu-row">
        <Button main type="submit" aria-disabled={isSending}>{t('start')}</Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

const stockOut: OrderStart = {
  kind: KIND,
  name: t('name'),
  isPossible: order => order.lines.some(line => shortOf(line) > 0),
  Form
};

export default stockOut;
