export type Language = 'en' | 'zh';

type Values = Readonly<Record<string, string | number>>;

const COOKIE = /(?:^|;\s*)kefu-language=(en|zh)(?:;|$)/;

/** The person's choice, else the first language of the browser that we speak, else English. */
export function preferredLanguage(cookies: string, ofBrowser: readonly string[]): Language {
  const chosen = COOKIE.exec(cookies)?.[1];
  if (chosen === 'en' || chosen === 'zh') {
    return chosen;
  }
  for (const each of ofBrowser) {
    const spoken = each.toLowerCase().split('-')[0];
    if (spoken === 'zh' || spoken === 'en') {
      return spoken;
    }
  }
  return 'en';
}

/** The language of everything on this page; a page is loaded anew when it changes. */
export const language: Language = preferredLanguage(document.cookie, navigator.languages);

/**
 * A dictionary in both languages; one that lacks a key of the other does not compile.
 *
 * @returns what says a key in the page's language, with `{name}` replaced by the value of that name
 */
export function words<K extends string>(dictionary: Record<Language, Record<K, string>>): (key: K, values?: Values) => string {
  return (key, values = {}) => filled(dictionary[language][key], values);
}

export function filled(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (all, name: string) => (name in values ? String(values[name]) : all));
}
