import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../shared/api';
import { fieldName, messageName, valueName } from '../shared/labels';
import { useLoaded } from '../shared/load';
import { Busy, Button, Field, Panel, Refused, type InputLinks } from '../shared/ui';
import { words } from '../shared/words';
import { offers, tell } from './api';
import { AddressInput, ADDRESS_PARTS } from './AddressInput';
import { draft, keepDraft } from './drafts';
import { sent, type Typed } from './fields';
import type { CaseFile, ProcessField } from './types';

const t = words({
  en: { title: 'What may happen now', none: 'Nothing can be reported to this case now.', report: 'Report it', cancel: 'Cancel',
    sure: 'This is reported to the case at once and can’t be taken back.', choose: 'Please choose', yes: 'Yes', no: 'No',
    moved: 'The case has moved on meanwhile; it is shown as it is now.' },
  zh: { title: '现在可以做什么', none: '目前没有可登记的进展。', report: '确认登记', cancel: '取消', sure: '登记后立即生效，无法撤回。',
    choose: '请选择', yes: '是', no: '否', moved: '工单状态已经变化，现已显示最新情况。' }
});

interface Props {
  readonly file: CaseFile;
  /** The case as the server answers it after something was told. */
  readonly onTold: (file: CaseFile, message: string) => void;
  /** Why the last of them came too late; stays when the buttons have gone with what is not possible any more. */
  readonly conflict: Problem | undefined;
  /** The case has moved meanwhile, or somebody tries something else. */
  readonly onConflict: (problem: Problem | undefined) => void;
}

/** The messages that the reader may send to the case now, each with a form of its own fields. */
export function Actions({ file, conflict, onTold, onConflict }: Props) {
  const place = `${file.caseNumber}/action`;
  const [open, setOpen] = useState(draft(place));
  const chosen = file.actions.includes(open) ? open : undefined;

  const panel = useRef<HTMLDivElement>(null);

  const choose = (message: string) => {
    keepDraft(place, message);
    setOpen(message);
    onConflict(undefined);
  };
  /** The focus goes back to where the form was opened, or as near as there still is something. */
  const close = (message: string) => {
    choose('');
    requestAnimationFrame(() => (panel.current?.querySelector<HTMLElement>(`[data-message="${message}"]`) ?? panel.current)?.focus());
  };

  return (
    <Panel title={t('title')}>
      <div ref={panel} tabIndex={-1}>
        {file.actions.length === 0 && !conflict && <p class="kefu-soft">{t('none')}</p>}
        <div class="kefu-row">
          {file.actions.map(message => (
            <Button key={message} data-message={message} aria-expanded={message === chosen} onClick={() => choose(message === chosen ? '' : message)}>
              {messageName(message)}
            </Button>
          ))}
        </div>
        {conflict && <p class="kefu-alert" role="alert">{conflict.detail} {t('moved')}</p>}
        {chosen && (
          <ActionForm key={chosen} file={file} message={chosen}
            onTold={answer => {
              close(chosen);
              onTold(answer, chosen);
            }}
            onConflict={late => {
              close(chosen);
              onConflict(late);
            }}
            onCancel={() => close(chosen)} />
        )}
      </div>
    </Panel>
  );
}

interface FormProps {
  readonly file: CaseFile;
  readonly message: string;
  readonly onTold: (file: CaseFile) => void;
  readonly onConflict: (problem: Problem) => void;
  readonly onCancel: () => void;
}

function ActionForm({ file, message, onTold, onConflict, onCancel }: FormProps) {
  const offered = useLoaded('offers', offers);
  const place = (name: string) => `${file.caseNumber}/action/${message}/${name}`;
  const [typed, setTyped] = useState<Typed>({});
  const value = (name: string) => typed[name] ?? draft(place(name));
  const fields = (offered.value?.find(offer => offer.kind === file.kind)?.messages
    .find(each => each.name === message)?.fields ?? []).filter(field => isAsked(field, value));
  const [problem, setProblem] = useState<Problem>();
  const [isSending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const isReady = offered.value !== undefined;

  useEffect(() => {
    // Never on the button that can't be taken back: whoever opens a form with Enter may press it twice
    (form.current?.querySelector<HTMLElement>('input, select, textarea') ?? form.current)?.focus();
  }, [isReady]);

  if (!offered.value) {
    return offered.problem ? <Refused problem={offered.problem} onAgain={offered.reload} /> : <Busy height={80} />;
  }
  const type = (name: string, text: string) => {
    keepDraft(place(name), text);
    setTyped(former => ({ ...former, [name]: text }));
  };
  const report = async (event: Event) => {
    event.preventDefault();
    if (isSending) {
      return;
    }
    setSending(true);
    setProblem(undefined);
    try {
      const answer = await tell(file.caseNumber, message,
        sent(fields, Object.fromEntries(fields.map(field => [field.name, value(field.name)]))));
      fields.forEach(field => keepDraft(place(field.name), ''));
      onTold(answer);
    } catch (failure) {
      const refused = failure instanceof Problem ? failure : new Problem(0, '');
      if (refused.status === 409) {
        onConflict(refused);
      } else {
        setProblem(refused);
        setSending(false);
      }
    }
  };
  return (
    <form class="kefu-inline-form" ref={form} tabIndex={-1} onSubmit={report} aria-label={messageName(message)} noValidate
      onKeyDown={event => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onCancel();
        }
      }}>
      {fields.map(field => (
        <Field key={field.name} label={fieldName(field.name)} refusal={refusalOf(problem, field)}>
          {links => <Input field={field} links={links} value={value(field.name)} onType={text => type(field.name, text)} />}
        </Field>
      ))}
      {fields.length === 0 && <p>{t('sure')}</p>}
      <Refused problem={problem} besides={fields.flatMap(field => [field.name, ...partsOf(field)])} />
      <div class="kefu-row">
        <Button main type="submit" disabled={isSending}>{t('report')}</Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

/** Another article is asked for only of those who want one. */
function isAsked(field: ProcessField, value: (name: string) => string): boolean {
  return field.name !== 'substituteSku' || value('answer') === 'SUBSTITUTE';
}

/** What a field consists of that is typed in several inputs, as a refusal names it. */
function partsOf(field: ProcessField): readonly string[] {
  return field.type === 'JSON' && field.name === 'address' ? ADDRESS_PARTS.map(part => `address.${part}`) : [];
}

function refusalOf(problem: Problem | undefined, field: ProcessField): string | undefined {
  return [field.name, ...partsOf(field)].map(name => problem?.at(name)).filter(Boolean).join(' ') || undefined;
}

interface InputProps {
  readonly field: ProcessField;
  readonly links: InputLinks;
  readonly value: string;
  readonly onType: (text: string) => void;
}

/** The input that fits the type of the field. */
function Input({ field, links, value, onType }: InputProps) {
  const typing = (event: Event) => onType((event.currentTarget as HTMLInputElement).value);
  const required = field.required ? { 'aria-required': 'true' as const } : {};
  if (field.type === 'CHOICE' || field.type === 'BOOLEAN') {
    const choices = field.type === 'BOOLEAN' ? ['true', 'false'] : field.choices;
    const name = (choice: string) => (field.type === 'BOOLEAN' ? t(choice === 'true' ? 'yes' : 'no') : valueName(field.name, choice));
    return (
      <select {...links} {...required} value={value} onChange={typing}>
        <option value="">{t('choose')}</option>
        {choices.map(choice => <option key={choice} value={choice}>{name(choice)}</option>)}
      </select>
    );
  }
  if (field.type === 'JSON' && field.name === 'address') {
    return <AddressInput links={links} value={value} onType={onType} />;
  }
  if (field.type === 'JSON' || (field.longest ?? 0) > 255) {
    return <textarea {...links} {...required} rows={3} value={value} onInput={typing} />;
  }
  return (
    <input {...links} {...required} type={field.type === 'DATE' ? 'date' : 'text'} autocomplete="off"
      {...(field.type === 'NUMBER' || field.type === 'DECIMAL' ? { inputMode: 'decimal' as const } : {})}
      {...(field.longest ? { maxLength: field.longest } : {})} value={value} onInput={typing} />
  );
}
