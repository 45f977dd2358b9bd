import { useCallback, useState } from 'preact/hooks';
import { draft, keepDraft } from './drafts';

/** A text field whose content outlives the component that shows it. */
export function useDraft(name: string): [string, (text: string) => void] {
  const [shown, setShown] = useState({ name, text: draft(name) });
  const text = shown.name === name ? shown.text : draft(name);
  const set = useCallback((next: string) => {
    keepDraft(name, next);
    setShown({ name, text: next });
  }, [name]);
  return [text, set];
}
