import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../shared/api';
import { caseStatusName, kindName } from '../../shared/labels';
import { idOf, shownAs, type Person } from '../../shared/people';
import { Button, Field } from '../../shared/ui';
import { trimmed, type Condition, type Conditions } from './conditions';
import { conditionName, t } from './words';

interface FiltersProps {
  readonly conditions: Conditions;
  readonly problem: Problem | undefined;
  readonly kinds: readonly string[];
  readonly people: readonly Person[];
  readonly onSearch: (conditions: Conditions) => void;
}

/** What to search by. "/" leads here from anywhere on the page, Enter searches. */
export function Filters({ conditions, problem, kinds, people, onSearch }: FiltersProps) {
  const [typed, setTyped] = useState<Partial<Record<Condition, string>>>(conditions);
  const first = useRef<HTMLSelectElement>(null);

  useEffect(() => setTyped(conditions), [conditions]);
  useEffect(() => {
    const lead = (event: KeyboardEvent) => {
      const from = event.target as Element | null;
      if (event.key === '/' && !event.ctrlKey && !event.altKey && !event.metaKey
        && !from?.closest('input, textarea, select, [contenteditable]')) {
        event.preventDefault();
        first.current?.focus();
      }
    };
    addEventListener('keydown', lead);
    return () => removeEventListener('keydown', lead);
  }, []);

  const set = (condition: Condition) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setTyped(former => ({ ...former, [condition]: value }));
  };
  const text = (condition: Condition, type: 'text' | 'date' | 'number' = 'text') => (
    <Field label={conditionName(condition)} refusal={problem?.at(condition)}>
      {links => (
        <input {...links} name={condition} type={type} value={typed[condition] ?? ''} onInput={set(condition)} autocomplete="off"
          {...(condition === 'owner' ? { list: 'search-people' } : {})} {...(type === 'number' ? { min: 0 } : { maxLength: 64 })} />
      )}
    </Field>
  );
  const shownKinds = [...new Set([...kinds, ...(conditions.kind ? [conditions.kind] : [])])];

  return (
    <form class="kefu-panel kefu-search-filters" role="search" noValidate
      onSubmit={event => {
        event.preventDefault();
        const asked = trimmed(typed);
        onSearch(asked.owner ? { ...asked, owner: idOf(people, asked.owner) } : asked);
      }}>
      <Field label={conditionName('kind')} refusal={problem?.at('kind')}>
        {links => (
          <select {...links} ref={first} name="kind" value={typed.kind ?? ''} onChange={set('kind')}>
            <option value="">{t('any')}</option>
            {shownKinds.map(kind => <option key={kind} value={kind}>{kindName(kind)}</option>)}
          </select>
        )}
      </Field>
      <Field label={conditionName('status')} refusal={problem?.at('status')}>
        {links => (
          <select {...links} name="status" value={typed.status ?? ''} onChange={set('status')}>
            <option value="">{t('any')}</option>
            {['OPEN', 'CLOSED'].map(status => <option key={status} value={status}>{caseStatusName(status)}</option>)}
          </select>
        )}
      </Field>
      {text('orderNumber')}
      {text('customerId')}
      {text('owner')}
      <datalist id="search-people">
        {people.map(each => <option key={each.id} value={each.id}>{shownAs(each)}</option>)}
      </datalist>
      {text('openedFrom', 'date')}
      {text('openedUntil', 'date')}
      {text('olderThan', 'number')}
      <div class="kefu-search-actions">
        <label class="kefu-check">
          <input type="checkbox" name="overdue" checked={typed.overdue === 'true'}
            onChange={event => {
              const { checked } = event.currentTarget;
              setTyped(former => ({ ...former, overdue: checked ? 'true' : '' }));
            }} />
          {conditionName('overdue')}
        </label>
        <Button main type="submit">{t('search')}</Button>
        <Button onClick={() => onSearch({})}>{t('clear')}</Button>
        <span class="kefu-soft">{t('keys')}</span>
      </div>
    </form>
  );
}
