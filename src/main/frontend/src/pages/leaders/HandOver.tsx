import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../../shared/api';
import { useLoaded } from '../../shared/load';
import { nameIn, people } from '../../shared/people';
import { Button, Field, Refused } from '../../shared/ui';
import { handOver } from './api';
import { PersonSelect } from './PersonSelect';
import { t } from './words';

interface HandOverProps {
  readonly caseNumber: string;
  readonly kind: string;
  readonly from: string;
  readonly onDone: (said: string) => void;
  readonly onCancel: () => void;
}

/** Hands one case to somebody who works on such. */
export function HandOver({ caseNumber, kind, from, onDone, onCancel }: HandOverProps) {
  const suited = useLoaded(kind, signal => people(kind, signal));
  const [owner, setOwner] = useState('');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [isSending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => form.current?.querySelector('select')?.focus(), []);

  const send = async () => {
    setSending(true);
    setProblem(undefined);
    try {
      await handOver(caseNumber, owner, note);
      onDone(t('handedOver', { caseNumber, name: nameIn(suited.value, owner) }));
    } catch (failure) {
      setProblem(failure instanceof Problem ? failure : new Problem(0, ''));
      setSending(false);
    }
  };
  return (
    <form ref={form} class="kefu-leaders-handover" aria-label={t('handOverCase', { caseNumber })} noValidate
      onKeyDown={event => event.key === 'Escape' && onCancel()}
      onSubmit={event => {
        event.preventDefault();
        void send();
      }}>
      <Field label={t('newOwner')} refusal={problem?.at('owner')}>
        {links => <PersonSelect links={links} name="owner" from={from} people={suited.value ?? []} value={owner} onChange={setOwner} />}
      </Field>
      <Field label={t('note')} refusal={problem?.at('note')}>
        {links => (
          <input {...links} name="note" maxLength={500} value={note} autocomplete="off"
            onInput={event => setNote(event.currentTarget.value)} />
        )}
      </Field>
      <Refused problem={suited.problem ?? problem} besides={['owner', 'note']} />
      <div class="kefu-row">
        <Button main type="submit" disabled={isSending || owner === ''}>{t('handOver')}</Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
