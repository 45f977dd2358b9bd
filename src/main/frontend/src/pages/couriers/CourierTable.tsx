import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../../shared/api';
import { Button, Panel, Refused } from '../../shared/ui';
import { words } from '../../shared/words';
import { saveCourier, type Courier } from './api';
import { numberOf } from './rates';

const t = words({
  en: { title: 'Couriers', code: 'Code', nameZh: 'Chinese name', nameEn: 'English name', isDefault: 'Default', preference: 'Preference',
    freeOfDifference: 'Free of the difference', active: 'Used', yes: 'yes', no: 'no', edit: 'Edit {name}', change: 'Edit', save: 'Save', cancel: 'Cancel',
    of: '{field} of {name}', none: 'There are no couriers yet. Supervisors import their table below.', lost: 'Somebody else changed this courier meanwhile. It is shown as it is now; what you typed was not kept.',
    saved: '{name} is saved.' },
  zh: { title: '快递公司', code: '代码', nameZh: '中文名称', nameEn: '英文名称', isDefault: '默认使用', preference: '优先顺序',
    freeOfDifference: '免差价', active: '启用', yes: '是', no: '否', edit: '编辑{name}', change: '编辑', save: '保存', cancel: '取消',
    of: '{name}的{field}', none: '还没有快递公司。请由主管在下方导入标准表。', lost: '在此期间有人修改了该快递公司。现已显示最新内容，您的输入未保存。',
    saved: '{name}已保存。' }
});

const FIELDS = ['nameZh', 'nameEn', 'isDefault', 'preference', 'freeOfDifference', 'active'] as const;

interface Props {
  readonly couriers: readonly Courier[];
  readonly mayEdit: boolean;
  readonly onChanged: () => void;
}

/** Who carries parcels for the shop, who is used without being asked for, and who costs customers a difference. */
export function CourierTable({ couriers, mayEdit, onChanged }: Props) {
  const [open, setOpen] = useState<string>();
  const [said, setSaid] = useState('');
  const [lost, setLost] = useState<Problem>();
  const table = useRef<HTMLTableElement>(null);
  const close = (code: string) => {
    setOpen(undefined);
    requestAnimationFrame(() => table.current?.querySelector<HTMLElement>(`[data-courier="${code}"]`)?.focus());
  };
  return (
    <Panel title={t('title')}>
      {couriers.length === 0 ? <p class="kefu-soft">{t('none')}</p> : (
        <div class="kefu-scroll">
          <table class="kefu-table couriers-couriers" ref={table}>
            <thead>
              <tr>
                <th scope="col">{t('code')}</th><th scope="col">{t('nameZh')}</th><th scope="col">{t('nameEn')}</th>
                <th scope="col">{t('isDefault')}</th><th scope="col" class="is-number">{t('preference')}</th>
                <th scope="col">{t('freeOfDifference')}</th><th scope="col">{t('active')}</th>
                {mayEdit && <th scope="col"><span class="kefu-hidden">{t('change')}</span></th>}
              </tr>
            </thead>
            <tbody>
              {couriers.map(each => (open === each.code ? (
                <Edited key={each.code} courier={each} onCancel={() => close(each.code)}
                  onSaved={saved => {
                    close(each.code);
                    setSaid(t('saved', { name: `${saved.nameZh} ${saved.code}` }));
                    onChanged();
                  }}
                  onLost={problem => {
                    close(each.code);
                    setLost(problem);
                    onChanged();
                  }} />
              ) : (
                <tr key={each.code}>
                  <th scope="row">{each.code}</th>
                  <td>{each.nameZh}</td><td>{each.nameEn}</td>
                  <td>{t(each.isDefault ? 'yes' : 'no')}</td><td class="is-number">{each.preference}</td>
                  <td>{t(each.freeOfDifference ? 'yes' : 'no')}</td><td>{t(each.active ? 'yes' : 'no')}</td>
                  {mayEdit && (
                    <td class="couriers-edit">
                      <Button data-courier={each.code} aria-label={t('edit', { name: each.nameZh })} onClick={() => {
                        setSaid('');
                        setLost(undefined);
                        setOpen(each.code);
                      }}>{t('change')}</Button>
                    </td>
                  )}
                </tr>
              )))}
            </tbody>
          </table>
        </div>
      )}
      <div class="couriers-said" role="status">{said}</div>
      {lost && <p class="kefu-alert" role="alert">{lost.detail} {t('lost')}</p>}
    </Panel>
  );
}

interface EditedProps {
  readonly courier: Courier;
  readonly onCancel: () => void;
  readonly onSaved: (courier: Courier) => void;
  readonly onLost: (problem: Problem) => void;
}

function Edited({ courier, onCancel, onSaved, onLost }: EditedProps) {
  const [typed, setTyped] = useState({ ...courier, preference: String(courier.preference) });
  const [problem, setProblem] = useState<Problem>();
  const isBusy = useRef(false);
  const row = useRef<HTMLTableRowElement>(null);
  const change = (part: Partial<typeof typed>) => setTyped(former => ({ ...former, ...part }));

  useEffect(() => row.current?.querySelector('input')?.focus(), []);
  useEffect(() => row.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [problem]);

  async function save() {
    if (isBusy.current) {
      return;
    }
    isBusy.current = true;
    setProblem(undefined);
    try {
      onSaved(await saveCourier(courier.code, { ...typed, preference: numberOf(typed.preference) }));
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

  const links = (field: typeof FIELDS[number]) => ({
    'aria-label': t('of', { field: t(field), name: courier.nameZh }),
    ...(problem?.at(field) ? { 'aria-invalid': 'true' as const, 'aria-describedby': `courier-${field}` } : {})
  });
  const refusal = (field: typeof FIELDS[number]) => problem?.at(field)
    && <span class="kefu-refusal" id={`courier-${field}`} role="alert">{problem.at(field)}</span>;
  const flag = (field: 'isDefault' | 'freeOfDifference' | 'active') => (
    <td><input {...links(field)} type="checkbox" checked={typed[field]} onChange={event => change({ [field]: event.currentTarget.checked })} />{refusal(field)}</td>
  );
  const text = (field: 'nameZh' | 'nameEn') => (
    <td><input {...links(field)} class="kefu-input" type="text" value={typed[field]} onInput={event => change({ [field]: event.currentTarget.value })} />{refusal(field)}</td>
  );
  return (
    <>
      <tr ref={row} class="couriers-edited" onKeyDown={event => {
        if (event.key === 'Escape') {
          onCancel();
        } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
          event.preventDefault();
          void save();
        }
      }}>
        <th scope="row">{courier.code}</th>
        {text('nameZh')}{text('nameEn')}{flag('isDefault')}
        <td class="is-number">
          <input {...links('preference')} class="kefu-input couriers-small" type="text" inputMode="numeric" value={typed.preference}
            onInput={event => change({ preference: event.currentTarget.value })} />{refusal('preference')}
        </td>
        {flag('freeOfDifference')}{flag('active')}
        <td class="couriers-edit">
          <Button main onClick={save}>{t('save')}</Button> <Button onClick={onCancel}>{t('cancel')}</Button>
        </td>
      </tr>
      {problem && problem.besides(FIELDS) !== undefined && <tr><td colSpan={8}><Refused problem={problem} besides={FIELDS} /></td></tr>}
    </>
  );
}
