import type { ListedLetter, LetterWords } from './api';

/** The text with a fact's place where the cursor stands, instead of what is marked; and where the cursor stands then. */
export function withFact(text: string, from: number, to: number, fact: string): { readonly text: string; readonly cursor: number } {
  const place = `{{${fact}}}`;
  return { text: text.slice(0, from) + place + text.slice(to), cursor: from + place.length };
}

export function isSame(one: LetterWords, other: LetterWords): boolean {
  return one.subject === other.subject && normal(one.body) === normal(other.body);
}

/** What a textarea makes of line ends is no change. */
function normal(body: string): string {
  return body.replace(/\r\n?/g, '\n').trim();
}

export interface LetterGroup {
  readonly module: string;
  readonly letters: readonly ListedLetter[];
}

/** The letters of each module together, in the order in which the server tells them. */
export function grouped(letters: readonly ListedLetter[]): readonly LetterGroup[] {
  const groups = new Map<string, ListedLetter[]>();
  for (const letter of letters) {
    groups.set(letter.module, [...(groups.get(letter.module) ?? []), letter]);
  }
  return [...groups].map(([module, each]) => ({ module, letters: each }));
}
