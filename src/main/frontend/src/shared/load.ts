import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from './api';

export interface Loaded<T> {
  /** The latest answer; it stays while a newer one is asked for. */
  readonly value: T | undefined;
  readonly problem: Problem | undefined;
  readonly isLoading: boolean;
  /** Asks again, for example after something was changed. */
  readonly reload: () => void;
  /** What a write has answered is newer than what was loaded, and than what is still being loaded. */
  readonly replace: (value: T) => void;
}

/**
 * Asks the server for what a component shows, and anew whenever `key` changes; a late answer to a former key is dropped.
 *
 * @param key undefined as long as there is nothing to ask for
 */
export function useLoaded<T>(key: string | undefined, ask: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ key: string | undefined; value?: T; problem?: Problem; isLoading: boolean }>(
    { key, isLoading: key !== undefined });
  const [round, setRound] = useState(0);
  const latest = useRef(ask);
  latest.current = ask;
  const shown = useRef(key);
  shown.current = key;
  const underWay = useRef<AbortController>();

  useEffect(() => {
    if (key === undefined) {
      setState({ key, isLoading: false });
      return undefined;
    }
    const controller = new AbortController();
    underWay.current = controller;
    setState(former => (former.key === key ? { ...former, isLoading: true } : { key, isLoading: true }));
    latest.current(controller.signal).then(
      value => {
        if (!controller.signal.aborted) {
          setState({ key, value, isLoading: false });
        }
      },
      (failure: unknown) => {
        if (!controller.signal.aborted) {
          const problem = failure instanceof Problem ? failure : new Problem(0, String(failure));
          setState(former => ({ ...(former.key === key && former.value !== undefined ? { value: former.value } : {}),
            key, problem, isLoading: false }));
        }
      });
    return () => controller.abort();
  }, [key, round]);

  const reload = useCallback(() => setRound(former => former + 1), []);
  const replace = useCallback((value: T) => {
    // What was written about something else than is shown by now is of no use
    if (key === shown.current) {
      underWay.current?.abort();
      setState({ key, value, isLoading: false });
    }
  }, [key]);
  const isCurrent = state.key === key;
  return {
    value: isCurrent ? state.value : undefined,
    problem: isCurrent ? state.problem : undefined,
    isLoading: isCurrent ? state.isLoading : key !== undefined,
    reload,
    replace
  };
}
