import { useRef, useState } from 'preact/hooks';
import { post, Problem } from '../../../shared/api';
import { newKey } from '../../../shared/newKey';

export interface Starting {
  /** Why it was refused; undefined while it is not. */
  readonly problem: Problem | undefined;
  readonly isSending: boolean;
  readonly start: (request: Readonly<Record<string, unknown>>) => Promise<void>;
}

/** Starts a process by what is asked in a form: however often that is sent, it makes one case. */
export function useStart(kind: string, onStarted: (caseNumber: string) => void): Starting {
  const [problem, setProblem] = useState<Problem>();
  const [isSending, setSending] = useState(false);
  // One for what is asked; what was corrected is another, and never passes for the first
  const asked = useRef({ body: '', key: '' });
  const isBusy = useRef(false);

  async function start(request: Readonly<Record<string, unknown>>) {
    if (isBusy.current) {
      return;
    }
    isBusy.current = true;
    setSending(true);
    setProblem(undefined);
    const body = JSON.stringify(request);
    if (asked.current.body !== body) {
      asked.current = { body, key: newKey() };
    }
    try {
      const started = await post<{ caseNumber: string }>(`/api/cases/${kind}`, request, { headers: { 'Idempotency-Key': asked.current.key } });
      onStarted(started.caseNumber);
    } catch (failure) {
      setProblem(failure instanceof Problem ? failure : new Problem(0, ''));
    } finally {
      isBusy.current = false;
      setSending(false);
    }
  }

  return { problem, isSending, start };
}
