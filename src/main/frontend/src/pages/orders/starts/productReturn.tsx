import { useEffect, useRef, useState } from 'preact/hooks';
import { choiceName } from '../../../shared/labels';
import { Button, Field, Refused } from '../../../shared/ui';
import { words } from '../../../shared/words';
import type { OrderLine } from '../api';
import { fieldOf, linesOf, REASONS, requestOf, RESOLUTIONS, shownFields, untouched, type Pick, type SentLine } from './returnRequest';
import type { OrderStart, StartFormProps } from './start';
import { useStart } from './useStart';

const KIND = 'product-return';

const t = words({
  en: {
    name: 'Start a return',
    lines: 'What does the customer send back?',
    line: 'Line {line}: {name}',
    left: '{left} of {quantity} left',
    none: 'nothing left to return',
    quantity: 'Quantity of line {line}',
    wanted: 'Wanted instead (article) for line {line}',
    wantedHint: 'Empty: the same article again',
    reason: 'Reason', choose: 'Choose…', resolution: 'What does the customer want?', note: 'Note',
    noteHint: 'What the customer said, for those who work on the case',
    noLines: 'Tick what the customer sends back.', noReason: 'Choose a reason.',
    start: 'Start the return', cancel: 'Cancel'
  },
  zh: {
    name: '发起退换货',
    lines: '客户要退回哪些商品？',
    line: '第 {line} 行：{name}',
    left: '共 {quantity} 件，可退 {left} 件',
    none: '没有可退的数量',
    quantity: '第 {line} 行的数量',
    wanted: '第 {line} 行要换成的商品（SKU）',
    wantedHint: '留空表示换同款',
    reason: '原因', choose: '请选择…', resolution: '客户的诉求', note: '备注',
    noteHint: '客户的说明，供处理人员参考',
    noLines: '请勾选客户要退回的商品。', noReason: '请选择原因。',
    start: '提交退换货', cancel: '取消'
  }
});

function Form({ order, onStarted, onCancel }: StartFormProps) {
  const [typed, setTyped] = useState(() => untouched(order.lines));
  const [sent, setSent] = useState<readonly SentLine[]>([]);
  const { problem, isSending, start } = useStart(KIND, onStarted);
  const form = useRef<HTMLFormElement>(null);

  // What was left out is said in the words of this form, everything else in the server's
  const refusedLines = problem?.at('lines') && (sent.length === 0 ? t('noLines') : problem.at('lines'));
  const refusedReason = problem?.at('reason') && (typed.reason === '' ? t('noReason') : problem.at('reason'));

  // Whoever opened the form goes on in it, and whoever was refused where it was
  useEffect(() => form.current?.querySelector<HTMLElement>('input:not(:disabled)')?.focus(), []);
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [problem]);

  function pick(line: number, change: Partial<Pick>) {
    setTyped(former => {
      const before = former.picks[line];
      return before ? { ...former, picks: { ...former.picks, [line]: { ...before, ...change } } } : former;
    });
  }

  const send = (event: Event) => {
    event.preventDefault();
    if (!isSending) {
      // By their places the server names the lines that it refuses
      setSent(linesOf(order.lines, typed));
      void start(requestOf(order.orderNumber, order.lines, typed));
    }
  };

  return (
    <form class="orders-start" ref={form} onSubmit={send} noValidate>
      <fieldset class="orders-lines" {...(refusedLines ? { 'aria-describedby': 'orders-lines-refusal' } : {})}>
        <legend>{t('lines')}</legend>
        {order.lines.map(line => (
          <Line key={line.line} line={line} pick={typed.picks[line.line]} isExchange={typed.resolution === 'EXCHANGE'}
            onPick={change => pick(line.line, change)} refusalOf={part => problem?.at(fieldOf(sent, line.line, part))} />
        ))}
        {refusedLines && <span class="kefu-refusal" id="orders-lines-refusal" role="alert">{refusedLines}</span>}
      </fieldset>
      <fieldset class="orders-lines">
        <legend>{t('resolution')}</legend>
        <div class="orders-choices">
          {RESOLUTIONS.map(each => (
            <label key={each}>
              <input type="radio" name="resolution" value={each} checked={typed.resolution === each}
                onChange={() => setTyped({ ...typed, resolution: each })} /> {choiceName(each)}
            </label>
          ))}
        </div>
        {problem?.at('resolution') && <span class="kefu-refusal" role="alert">{problem.at('resolution')}</span>}
      </fieldset>
      <Field label={t('reason')} refusal={refusedReason}>
        {links => (
          <select {...links} value={typed.reason} onChange={event => setTyped({ ...typed, reason: event.currentTarget.value })}>
            <option value="">{t('choose')}</option>
            {REASONS.map(each => <option key={each} value={each}>{choiceName(each)}</option>)}
          </select>
        )}
      </Field>
      <Field label={t('note')} hint={t('noteHint')} refusal={problem?.at('note')}>
        {links => <textarea {...links} rows={3} value={typed.note}
          onInput={event => setTyped({ ...typed, note: event.currentTarget.value })} />}
      </Field>
      <Refused problem={problem} besides={shownFields(sent)} />
      <div class="kefu-row">
        <Button main type="submit" aria-disabled={isSending}>{t('start')}</Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

interface LineProps {
  readonly line: OrderLine;
  readonly pick: Pick | undefined;
  readonly isExchange: boolean;
  readonly onPick: (change: Partial<Pick>) => void;
  readonly refusalOf: (part: 'line' | 'quantity' | 'wantedSku') => string | undefined;
}

function Line({ line, pick, isExchange, onPick, refusalOf }: LineProps) {
  const isOver = line.leftQuantity === 0;
  const isTicked = pick?.isTicked === true;
  return (
    <div class="orders-pick">
      <div>
        <label class="orders-tick">
          <input type="checkbox" checked={isTicked} disabled={isOver} onChange={event => onPick({ isTicked: event.currentTarget.checked })} />
          <span>
            {t('line', { line: line.line, name: line.name })}{' '}
            <span class="kefu-soft">{isOver ? t('none') : t('left', { left: line.leftQuantity, quantity: line.quantity })}</span>
          </span>
        </label>
        {refusalOf('line') && <span class="kefu-refusal" role="alert">{refusalOf('line')}</span>}
      </div>
      {isTicked && (
        <Field label={t('quantity', { line: line.line })} refusal={refusalOf('quantity')}>
          {links => <input {...links} type="number" inputMode="numeric" min={1} max={line.leftQuantity} value={pick.quantity}
            onInput={event => onPick({ quantity: event.currentTarget.value })} />}
        </Field>
      )}
      {isTicked && isExchange && (
        <Field label={t('wanted', { line: line.line })} hint={t('wantedHint')} refusal={refusalOf('wantedSku')}>
          {links => <input {...links} type="text" value={pick.wantedSku} autocomplete="off"
            onInput={event => onPick({ wantedSku: event.currentTarget.value })} />}
        </Field>
      )}
    </div>
  );
}

const productReturn: OrderStart = {
  kind: KIND,
  name: t('name'),
  isPossible: order => order.lines.some(line => line.leftQuantity > 0),
  Form
};

export default productReturn;
