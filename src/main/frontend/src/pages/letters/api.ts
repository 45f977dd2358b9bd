import { del, get, post, put } from '../../shared/api';
import type { Language } from '../../shared/words';

export interface Placeholder {
  readonly name: string;
  readonly meaning: string;
  readonly needed: boolean;
  readonly example: string;
}

export interface LetterInLanguage {
  readonly language: Language;
  readonly subject: string;
  readonly edited: boolean;
  /** Counts the changes; 0 is as it was shipped. */
  readonly version: number;
  readonly editedBy: string | null;
  readonly editedAt: string | null;
}

export interface ListedLetter {
  readonly id: string;
  readonly module: string;
  readonly occasion: string;
  readonly languages: readonly LetterInLanguage[];
}

export interface LetterWords {
  readonly subject: string;
  readonly body: string;
}

export interface Letter extends LetterWords {
  readonly id: string;
  readonly language: Language;
  readonly occasion: string;
  readonly edited: boolean;
  readonly version: number;
  readonly editedBy: string | null;
  readonly editedAt: string | null;
  readonly placeholders: readonly Placeholder[];
  readonly shipped: LetterWords;
}

export interface Version {
  readonly version: number;
  /** Null, as the body, where it went back to the shipped text. */
  readonly subject: string | null;
  readonly body: string | null;
  readonly editedBy: string;
  readonly editedAt: string;
}

export interface Preview extends LetterWords {
  /** The facts that stand in it as examples. */
  readonly examples: readonly string[];
}

function path(id: string, language: Language): string {
  return `/api/letter-templates/${encodeURIComponent(id)}/${language}`;
}

export function allLetters(signal: AbortSignal): Promise<readonly ListedLetter[]> {
  return get<readonly ListedLetter[]>('/api/letter-templates', { signal });
}

export function readLetter(id: string, language: Language, signal: AbortSignal): Promise<Letter> {
  return get<Letter>(path(id, language), { signal });
}

export function versionsOf(id: string, language: Language, signal: AbortSignal): Promise<readonly Version[]> {
  return get<readonly Version[]>(`${path(id, language)}/versions`, { signal });
}

/** @param version the one that the editor saw, so that nobody's change is overwritten unseen */
export function saveLetter(id: string, language: Language, text: LetterWords, version: number): Promise<Letter> {
  return put<Letter>(path(id, language), { ...text, version });
}

export function resetLetter(id: string, language: Language): Promise<Letter> {
  return del<Letter>(path(id, language));
}

export function previewLetter(id: string, language: Language, text: LetterWords, caseNumber: string): Promise<Preview> {
  return post<Preview>(`${path(id, language)}/preview`, { ...text, ...(caseNumber ? { caseNumber } : {}) });
}

export function letterAddress(id: string, language: Language): string {
  return `/app/letters?letter=${encodeURIComponent(id)}&in=${language}`;
}
