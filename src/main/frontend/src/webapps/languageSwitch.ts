import { chooseLanguage } from '../shared/me';
import { language, words } from '../shared/words';

const t = words({
  en: { refused: 'The language could not be changed.' },
  zh: { refused: '未能切换语言。' }
});

const other = language === 'zh' ? 'en' : 'zh';
const nameOfOther = other === 'zh' ? '中文' : 'English';

/** Puts the other language into the menu of the account, which all four web applications have, each time it is drawn. */
export function offerLanguage(menu: Element): void {
  if (menu.querySelector('.kefu-language')) {
    return;
  }
  const entry = document.createElement('li');
  const link = document.createElement('a');
  entry.className = 'kefu-language';
  link.href = '';
  link.lang = other === 'zh' ? 'zh-CN' : 'en';
  link.textContent = nameOfOther;
  link.addEventListener('click', event => {
    event.preventDefault();
    event.stopPropagation();
    chooseLanguage(other).catch(() => say(entry));
  });
  entry.append(link);
  menu.prepend(entry);
}

function say(entry: HTMLElement): void {
  entry.querySelector('[role=alert]')?.remove();
  const refusal = document.createElement('span');
  refusal.setAttribute('role', 'alert');
  refusal.className = 'kefu-language-refused';
  refusal.textContent = t('refused');
  entry.append(refusal);
}

const header = document.querySelector('[cam-widget-header]');
if (header) {
  const offer = () => header.querySelectorAll('.account .dropdown-menu').forEach(offerLanguage);
  new MutationObserver(offer).observe(header, { childList: true, subtree: true });
  offer();
}
