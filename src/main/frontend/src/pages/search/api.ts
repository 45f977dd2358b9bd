import { del, get, put } from '../../shared/api';
import type { Conditions } from './conditions';

export interface FoundCase {
  readonly caseNumber: string;
  readonly kind: string;
  readonly status: 'OPEN' | 'CLOSED';
  readonly outcome: string | null;
  readonly orderNumber: string | null;
  readonly customerId: string | null;
  readonly owner: string;
  readonly openedAt: string;
  readonly openTasks: number;
  readonly dueAt: string | null;
  readonly overdue: boolean;
}

export interface CasePage {
  readonly page: number;
  readonly more: boolean;
  readonly cases: readonly FoundCase[];
}

export interface SavedSearch {
  readonly name: string;
  readonly query: string;
}

export function findCases(conditions: Conditions, page: number, signal: AbortSignal): Promise<CasePage> {
  return get<CasePage>('/api/cases', { query: { ...conditions, page }, signal });
}

export function savedSearches(signal: AbortSignal): Promise<readonly SavedSearch[]> {
  return get<SavedSearch[]>('/api/me/searches', { signal });
}

export function saveSearch(name: string, query: string): Promise<SavedSearch> {
  return put<SavedSearch>(`/api/me/searches/${encodeURIComponent(name)}`, { query });
}

export function forgetSearch(name: string): Promise<void> {
  return del(`/api/me/searches/${encodeURIComponent(name)}`);
}

/** The kinds of cases that there are. */
export async function kinds(signal: AbortSignal): Promise<readonly string[]> {
  return (await get<{ kind: string }[]>('/api/processes', { signal })).map(each => each.kind);
}
