import { useState } from 'preact/hooks';
import { CaseLink } from '../../case/CaseLink';
import { Problem } from '../../shared/api';
import type { Person } from '../../shared/people';
import { Button, Done, Field, Panel, Refused } from '../../shared/ui';
import { reassign, type MovedItem, type Outcome } from './api';
import { byReason, countOf, reassignmentOf, type Plan } from './moving';
import { PersonSelect } from './PersonSelect';
import { t } from './words';

interface MoveProps {
  readonly from: string;
  readonly name: string;
  readonly people: readonly Person[];
  readonly onMoved: () => void;
}

const EMPTY: Plan = { to: '', toGroup: false, includeCases: true, note: '' };

/** Moves all that somebody has, because they are away: first it is shown what would move, then it is done. */
export function Move({ from, name, people, onMoved }: MoveProps) {
  const [plan, setPlan] = useState(EMPTY);
  const [outcome, setOutcome] = useState<{ value: Outcome; isPreview: boolean }>();
  const [problem, setProblem] = useState<Problem>();
  const [isAsking, setAsking] = useState(false);

  const change = (part: Partial<Plan>) => {
    setPlan(former => ({ ...former, ...part }));
    setOutcome(undefined);
  };
  const ask = async (isPreview: boolean) => {
    setAsking(true);
    setProblem(undefined);
    try {
      setOutcome({ value: await reassign(reassignmentOf(from, plan, isPreview)), isPreview });
      if (!isPreview) {
        onMoved();
      }
    } catch (failure) {
      setOutcome(undefined);
      setProblem(failure instanceof Problem ? failure : new Problem(0, ''));
    } finally {
      setAsking(false);
    }
  };
  const asksForPerson = !plan.toGroup || plan.includeCases;
  const mayMove = outcome?.isPreview && outcome.value.moved.length > 0;

  return (
    <Panel title={t('move', { name })}>
      <form noValidate
        onSubmit={event => {
          event.preventDefault();
          void ask(!mayMove);
        }}>
        <fieldset class="kefu-leaders-mode">
          <legend class="kefu-label">{t('mode')}</legend>
          {([false, true] as const).map(toGroup => (
            <label key={String(toGroup)} class="kefu-check">
              <input type="radio" name="mode" value={toGroup ? 'groups' : 'person'} checked={plan.toGroup === toGroup}
                onChange={() => change({ toGroup })} />
              {t(toGroup ? 'toGroup' : 'toPerson')}
            </label>
          ))}
          <label class="kefu-check">
            <input type="checkbox" name="includeCases" checked={plan.includeCases}
              onChange={event => change({ includeCases: event.currentTarget.checked })} />
            {t('includeCases')}
          </label>
        </fieldset>
        {asksForPerson && (
          <Field label={t(plan.toGroup ? 'toCases' : 'to')} refusal={problem?.at('to')}>
            {links => <PersonSelect links={links} name="to" from={from} people={people} value={plan.to} onChange={to => change({ to })} />}
          </Field>
        )}
        <Field label={t('note')} refusal={problem?.at('note')}>
          {links => (
            <input {...links} name="moveNote" maxLength={500} value={plan.note} autocomplete="off"
              onInput={event => change({ note: event.currentTarget.value })} />
          )}
        </Field>
        <Refused problem={problem} besides={['to', 'note']} />
        <div class="kefu-row">
          <Button main={!mayMove} disabled={isAsking} onClick={() => void ask(true)}>{t('preview')}</Button>
          <Button main={mayMove === true} type="submit" disabled={isAsking || !mayMove}>{t('doMove')}</Button>
        </div>
      </form>
      {outcome && <Told outcome={outcome.value} isPreview={outcome.isPreview} />}
    </Panel>
  );
}

/** What will move and what did, and why the rest stays. */
function Told({ outcome, isPreview }: { readonly outcome: Outcome; readonly isPreview: boolean }) {
  const count = countOf(outcome.moved);
  const counted = { tasks: count.tasks, cases: count.cases };
  const moved = outcome.moved.length === 0 && isPreview ? t('nothingToMove') : t(isPreview ? 'willMove' : 'movedNow', counted);
  return (
    <div class="kefu-leaders-told">
      {isPreview ? <p role="status"><strong>{moved}</strong></p> : <Done>{moved}</Done>}
      {isPreview && outcome.moved.length > 0 && <Items items={outcome.moved} />}
      {outcome.left.length > 0 && (
        <div class="kefu-alert">
          <strong>{t(isPreview ? 'willStay' : 'stayed', { count: outcome.left.length })}</strong>
          {byReason(outcome).map(({ reason, items }) => (
            <div key={reason}>
              <p>{reason}</p>
              <Items items={items} />
            </div>
          ))}
        </div>
      )}
      {outcome.besides > 0 && <p>{t('besides', { count: outcome.besides })}</p>}
      {outcome.more && <p>{t('moreToMove')}</p>}
    </div>
  );
}

function Items({ items }: { readonly items: readonly MovedItem[] }) {
  return (
    <ul class="kefu-leaders-items">
      {items.map((each, index) => (
        <li key={each.taskId ?? `${each.caseNumber}-${index}`}>
          {each.caseNumber && <CaseLink caseNumber={each.caseNumber} />} {each.taskId ? each.name : t('theCase')}
        </li>
      ))}
    </ul>
  );
}
