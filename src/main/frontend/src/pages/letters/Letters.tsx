import { useLocation } from 'preact-iso';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { useLoaded } from '../../shared/load';
import { isIn, me } from '../../shared/me';
import { useTitle } from '../../shared/title';
import { Badge, Busy, Refused } from '../../shared/ui';
import { words, type Language } from '../../shared/words';
import { allLetters, letterAddress, readLetter, type LetterWords, type ListedLetter } from './api';
import { grouped } from './editing';
import { Editor } from './Editor';
import { languageName, moduleName } from './labels';
import './letters.css';

const t = words({
  en: {
    title: 'Letters to customers',
    intro: 'These letters are sent by the house itself at a turn of a case. What was sent already never changes.',
    readOnly: 'Supervisors change these texts; you can read and try them.',
    choose: 'Choose a letter on the left.',
    list: 'Letters', changed: 'changed'
  },
  zh: {
    title: '致客户的信件',
    intro: '这些信件由系统在工单进展时自动发送。已发出的信件不会改变。',
    readOnly: '信件内容由主管修改；您可以查看和试写。',
    choose: '请在左侧选择一封信件。',
    list: '信件列表', changed: '已修改'
  }
});

/** The texts of the letters: supervisors change them, everybody else reads and tries them. */
export default function Letters() {
  const { query } = useLocation();
  useTitle(t('title'));
  const person = useLoaded('me', me);
  const letters = useLoaded('letters', allLetters);
  const drafts = useRef(new Map<string, LetterWords>());
  const id = query.letter;
  const language: Language = query.in === 'en' ? 'en' : 'zh';
  const mayChange = person.value !== undefined && isIn(person.value, 'supervisors', 'camunda-admin');

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (drafts.current.size > 0) {
        event.preventDefault();
      }
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, []);

  return (
    <>
      <h1>{t('title')}</h1>
      <p class="kefu-soft">{t('intro')} {person.value && !mayChange && t('readOnly')}</p>
      <Refused problem={letters.problem} onAgain={letters.reload} />
      {!letters.value && !letters.problem && <Busy height={480} />}
      {letters.value && (
        <div class="letters">
          <List letters={letters.value} id={id} language={language} />
          <div class="letters-editor">
            {id ? <Opened key={`${id} ${language}`} id={id} language={language} mayChange={mayChange} drafts={drafts.current}
              onChanged={letters.reload} /> : <p class="kefu-soft">{t('choose')}</p>}
          </div>
        </div>
      )}
    </>
  );
}

interface ListProps {
  readonly letters: readonly ListedLetter[];
  readonly id: string | undefined;
  readonly language: Language;
}

function List({ letters, id, language }: ListProps) {
  return (
    <nav class="letters-list" aria-label={t('list')}>
      {grouped(letters).map(group => (
        <section key={group.module}>
          <h2>{moduleName(group.module)}</h2>
          <ul>
            {group.letters.map(letter => (
              <li key={letter.id}>
                <span>{letter.occasion}</span>
                <span class="letters-languages">
                  {letter.languages.map(each => (
                    <a key={each.language} href={letterAddress(letter.id, each.language)}
                      aria-label={`${letter.occasion} (${languageName(each.language)})`}
                      {...(letter.id === id && each.language === language ? { 'aria-current': 'page' as const } : {})}>
                      {languageName(each.language)}{each.edited && <> <Badge tone="warn">{t('changed')}</Badge></>}
                    </a>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

interface OpenedProps {
  readonly id: string;
  readonly language: Language;
  readonly mayChange: boolean;
  /** What was typed and not saved, by letter and language: going to another letter loses nothing. */
  readonly drafts: Map<string, LetterWords>;
  readonly onChanged: () => void;
}

function Opened({ id, language, mayChange, drafts, onChanged }: OpenedProps) {
  const key = `${id} ${language}`;
  const letter = useLoaded(key, signal => readLetter(id, language, signal));
  const keepDraft = useCallback((text: LetterWords | undefined) => {
    if (text) {
      drafts.set(key, text);
    } else {
      drafts.delete(key);
    }
  }, [key]);

  if (letter.problem && !letter.value) {
    return <Refused problem={letter.problem} onAgain={letter.reload} />;
  }
  if (!letter.value) {
    return <Busy height={480} />;
  }
  return <Editor letter={letter.value} mayChange={mayChange} draft={drafts.get(key)} onDraft={keepDraft}
    onReload={letter.reload} onChanged={changed => {
      letter.replace(changed);
      onChanged();
    }} />;
}
