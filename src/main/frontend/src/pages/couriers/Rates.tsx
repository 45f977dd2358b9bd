import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Problem } from '../../shared/api';
import { coverageSourceName } from '../../shared/labels';
import type { Loaded } from '../../shared/load';
import { provinceName } from '../../shared/provinces';
import { Badge, Busy, Button, Field, Panel, Refused } from '../../shared/ui';
import { language, words } from '../../shared/words';
import type { Courier, Rate } from './api';
import { RateRow } from './RateRow';
import { courierName, filtered, regionOf } from './rates';

const t = words({
  en: {
    title: 'Rates and coverage', which: 'Courier', filter: 'Only regions with', add: 'New row', region: 'Region', reached: 'Reached', first: 'First weight', firstFee: 'Fee',
    step: 'Each further', stepFee: 'Fee', days: 'Days', source: 'Source', asOf: 'As of', yes: 'yes', no: 'no', grams: '{grams} g', edit: 'Edit', editOf: 'Edit {region}',
    none: 'This courier has no rates yet.', noHit: 'No region is called so.', saved: '{region} is saved.',
    lost: 'Somebody else changed this row meanwhile. It is shown as it is now; what you typed was not kept.', table: 'Rates of {courier}, fees in CNY'
  },
  zh: {
    title: '收费与覆盖', which: '快递公司', filter: '筛选地区', add: '新增一行', region: '地区', reached: '是否送达', first: '首重', firstFee: '首重费',
    step: '续重', stepFee: '续重费', days: '时效（天）', source: '来源', asOf: '日期', yes: '是', no: '否', grams: '{grams} 克', edit: '编辑', editOf: '编辑{region}',
    none: '该快递公司还没有收费数据。', noHit: '没有符合条件的地区。', saved: '{region}已保存。',
    lost: '在此期间有人修改了这一行。现已显示最新内容，您的输入未保存。', table: '{courier}收费标准（单位：元）'
  }
});

const NEW = '\n';

interface Props {
  readonly couriers: readonly Courier[];
  readonly chosen: string;
  readonly onChoose: (code: string) => void;
  readonly rates: Loaded<readonly Rate[]>;
  readonly mayEdit: boolean;
  /** The shop's day, as the server tells it. */
  readonly today: string;
  readonly onChanged: () => void;
}

/** The standard table of one courier: what it takes and how long it needs, by province and city. */
export function Rates({ couriers, chosen, onChoose, rates, mayEdit, today, onChanged }: Props) {
  const [words, setWords] = useState('');
  const [open, setOpen] = useState<string>();
  const [said, setSaid] = useState('');
  const [lost, setLost] = useState<Problem>();
  const table = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => filtered(rates.value ?? [], words, provinceName), [rates.value, words]);
  const courier = couriers.find(each => each.code === chosen);

  useEffect(() => {
    setOpen(undefined);
    setSaid('');
    setLost(undefined);
  }, [chosen]);

  const begin = (region: string) => {
    setSaid('');
    setLost(undefined);
    setOpen(region);
  };
  /** The focus goes back to where the row was opened. */
  const close = (region: string) => {
    setOpen(undefined);
    requestAnimationFrame(() => (table.current?.querySelector<HTMLElement>(`[data-region="${CSS.escape(region)}"]`)
      ?? table.current?.querySelector<HTMLElement>('[data-region]'))?.focus());
  };
  const row = (rate: Rate | undefined) => (
    <RateRow key={rate ? regionOf(rate) : NEW} courier={chosen} rate={rate} today={today}
      onCancel={() => close(rate ? regionOf(rate) : NEW)}
      onSaved={saved => {
        close(regionOf(saved));
        setSaid(t('saved', { region: regionOf(saved) }));
        onChanged();
      }}
      onLost={problem => {
        close(rate ? regionOf(rate) : NEW);
        setLost(problem);
        onChanged();
      }} />
  );
  return (
    <Panel title={t('title')}>
      <div class="couriers-filter">
        <Field label={t('which')}>
          {links => (
            <select {...links} name="ratesOf" value={chosen} onChange={event => onChoose(event.currentTarget.value)}>
              {couriers.map(each => <option key={each.code} value={each.code}>{courierName(each, language)}</option>)}
            </select>
          )}
        </Field>
        <Field label={t('filter')}>
          {links => <input {...links} type="search" name="region" autocomplete="off" value={words} onInput={event => setWords(event.currentTarget.value)} />}
        </Field>
        {mayEdit && <div class="couriers-ask"><Button data-region={NEW} onClick={() => begin(NEW)}>{t('add')}</Button></div>}
      </div>
      <div class="couriers-said" role="status">{said}</div>
      {lost && <p class="kefu-alert" role="alert">{lost.detail} {t('lost')}</p>}
      <Refused problem={rates.problem} onAgain={rates.reload} />
      {!rates.value && !rates.problem && <Busy height={480} />}
      {rates.value && (
        <div class="couriers-rates" ref={table} tabIndex={0} role="region" aria-label={t('table', { courier: courier ? courierName(courier, language) : chosen })}>
          <table class="kefu-table">
            <thead>
              <tr>
                <th scope="col">{t('region')}</th><th scope="col">{t('reached')}</th>
                <th scope="col" class="is-number">{t('first')}</th><th scope="col" class="is-number">{t('firstFee')}</th>
                <th scope="col" class="is-number">{t('step')}</th><th scope="col" class="is-number">{t('stepFee')}</th>
                <th scope="col" class="is-number">{t('days')}</th><th scope="col">{t('source')}</th><th scope="col">{t('asOf')}</th>
                {mayEdit && <th scope="col"><span class="kefu-hidden">{t('edit')}</span></th>}
              </tr>
            </thead>
            <tbody>
              {open === NEW && row(undefined)}
              {shown.map(rate => (open === regionOf(rate) ? row(rate)
                : <ShownRate key={regionOf(rate)} rate={rate} mayEdit={mayEdit} onEdit={() => begin(regionOf(rate))} />))}
              {shown.length === 0 && open !== NEW && (
                <tr><td colSpan={10} class="kefu-soft">{t(rates.value.length === 0 ? 'none' : 'noHit')}</td></tr>
              )}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

interface ShownProps {
  readonly rate: Rate;
  readonly mayEdit: boolean;
  readonly onEdit: () => void;
}

function ShownRate({ rate, mayEdit, onEdit }: ShownProps) {
  const region = regionOf(rate);
  const grams = (weight: number | null) => (weight === null ? '–' : t('grams', { grams: weight }));
  return (
    <tr>
      <th scope="row">{rate.city ? <span class="couriers-city">{rate.province} {rate.city}</span> : provinceName(rate.province)}</th>
      <td><Badge tone={rate.reached ? 'good' : 'bad'}>{t(rate.reached ? 'yes' : 'no')}</Badge></td>
      <td class="is-number">{grams(rate.firstWeightGrams)}</td><td class="is-number">{rate.firstFee ?? '–'}</td>
      <td class="is-number">{grams(rate.stepGrams)}</td><td class="is-number">{rate.stepFee ?? '–'}</td>
      <td class="is-number">{rate.days ?? '–'}</td>
      <td>{rate.source === 'TABLE' ? coverageSourceName(rate.source) : <Badge tone="warn">{coverageSourceName(rate.source)}</Badge>}</td>
      <td class="kefu-nowrap">{rate.asOf ?? '–'}</td>
      {mayEdit && (
        <td class="couriers-edit">
          <Button data-region={region} aria-label={t('editOf', { region })} onClick={onEdit}>{t('edit')}</Button>
        </td>
      )}
    </tr>
  );
}
