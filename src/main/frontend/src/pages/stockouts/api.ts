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
  readonly stoppedBy: string | null;
  readonly status: RunStatus;
  /** Orders; `done` of them are through: opened, skipped because a stock-out of theirs was open, or refused. */
  readonly total: number;
  readonly done: number;
  readonly opened: number;
  readonly skipped: number;
  readonly refused: number;
}

/** Stopped: it was not their turn before the run was. */
export type OrderStatus = 'TO_DO' | 'OPENED' | 'SKIPPED' | 'REFUSED' | 'STOPPED';

export interface ResultOfOrder {
  readonly orderNumber: string;
  readonly status: OrderStatus;
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

/** Which of the orders are read: from the place on, which counts from 0. */
export interface Extract {
  readonly from: number;
  readonly most?: number;
}

/** @param extract all of its orders without it */
export function readRun(id: string, signal: AbortSignal, extract?: Extract): Promise<RunWithOrders> {
  const query = extract ? `?from=${extract.from}${extract.most === undefined ? '' : `&most=${extract.most}`}` : '';
  return get<RunWithOrders>(`${RUNS}/${encodeURIComponent(id)}${query}`, { signal });
}

/** Those that are left get no case of this run. */
export function stopRun(id: string): Promise<RunWithOrders> {
  return post<RunWithOrders>(`${RUNS}/${encodeURIComponent(id)}/stop`, {});
}

export function runAddress(id: string): string {
  return `/app/stock-outs?run=${encodeURIComponent(id)}`;
}
