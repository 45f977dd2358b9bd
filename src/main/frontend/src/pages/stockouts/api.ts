import { get, post } from '../../shared/api';

export interface Stock {
  readonly sku: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly available: number;
  /** Units that cases wait for. */
  readonly waiting: number;
  readonly replenishmentDays: number | null;
}

export type RunStatus = 'RUNNING' | 'FINISHED' | 'STOPPED';

/** A product that is short, and what became of each order that wants it. */
export interface Run {
  readonly id: string;
  readonly sku: string;
  readonly cause: string;
  readonly startedBy: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly status: RunStatus;
  readonly total: number;
  readonly opened: number;
  readonly refused: number;
}

export interface ResultOfOrder {
  readonly orderNumber: string;
  readonly status: string;
  readonly caseNumber: string | null;
  readonly reason: string | null;
}

export interface RunWithOrders extends Run {
  readonly orders: readonly ResultOfOrder[];
}

const RUNS = '/api/stock-outs/runs';

export function stockOf(sku: string, signal: AbortSignal): Promise<Stock> {
  return get<Stock>(`/api/stock/${encodeURIComponent(sku)}`, { signal });
}

/** @param key makes the run one, however often it is asked for */
export function startRun(request: Readonly<Record<string, unknown>>, key: string): Promise<Run> {
  return post<Run>(RUNS, request, { headers: { 'Idempotency-Key': key } });
}

export function allRuns(signal: AbortSignal): Promise<readonly Run[]> {
  return get<readonly Run[]>(RUNS, { signal });
}

export function readRun(id: string, signal: AbortSignal): Promise<RunWithOrders> {
  return get<RunWithOrders>(`${RUNS}/${encodeURIComponent(id)}`, { signal });
}

export function runAddress(id: string): string {
  return `/app/stock-outs?run=${encodeURIComponent(id)}`;
}
