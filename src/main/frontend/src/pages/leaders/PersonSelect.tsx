import type { InputLinks } from '../../shared/ui';
import { shownAs, type Person } from '../../shared/people';
import { colleaguesOf } from './moving';
import { t } from './words';

interface PersonSelectProps {
  readonly links: InputLinks;
  readonly name: string;
  readonly from: string;
  readonly people: readonly Person[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** A colleague of whoever has the work now; those of the same groups first. */
export function PersonSelect({ links, name, from, people, value, onChange }: PersonSelectProps) {
  const { near, others } = colleaguesOf(from, people);
  return (
    <select {...links} name={name} value={value} onChange={event => onChange(event.currentTarget.value)}>
      <option value="">{t('choosePerson')}</option>
      {near.length > 0 && <optgroup label={t('near')}>{near.map(option)}</optgroup>}
      {others.length > 0 && <optgroup label={t('others')}>{others.map(option)}</optgroup>}
    </select>
  );
}

function option(person: Person) {
  return <option key={person.id} value={person.id}>{shownAs(person)}</option>;
}
