import { useEffect, useRef } from 'preact/hooks';
import { useLoaded, type Loaded } from '../../shared/load';
import { readRun, type RunWithOrders } from './api';
import { isRunning, placeInTurn, renewed } from './running';

const PAUSE = 1_000;

/** More orders than are done in a pause. */
const SOME = 100;

/** A run that goes on is not read whole each time: only the orders whose turn it is, and at its end all that were left. */
async function readOn(before: RunWithOrders, signal: AbortSignal): Promise<RunWithOrders> {
  const from = placeInTurn(before);
  const read = await readRun(before.id, signal, { from, most: SOME });
  return renewed(before, from, isRunning(read) ? read : await readRun(before.id, signal, { from }));
}

/** A run as it stands; as long as it goes on it is asked for again and again, but not while nobody looks. */
export function useRun(id: string | undefined): Loaded<RunWithOrders> {
  const known = useRef<RunWithOrders>();
  const run = useLoaded(id, async signal => {
    const before = known.current;
    known.current = before && before.id === id && isRunning(before) ? await readOn(before, signal) : await readRun(id!, signal);
    return known.current;
  });
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
