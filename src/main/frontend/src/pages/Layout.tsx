import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { Problem } from '../shared/api';
import { useLoaded } from '../shared/load';
import { chooseLanguage, me, readHereIn } from '../shared/me';
import { Bell } from '../shared/notices/Bell';
import '../shared/notices/bell.css';
import { Refused } from '../shared/ui';
import { language, words } from '../shared/words';
import './layout.css';
import { menuOf, tasklist } from './menu';

const t = words({
  en: { menu: 'Pages', skip: 'To the content', otherLanguage: '中文' },
  zh: { menu: '页面', skip: '跳到正文', otherLanguage: 'English' }
});

/** What surrounds every page: the menu, who is logged in, and the other language. */
export function Layout({ children }: { readonly children: ComponentChildren }) {
  const { path } = useLocation();
  // Nobody is logged in yet where people log in
  const isLogin = path === '/app/login';
  const person = useLoaded(isLogin ? undefined : 'me', me);
  const [refusal, setRefusal] = useState<Problem>();
  const other = language === 'zh' ? 'en' : 'zh';

  return (
    <div class="kefu kefu-page">
      <a class="kefu-skip" href="#content">{t('skip')}</a>
      <header class="kefu-bar">
        <a class="kefu-brand" href="/app">Kefu</a>
        <nav aria-label={t('menu')}>
          {[tasklist, ...menuOf(person.value)].map(each => (
            <a key={each.address} href={each.address} {...(path.startsWith(each.address) ? { 'aria-current': 'page' } : {})}>
              {each.name}
            </a>
          ))}
        </nav>
        {!isLogin && <Bell />}
        <span class="kefu-me">{person.value?.name}</span>
        <button type="button" class="kefu-language" lang={other === 'zh' ? 'zh-CN' : 'en'}
          onClick={() => (isLogin ? readHereIn(other) : chooseLanguage(other).catch((failure: unknown) =>
            setRefusal(failure instanceof Problem ? failure : new Problem(0, ''))))}>
          {t('otherLanguage')}
        </button>
      </header>
      <main id="content" class="kefu-content">
        <Refused problem={refusal} />
        {children}
      </main>
    </div>
  );
}
