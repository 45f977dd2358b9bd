import { useLocation } from 'preact-iso';
import { useEffect, useRef, useState } from 'preact/hooks';
import { me, type Me } from '../../shared/me';
import { useLoaded } from '../../shared/load';
import { Button, Field } from '../../shared/ui';
import { words } from '../../shared/words';
import { seek } from './sought';

const t = words({
  en: {
    label: 'Find an order',
    hint: 'Order number, telephone, customer’s name, tracking number, RMA or case number',
    hintOfParcel: 'RMA or tracking number',
    hintOfNumbers: 'Order number, tracking number, RMA or case number',
    find: 'Find'
  },
  zh: {
    label: '查找订单',
    hint: '订单号、电话、客户姓名、运单号、RMA 号或工单号',
    hintOfParcel: 'RMA 号或运单号',
    hintOfNumbers: '订单号、运单号、RMA 号或工单号',
    find: '查找'
  }
});

/** By what the server lets them look (`OrderSight`), as far as their groups alone tell. */
function hintOf(person: Me | undefined): 'hint' | 'hintOfParcel' | 'hintOfNumbers' {
  const groups = person?.groups.map(each => each.id) ?? [];
  if (groups.length === 0 || groups.some(each => !['warehouse', 'auditors', 'camunda-admin'].includes(each))) {
    return 'hint';
  }
  return groups.every(each => each === 'warehouse') ? 'hintOfParcel' : 'hintOfNumbers';
}

interface Props {
  readonly q: string;
  readonly refusal?: string | undefined;
  /** The same was asked once more. */
  readonly onAgain?: () => void;
  readonly hasFocus?: boolean;
}

/** One field for everything that a customer, a parcel or a colleague may say. */
export function SearchBox({ q, refusal, onAgain, hasFocus = false }: Props) {
  const { route } = useLocation();
  const person = useLoaded('me', me);
  const [text, setText] = useState(q);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    setText(q);
    if (hasFocus) {
      input.current?.focus();
      input.current?.select();
    }
  }, [q, hasFocus]);

  function find(event: Event) {
    event.preventDefault();
    if (onAgain && text === q) {
      onAgain();
    } else {
      seek({ query: text, page: 0 }, route);
    }
  }

  return (
    <form class="orders-search" role="search" onSubmit={find}>
      <Field label={t('label')} hint={t(hintOf(person.value))} refusal={refusal}>
        {links => (
          <div class="orders-search-line">
            <input {...links} ref={input} type="text" value={text} autocomplete="off" spellcheck={false} maxLength={200}
              onInput={event => setText(event.currentTarget.value)} />
            <Button main type="submit">{t('find')}</Button>
          </div>
        )}
      </Field>
    </form>
  );
}
