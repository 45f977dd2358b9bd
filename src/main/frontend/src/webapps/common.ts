import { language, preferredLanguage, type Language } from '../shared/words';
import { keepTranslating, peoplesNames, places } from './fixedWords';
import { keepFresh } from './freshPage';
import { knowWords } from './knownWords';

/** A fingerprint of the words that the web applications show, put in by the build. */
declare const __WORDS__: string;

declare global {
  interface Window {
    /** Part of the name under which a browser keeps the words of the web applications. */
    bust?: string;
  }
}

/**
 * Browsers keep the words and show the old ones once more before they ask for the new. Under a name that changes with the
 * words they find none that are old. Nothing else of the web applications reads this.
 */
window.bust = `7.24.0-${__WORDS__}`;

const base = document.querySelector('base');
const application = base?.getAttribute('app-name') ?? '';
const root = base?.getAttribute('app-root') ?? '';
// The applications wait for this file before they start
await knowWords(`${root}/app/${application}/locales/`, language, window.bust);

document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
keepTranslating(document.body, language === 'zh' ? [...places, peoplesNames] : [peoplesNames]);
keepFresh(document.body, () => preferredLanguage(document.cookie, navigator.languages) !== language, () => location.reload());

/**
 * What all four web applications are told. One language only: with a second one to fall back on, the one that loads last
 * decides how dates are written.
 */
export function common(name: Record<Language, string>) {
  return {
    app: { name: name[language], vendor: 'Kefu' },
    locales: { availableLocales: [language], fallbackLocale: language },
    dateFormat: { normal: 'YYYY-MM-DD HH:mm', long: 'LLLL' },

    // The greeting asks an address that this house does not have.
    disableWelcomeMessage: true
  };
}
