import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../../shared/api';
import { useLoaded } from '../../shared/load';
import { Badge, Busy, Button, Done, Field, Panel, Refused, When } from '../../shared/ui';
import { words } from '../../shared/words';
import { previewLetter, resetLetter, saveLetter, versionsOf, type Letter, type LetterWords, type Placeholder, type Preview } from './api';
import { isSame, withFact } from './editing';
import { languageName } from './labels';

const t = words({
  en: {
    subject: 'Subject', body: 'Text',
    syntax: '{open}name{close} says a fact. {open}#name{close} … {open}/name{close} is said only if the fact is known, {open}^name{close} … {open}/name{close} only if it is not.',
    save: 'Save', preview: 'Preview', reset: 'Back to the shipped text', undo: 'Undo my changes',
    sure: 'Really go back to the shipped text? Your text stays among the versions.', yes: 'Yes, go back', no: 'No',
    saved: 'Saved. From now on this letter is written so.', wasReset: 'This letter is written as it was shipped again.',
    shipped: 'As shipped', changedBy: 'Version {version}, changed by {person},',
    facts: 'What this letter can say', fact: 'Fact', meaning: 'Meaning', example: 'Example', needed: 'must be said',
    insert: 'Insert {fact}',
    previewOf: 'Preview', caseNumber: 'With the facts of case (empty: examples)', examples: 'Examples stand for: {facts}.',
    versions: 'Versions', noVersions: 'Nobody has changed this letter.', version: 'Version', by: 'Changed by', when: 'When', text: 'Subject',
    backToShipped: 'back to the shipped text', take: 'Take into the editor'
  },
  zh: {
    subject: '主题', body: '正文',
    syntax: '{open}名称{close} 写出一项内容。{open}#名称{close} … {open}/名称{close} 仅在有该内容时出现，{open}^名称{close} … {open}/名称{close} 仅在没有时出现。',
    save: '保存', preview: '预览', reset: '恢复出厂文本', undo: '撤销我的修改',
    sure: '确定恢复出厂文本？您的文本会保留在历史版本中。', yes: '确定恢复', no: '不恢复',
    saved: '已保存。今后这封信将按此内容发送。', wasReset: '这封信已恢复为出厂文本。',
    shipped: '出厂文本', changedBy: '第 {version} 版，修改人：{person}，',
    facts: '可写入的内容', fact: '名称', meaning: '含义', example: '示例', needed: '必须写入',
    insert: '插入 {fact}',
    previewOf: '预览', caseNumber: '使用该工单的内容（留空则用示例）', examples: '以下内容为示例：{facts}。',
    versions: '历史版本', noVersions: '还没有人修改过这封信。', version: '版本', by: '修改人', when: '时间', text: '主题',
    backToShipped: '恢复出厂文本', take: '放入编辑框'
  }
});

const FIELDS = ['subject', 'body'] as const;

interface Props {
  readonly letter: Letter;
  readonly mayChange: boolean;
  readonly draft: LetterWords | undefined;
  /** What is typed and not saved; undefined if there is nothing. */
  readonly onDraft: (text: LetterWords | undefined) => void;
  readonly onReload: () => void;
  readonly onChanged: (letter: Letter) => void;
}

export function Editor({ letter, mayChange, draft, onDraft, onReload, onChanged }: Props) {
  const [text, setText] = useState<LetterWords>(draft ?? { subject: letter.subject, body: letter.body });
  const [problem, setProblem] = useState<Problem>();
  const [done, setDone] = useState('');
  const sending = useRef(false);
  const [isAsking, setAsking] = useState(false);
  const [caseNumber, setCaseNumber] = useState('');
  const [preview, setPreview] = useState<Preview>();
  const inputs = { subject: useRef<HTMLInputElement>(null), body: useRef<HTMLTextAreaElement>(null) };
  const last = useRef<'subject' | 'body'>('body');
  const isDirty = !isSame(text, letter);

  useEffect(() => onDraft(isDirty ? text : undefined), [text, isDirty]);

  function change(changed: LetterWords) {
    setText(changed);
    setDone('');
  }

  /** One after the other: the same text saved twice would be refused as somebody else's change. */
  async function run<T>(work: () => Promise<T>, then: (answer: T) => void) {
    if (sending.current) {
      return;
    }
    sending.current = true;
    setProblem(undefined);
    setDone('');
    try {
      then(await work());
    } catch (failure) {
      setProblem(failure instanceof Problem ? failure : new Problem(0, ''));
    } finally {
      sending.current = false;
    }
  }

  const save = (event: Event) => {
    event.preventDefault();
    return run(() => saveLetter(letter.id, letter.language, text, letter.version), saved => {
      setText({ subject: saved.subject, body: saved.body });
      setDone(t('saved'));
      onChanged(saved);
    });
  };
  const reset = () => run(() => resetLetter(letter.id, letter.language), shipped => {
    setAsking(false);
    setText({ subject: shipped.subject, body: shipped.body });
    setDone(t('wasReset'));
    onChanged(shipped);
  });
  const tryOut = () => run(() => previewLetter(letter.id, letter.language, text, caseNumber.trim()), setPreview);

  /** Somebody else changed it: their text is among the versions then, and saving again is a decision. */
  function seeMeanwhile() {
    setProblem(undefined);
    onReload();
  }

  function insert(fact: string) {
    const field = last.current;
    const input = inputs[field].current;
    const here = withFact(text[field], input?.selectionStart ?? text[field].length, input?.selectionEnd ?? text[field].length, fact);
    change({ ...text, [field]: here.text });
    requestAnimationFrame(() => {
      input?.focus();
      input?.setSelectionRange(here.cursor, here.cursor);
    });
  }

  return (
    <>
      <h2>{letter.occasion} · {languageName(letter.language)}</h2>
      <p class="kefu-soft letters-standing">
        {letter.edited && letter.editedAt ? <>{t('changedBy', { version: letter.version, person: letter.editedBy ?? '' })}{' '}
          <When at={letter.editedAt} /></> : t('shipped')}
      </p>
      <form onSubmit={save}>
        <Field label={t('subject')} refusal={problem?.at('subject')}>
          {links => <input {...links} ref={inputs.subject} type="text" value={text.subject} readOnly={!mayChange}
            onFocus={() => { last.current = 'subject'; }} onInput={event => change({ ...text, subject: event.currentTarget.value })} />}
        </Field>
        <Field label={t('body')} refusal={problem?.at('body')} hint={t('syntax', { open: '{{', close: '}}' })}>
          {links => <textarea {...links} ref={inputs.body} rows={14} value={text.body} readOnly={!mayChange} lang={letter.language}
            onFocus={() => { last.current = 'body'; }} onInput={event => change({ ...text, body: event.currentTarget.value })} />}
        </Field>
        <div class="letters-said">
          <Refused problem={problem} besides={FIELDS} {...(problem?.status === 409 ? { onAgain: seeMeanwhile } : {})} />
          {done && <Done>{done}</Done>}
        </div>
        <div class="kefu-row">
          {mayChange && <Button main type="submit" disabled={!isDirty}>{t('save')}</Button>}
          <Button onClick={tryOut}>{t('preview')}</Button>
          {mayChange && <Button disabled={!isDirty} onClick={() => change({ subject: letter.subject, body: letter.body })}>{t('undo')}</Button>}
          {mayChange && letter.edited && !isAsking && <Button onClick={() => setAsking(true)}>{t('reset')}</Button>}
          {isAsking && (
            <span class="kefu-row" role="group" aria-label={t('reset')}>
              {t('sure')} <Button onClick={reset}>{t('yes')}</Button> <Button onClick={() => setAsking(false)}>{t('no')}</Button>
            </span>
          )}
        </div>
        <Field label={t('caseNumber')}>
          {links => <input {...links} type="text" class="kefu-input letters-case" value={caseNumber} placeholder="KF-…"
            onInput={event => setCaseNumber(event.currentTarget.value)} />}
        </Field>
      </form>
      {preview && <PreviewPanel preview={preview} language={letter.language} />}
      <Facts facts={letter.placeholders} onInsert={mayChange ? insert : undefined} />
      <Versions letter={letter} mayChange={mayChange} onTake={change} />
    </>
  );
}

function PreviewPanel({ preview, language }: { readonly preview: Preview; readonly language: string }) {
  return (
    <Panel title={t('previewOf')}>
      <p lang={language}><strong>{preview.subject}</strong></p>
      <div class="letters-preview" lang={language}>{preview.body}</div>
      {preview.examples.length > 0 && <p class="kefu-soft">{t('examples', { facts: preview.examples.join(', ') })}</p>}
    </Panel>
  );
}

interface FactsProps {
  readonly facts: readonly Placeholder[];
  readonly onInsert: ((fact: string) => void) | undefined;
}

function Facts({ facts, onInsert }: FactsProps) {
  return (
    <Panel title={t('facts')}>
      <table class="kefu-table">
        <thead>
          <tr><th scope="col">{t('fact')}</th><th scope="col">{t('meaning')}</th><th scope="col">{t('example')}</th></tr>
        </thead>
        <tbody>
          {facts.map(each => (
            <tr key={each.name}>
              <td>
                {onInsert ? <Button aria-label={t('insert', { fact: each.name })} onClick={() => onInsert(each.name)}>
                  {`{{${each.name}}}`}</Button> : <code>{`{{${each.name}}}`}</code>}
              </td>
              <td>{each.meaning} {each.needed && <Badge tone="warn">{t('needed')}</Badge>}</td>
              <td>{each.example}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

interface VersionsProps {
  readonly letter: Letter;
  readonly mayChange: boolean;
  readonly onTake: (text: LetterWords) => void;
}

function Versions({ letter, mayChange, onTake }: VersionsProps) {
  const versions = useLoaded(`${letter.id} ${letter.language} ${letter.version}`, signal =>
    versionsOf(letter.id, letter.language, signal));
  return (
    <Panel title={t('versions')}>
      <Refused problem={versions.problem} onAgain={versions.reload} />
      {!versions.value && !versions.problem && <Busy height={40} />}
      {versions.value?.length === 0 && <p class="kefu-soft">{t('noVersions')}</p>}
      {versions.value && versions.value.length > 0 && (
        <table class="kefu-table">
          <thead>
            <tr>
              <th scope="col" class="is-number">{t('version')}</th>
              <th scope="col">{t('when')}</th>
              <th scope="col">{t('by')}</th>
              <th scope="col">{t('text')}</th>
              <th scope="col"><span class="kefu-hidden">{t('take')}</span></th>
            </tr>
          </thead>
          <tbody>
            {versions.value.map(each => (
              <tr key={each.version}>
                <td class="is-number">{each.version}</td>
                <td><When at={each.editedAt} /></td>
                <td>{each.editedBy}</td>
                <td>{each.subject ?? <em>{t('backToShipped')}</em>}</td>
                <td>{mayChange && <Button aria-label={`${t('take')} (${each.version})`} onClick={() => onTake(each.subject !== null && each.body !== null
                  ? { subject: each.subject, body: each.body } : letter.shipped)}>{t('take')}</Button>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
