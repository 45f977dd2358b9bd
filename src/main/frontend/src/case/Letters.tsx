import { useState } from 'preact/hooks';
import { letterStatusName } from '../shared/labels';
import { useLoaded } from '../shared/load';
import { Badge, Busy, Button, Panel, Refused, When, type Tone } from '../shared/ui';
import { words } from '../shared/words';
import { readLetter } from './api';
import type { CaseFile, LetterInList } from './types';

const t = words({
  en: { title: 'Messages to the customer', none: 'The customer was not written to.', read: 'Read', hide: 'Hide', to: 'to {recipient}' },
  zh: { title: '给客户的信件', none: '还没有给客户写过信。', read: '查看', hide: '收起', to: '寄给 {recipient}' }
});

/** What the customer was written, with its words on demand. */
export function Letters({ file }: { readonly file: CaseFile }) {
  return (
    <Panel title={t('title')}>
      {file.letters.length === 0 && <p class="kefu-soft">{t('none')}</p>}
      <ul class="kefu-plain-list">
        {file.letters.map(letter => <Letter key={letter.id} letter={letter} />)}
      </ul>
    </Panel>
  );
}

function Letter({ letter }: { readonly letter: LetterInList }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li class="kefu-note">
      <div class="kefu-row">
        <span lang={letter.language === 'zh' ? 'zh-CN' : 'en'}>{letter.subject}</span>
        <Badge tone={tone(letter.status)}>{letterStatusName(letter.status)}</Badge>
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{t(isOpen ? 'hide' : 'read')}</Button>
      </div>
      <span class="kefu-soft">
        <When at={letter.sentAt ?? letter.writtenAt} /> {letter.recipient && t('to', { recipient: letter.recipient })}
      </span>
      {letter.failure && <div class="kefu-said">{letter.failure}</div>}
      {isOpen && <Body letter={letter} />}
    </li>
  );
}

function tone(status: string): Tone {
  return status === 'SENT' ? 'good' : status === 'WAITING' ? 'plain' : status === 'FAILED' ? 'bad' : 'warn';
}

function Body({ letter }: { readonly letter: LetterInList }) {
  const loaded = useLoaded(letter.id, signal => readLetter(letter.id, signal));
  if (!loaded.value) {
    return loaded.problem ? <Refused problem={loaded.problem} onAgain={loaded.reload} /> : <Busy height={80} />;
  }
  return <div class="kefu-letter" lang={letter.language === 'zh' ? 'zh-CN' : 'en'}>{loaded.value.body}</div>;
}
