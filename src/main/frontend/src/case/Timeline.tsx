import { useState } from 'preact/hooks';
import { outcomeName, timelineSentence } from '../shared/labels';
import { Button, Panel, When } from '../shared/ui';
import { words } from '../shared/words';
import { nameOf } from './people';
import type { CaseFile, LetterInList, TimelineEntry } from './types';

const t = words({
  en: { title: 'Timeline', newestFirst: 'Newest first', oldestFirst: 'Oldest first' },
  zh: { title: '时间线', newestFirst: '最新在前', oldestFirst: '最早在前' }
});

const CHOICE = 'kefu-timeline-oldest-first';

/** What was done in the case, by whom and when. */
export function Timeline({ file }: { readonly file: CaseFile }) {
  const [oldestFirst, setOldestFirst] = useState(remembered);
  const entries = oldestFirst ? file.timeline : [...file.timeline].reverse();
  const turn = () => {
    remember(!oldestFirst);
    setOldestFirst(!oldestFirst);
  };
  return (
    <Panel title={t('title')}>
      <Button onClick={turn}>{t(oldestFirst ? 'newestFirst' : 'oldestFirst')}</Button>
      <ol class="kefu-timeline">
        {entries.map((entry, index) => (
          <li key={oldestFirst ? index : entries.length - index}>
            <span class="kefu-soft"><When at={entry.at} /> {nameOf(file, entry.who)}</span>
            <div>{timelineSentence(entry.what)}</div>
            {entry.text && <div class="kefu-said">{said(entry, file)}</div>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** The end of a case and its letters are noted by their codes, who answers for it by their ids. */
function said({ what, text, at }: TimelineEntry, file: CaseFile): string {
  if (text === null) {
    return '';
  }
  switch (what) {
    case 'CLOSED':
      return outcomeName(text);
    case 'LETTER_WRITTEN':
    case 'LETTER_NOT_SENDABLE':
      return text.replace(/([a-z]+(?:-[a-z]+)+) \((?:zh|en)\)/, (code, template: string) => subjectOf(template, at, file) ?? code);
    case 'OWNER_CHANGED':
    case 'TASK_REASSIGNED':
      // Before the last colon stands the name of the task
      return text.replace(/[^:：]*$/, part => part.replace(/[\w@.-]*[\w@-]/g, id => file.people[id] || id));
    default:
      return text;
  }
}

/** Of several letters of a template the one that was written then. */
function subjectOf(template: string, at: string, file: CaseFile): string | undefined {
  const distance = (letter: LetterInList) => Math.abs(Date.parse(letter.writtenAt) - Date.parse(at));
  return file.letters.filter(letter => letter.template === template).sort((one, other) => distance(one) - distance(other))[0]?.subject;
}

function remembered(): boolean {
  try {
    return localStorage.getItem(CHOICE) === 'true';
  } catch {
    return false;
  }
}

function remember(oldestFirst: boolean): void {
  try {
    localStorage.setItem(CHOICE, String(oldestFirst));
  } catch {
    // Where nothing may be kept, the order is chosen anew each time
  }
}
