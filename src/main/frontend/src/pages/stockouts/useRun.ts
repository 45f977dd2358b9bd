import { useEffect } from 'preact/hooks';
import { useLoaded, type Loaded } from '../../shared/load';
import { readRun, type RunWithOrders } from './api';
import { isRunning } from './running';

const PAUSE = 1_000;

/** A run as it stands; as long as it goes on it is asked for again and again, but not while nobody looks. */
export function useRun(id: string | undefined): Loaded<RunWithOrders> {
  const run = useLoaded(id, signal => readRun(id!, signal));
  const goesOn = isRunning(run.value) || (run.problem !== undefined && run.value !== undefined);

  useEffect(() => {
    if (!goesOn || run.isLoading) {
      return undefined;
    }
    const again = () => {
      if (document.visibilityState !== 'hidden') {
        run.reload();
      }
    };
    const timer = setTimeout(again, PAUSE);
    document.addEventListener('visibilitychange', again);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', again);
    };
  }, [goesOn, run.isLoading]);

  return run;
}
