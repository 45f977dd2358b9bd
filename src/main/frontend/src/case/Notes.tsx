import { useState } from 'preact/hooks';
import { Problem } from '../shared/api';
import { Button, Field, Panel, Refused } from '../shared/ui';
import { words } from '../shared/words';
import { addNote } from './api';
import { nameOf } from './people';
import type { CaseFile } from './types';
import { useDraft } from './useDraft';
import { When } from '../shared/ui';

const t = words({
  en: { title: 'Notes', label: 'New note', add: 'Add note', hint: 'Ctrl+Enter adds it. Everybody who works on the case reads it.',
    none: 'Nobody has noted anything yet.' },
  zh: { title: '备注', label: '新备注', add: '添加备注', hint: '按 Ctrl+Enter 添加。处理此工单的人都能看到。', none: '还没有备注。' }
});

const LONGEST = 2000;

/** What people noted on the case, and a place to note more. What is typed stays until it is stored. */
export function Notes({ file, onAdded }: { readonly file: CaseFile; readonly onAdded: (file: CaseFile) => void }) {
  const [text, setText] = useDraft(`${file.caseNumber}/note`);
  const [problem, setProblem] = useState<Problem>();
  const [isSending, setSending] = useState(false);
  const notes = file.timeline.filter(entry => entry.what === 'NOTE' && entry.text);

  const add = async (event?: Event) => {
    event?.preventDefault();
    if (isSending) {
      return;
    }
    setSending(true);
    setProblem(undefined);
    try {
      const answer = await addNote(file.caseNumber, text);
      setText('');
      onAdded(answer);
    } catch (failure) {
      setProblem(failure instanceof Problem ? failure : new Problem(0, ''));
    } finally {
      setSending(false);
    }
  };
  return (
    <Panel title={t('title')}>
      {notes.length === 0 && <p class="kefu-soft">{t('none')}</p>}
      <ul class="kefu-plain-list">
        {notes.map((note, index) => (
          <li key={index} class="kefu-note">
            <span class="kefu-soft"><When at={note.at} /> {nameOf(file, note.who)}</span>
            <div class="kefu-said">{note.text}</div>
          </li>
        ))}
      </ul>
      {file.mayAdd && (
        <form onSubmit={add} noValidate>
          <Field label={t('label')} hint={t('hint')} refusal={problem?.at('text')}>
            {links => (
              <textarea {...links} name="note" rows={3} maxLength={LONGEST} value={text}
                onInput={event => setText(event.currentTarget.value)}
                onKeyDown={event => {
                  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                    void add();
                  }
                }} />
            )}
          </Field>
          <Refused problem={problem} besides={['text']} />
          <Button main type="submit" disabled={isSending}>{t('add')}</Button>
        </form>
      )}
    </Panel>
  );
}
