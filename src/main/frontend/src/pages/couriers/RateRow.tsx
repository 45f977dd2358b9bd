import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../../shared/api';
import { coverageSourceName } from '../../shared/labels';
import { provinceName } from '../../shared/provinces';
import { Button, Refused } from '../../shared/ui';
import { words } from '../../shared/words';
import { saveRate, type Rate } from './api';
import { bodyOf, newRate, RATE_FIELDS, regionOf, SOURCES, typedOf, type TypedRate } from './rates';

const t = words({
  en: { province: 'Province', city: 'City', reached: 'Reached', firstWeightGrams: 'First weight in grams', firstFee: 'Fee for the first weight',
    stepGrams: 'Further weight step in grams', stepFee: 'Fee for each further step', days: 'Days', source: 'Source', asOf: 'As of',
    save: 'Save', cancel: 'Cancel', whole: 'Empty: the whole province', colon: ': ' },
  zh: { province: '省份', city: '城市', reached: '是否送达', firstWeightGrams: '首重（克）', firstFee: '首重费', stepGrams: '续重（克）', stepFee: '续重费',
    days: '时效（天）', source: '来源', asOf: '日期', save: '保存', cancel: '取消', whole: '留空表示全省', colon: '：' }
});

type Name = typeof RATE_FIELDS[number];

interface Props {
  readonly courier: string;
  /** Undefined for a row that isn't there yet. */
  readonly rate: Rate | undefined;
  readonly today: string;
  readonly onCancel: () => void;
  readonly onSaved: (rate: Rate) => void;
  /** Somebody else was faster. */
  readonly onLost: (problem: Problem) => void;
}

/** A row of the table in its inputs: Enter saves, Escape leaves it as it was. */
export function RateRow({ courier, rate, today, onCancel, onSaved, onLost }: Props) {
  const [typed, setTyped] = useState<TypedRate>(() => (rate ? typedOf(rate) : newRate(today)));
  const [problem, setProblem] = useState<Problem>();
  const isBusy = useRef(false);
  const row = useRef<HTMLTableRowElement>(null);
  const change = (part: Partial<TypedRate>) => setTyped(former => ({ ...former, ...part }));

  useEffect(() => row.current?.querySelector('input')?.focus(), []);
  useEffect(() => row.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [problem]);

  async function save() {
    if (isBusy.current) {
      return;
    }
    isBusy.current = true;
    setProblem(undefined);
    try {
      onSaved(await saveRate(courier, bodyOf(typed, rate?.version)));
    } catch (failure) {
      const refused = failure instanceof Problem ? failure : new Problem(0, '');
      if (refused.status === 409) {
        onLost(refused);
      } else {
        setProblem(refused);
      }
    } finally {
      isBusy.current = false;
    }
  }

  const links = (field: Name) => ({
    name: `rate-${field}`,
    'aria-label': rate ? `${t(field)} (${regionOf(rate)})` : t(field),
    ...(problem?.at(field) ? { 'aria-invalid': 'true' as const, 'aria-describedby': `rate-${field}` } : {})
  });
  const refused = RATE_FIELDS.filter(field => problem?.at(field));
  const text = (field: Exclude<Name, 'reached' | 'source'>, more: JSX.IntrinsicElements['input'] = {}) => (
    <input {...links(field)} class="kefu-input" type="text" autocomplete="off" value={typed[field]}
      onInput={event => change({ [field]: event.currentTarget.value })} {...more} />
  );
  const number = { inputMode: 'decimal' as const };
  return (
    <>
      <tr ref={row} class="couriers-edited" onKeyDown={event => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onCancel();
        } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
          event.preventDefault();
          void save();
        }
      }}>
        <th scope="row">
          {rate ? (rate.city ? regionOf(rate) : provinceName(rate.province))
            : <>{text('province', { placeholder: t('province') })}{text('city', { placeholder: t('city'), title: t('whole') })}</>}
        </th>
        <td>
          <input {...links('reached')} type="checkbox" checked={typed.reached} onChange={event => change({ reached: event.currentTarget.checked })} />
        </td>
        <td class="is-number">{text('firstWeightGrams', number)}</td><td class="is-number">{text('firstFee', number)}</td>
        <td class="is-number">{text('stepGrams', number)}</td><td class="is-number">{text('stepFee', number)}</td>
        <td class="is-number">{text('days', number)}</td>
        <td>
          <select {...links('source')} class="kefu-input" value={typed.source} onChange={event => change({ source: event.currentTarget.value })}>
            {SOURCES.map(each => <option key={each} value={each}>{coverageSourceName(each)}</option>)}
          </select>
        </td>
        <td>{text('asOf', { type: 'date' })}</td>
        <td class="couriers-edit"><Button main onClick={save}>{t('save')}</Button> <Button onClick={onCancel}>{t('cancel')}</Button></td>
      </tr>
      {refused.length > 0 && (
        // The cells are too narrow for sentences: they stand below the row, each with the name of its field
        <tr class="couriers-edited">
          <td colSpan={10}>
            {refused.map(field => (
              <div key={field} class="kefu-refusal">
                {t(field)}{t('colon')}<span id={`rate-${field}`} role="alert">{problem?.at(field)}</span>
              </div>
            ))}
          </td>
        </tr>
      )}
      {problem && problem.besides(RATE_FIELDS) !== undefined && (
        <tr><td colSpan={10}><Refused problem={problem} besides={RATE_FIELDS} /></td></tr>
      )}
    </>
  );
}
