import { useEffect, useRef, useState } from 'preact/hooks';
import { parcelKey, type Parcel } from '../../../parcels/parcel';
import { ParcelState } from '../../../parcels/ParcelList';
import { legName, parcelCauseName } from '../../../shared/labels';
import { Button, Field, Refused } from '../../../shared/ui';
import { words } from '../../../shared/words';
import { causesOf, requestOf, untouched } from './parcelRequest';
import type { OrderStart, StartFormProps } from './start';
import { useStart } from './useStart';

const KIND = 'undeliverable-parcel';

const t = words({
  en: {
    name: 'Report an undeliverable parcel', parcel: 'Which parcel?', cause: 'Cause', choose: 'Choose…', note: 'Note', noteHint: 'What the courier or the customer said',
    noParcel: 'Choose the parcel.', noCause: 'Choose a cause.', apology: 'The customer is written to at once.', start: 'Report the parcel', cancel: 'Cancel'
  },
  zh: {
    name: '登记无法投递的包裹', parcel: '哪个包裹？', cause: '原因', choose: '请选择…', note: '备注', noteHint: '快递公司或客户的说明',
    noParcel: '请选择包裹。', noCause: '请选择原因。', apology: '提交后会立即致信客户。', start: '提交', cancel: '取消'
  }
});

const FIELDS = ['trackingNumber', 'courier', 'cause', 'note'] as const;

function Form({ parcels, onStarted, onCancel }: StartFormProps) {
  const [typed, setTyped] = useState(() => untouched(parcels));
  const { problem, isSending, start } = useStart(KIND, onStarted);
  const form = useRef<HTMLFormElement>(null);
  const chosen = parcels.find(each => parcelKey(each) === typed.parcel);
  const causes = causesOf(chosen);
  const cause = causes.includes(typed.cause) ? typed.cause : '';
  const refusedParcel = [problem?.at('trackingNumber'), problem?.at('courier')].filter(Boolean).join(' ') || undefined;

  useEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), []);
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [problem]);

  const send = (event: Event) => {
    event.preventDefault();
    void start(requestOf(chosen, { ...typed, cause }));
  };
  return (
    <form class="orders-start" ref={form} onSubmit={send} noValidate>
      <fieldset class="orders-lines" {...(refusedParcel ? { 'aria-describedby': 'parcel-refusal' } : {})}>
        <legend>{t('parcel')}</legend>
        {parcels.map(each => <Choice key={parcelKey(each)} parcel={each} isChosen={each === chosen} onChoose={() => setTyped({ ...typed, parcel: parcelKey(each) })} />)}
        {refusedParcel && <span class="kefu-refusal" id="parcel-refusal" role="alert">{chosen ? refusedParcel : t('noParcel')}</span>}
      </fieldset>
      <Field label={t('cause')} hint={t('apology')} refusal={problem?.at('cause') && (cause === '' ? t('noCause') : problem.at('cause'))}>
        {links => (
          <select {...links} name="cause" value={cause} onChange={event => setTyped({ ...typed, cause: event.currentTarget.value })}>
            <option value="">{t('choose')}</option>
            {causes.map(each => <option key={each} value={each}>{parcelCauseName(each)}</option>)}
          </select>
        )}
      </Field>
      <Field label={t('note')} hint={t('noteHint')} refusal={problem?.at('note')}>
        {links => <textarea {...links} name="parcelNote" rows={3} value={typed.note} onInput={event => setTyped({ ...typed, note: event.currentTarget.value })} />}
      </Field>
      <Refused problem={problem} besides={FIELDS} />
      <div class="kefu-row">
        <Button main type="submit" aria-disabled={isSending}>{t('start')}</Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

interface ChoiceProps {
  readonly parcel: Parcel;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Choice({ parcel, isChosen, onChoose }: ChoiceProps) {
  return (
    <label class="orders-parcel">
      <input type="radio" name="parcel" checked={isChosen} onChange={onChoose} />
      <span class="orders-number">{parcel.courier} {parcel.trackingNumber}</span>
      <span class="kefu-soft">{legName(parcel.leg)}</span> <ParcelState parcel={parcel} />
    </label>
  );
}

const undeliverableParcel: OrderStart = {
  kind: KIND,
  name: t('name'),
  isPossible: (_, parcels) => parcels.length > 0,
  Form
};

export default undeliverableParcel;
