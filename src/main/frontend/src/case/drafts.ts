import { onNewReader } from '../shared/reader';

/**
 * What somebody typed and has not sent yet. Tasklist builds its views anew when it likes; what was typed survives that here,
 * in this window's memory alone: it may hold what customers said, and a browser's store outlives the login.
 */
const typed = new Map<string, string>();

onNewReader(() => typed.clear());

export function draft(name: string): string {
  return typed.get(name) ?? '';
}

export function keepDraft(name: string, text: string): void {
  if (text === '') {
    typed.delete(name);
  } else {
    typed.set(name, text);
  }
}
