import { get, put } from './api';
import { askedOnce } from './reader';
import type { Language } from './words';

export interface Group {
  readonly id: string;
  readonly name: string;
}

/** Who is logged in. */
export interface Me {
  readonly id: string;
  readonly name: string;
  readonly email?: string | null;
  readonly groups: readonly Group[];
  readonly language: Language;
  /** Null if the browser decides. */
  readonly chosenLanguage: Language | null;
}

/** Asked once for each person who is logged in. */
export const me: () => Promise<Me> = askedOnce(() => get<Me>('/api/me'));

export function isIn(person: Me, ...groups: readonly string[]): boolean {
  return person.groups.some(each => groups.includes(each.id));
}

/** The server keeps the choice and tells the browser; everything shown so far is in the former language, so the page is loaded anew. */
export async function chooseLanguage(chosen: Language | null): Promise<void> {
  await put('/api/me/language', { language: chosen });
  location.reload();
}

/** For those who have not logged in yet: a choice of this browser, until their own is known. */
export function readHereIn(chosen: Language): void {
  document.cookie = `kefu-language=${chosen}; path=/; SameSite=Lax`;
  location.reload();
}
