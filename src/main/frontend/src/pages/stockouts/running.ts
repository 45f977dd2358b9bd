import type { OrderStatus, ResultOfOrder, Run, RunWithOrders } from './api';

export const CAUSES = ['OUT_OF_STOCK', 'HOLIDAY', 'PROMOTION', 'WAREHOUSE_OVERLOAD', 'COURIER_OVERLOAD', 'ORDER_ERROR'] as const;

export interface Typed {
  readonly sku: string;
  readonly cause: string;
  readonly orders: string;
}

/** The order numbers in a text that was copied from wherever: by lines, spaces, commas and the like; each once. */
export function orderNumbersIn(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,，;；、]+/).filter(Boolean))];
}

/** What is asked for; without order numbers every order that waits for the article. */
export function requestOf(typed: Typed): Readonly<Record<string, unknown>> {
  const orders = orderNumbersIn(typed.orders);
  return { sku: typed.sku.trim(), ...(typed.cause ? { cause: typed.cause } : {}), ...(orders.length > 0 ? { orderNumbers: orders } : {}) };
}

export function isRunning(run: Pick<Run, 'status'> | undefined): boolean {
  return run?.status === 'RUNNING';
}

/** The place of the first order that is not done: of those before it nothing changes any more. */
export function placeInTurn(run: RunWithOrders): number {
  const place = run.orders.findIndex(each => each.status === 'TO_DO');
  return place < 0 ? run.orders.length : place;
}

/** What was known, with what was read anew of its orders from that place on. */
export function renewed(before: RunWithOrders, from: number, read: RunWithOrders): RunWithOrders {
  return { ...read, orders: [...before.orders.slice(0, from), ...read.orders, ...before.orders.slice(from + read.orders.length)] };
}

/** In whole percent; a run without orders is at its end. */
export function percentOf(run: Pick<Run, 'done' | 'total'>): number {
  return run.total === 0 ? 100 : Math.floor((run.done * 100) / run.total);
}

const URGENCY: readonly OrderStatus[] = ['REFUSED', 'STOPPED', 'TO_DO', 'SKIPPED', 'OPENED'];

/** What went wrong first: it is what somebody has to look at. */
export function byUrgency(results: readonly ResultOfOrder[]): readonly ResultOfOrder[] {
  return [...results].sort((one, other) => URGENCY.indexOf(one.status) - URGENCY.indexOf(other.status));
}
