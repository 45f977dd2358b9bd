import { address } from '../../shared/api';

/** What cases are searched by; each is a parameter of the page's address and of `GET /api/cases`. */
export const CONDITIONS = ['kind', 'status', 'orderNumber', 'customerId', 'owner', 'openedFrom', 'openedUntil', 'olderThan',
  'overdue'] as const;

export type Condition = (typeof CONDITIONS)[number];

/** Texts as they stand in the address; a condition that is not asked for is not there. */
export type Conditions = Readonly<Partial<Record<Condition, string>>>;

/** What an address asks for; what is no condition is left out. */
export function conditionsOf(query: Readonly<Record<string, string>>): Conditions {
  return trimmed(Object.fromEntries(CONDITIONS.map(each => [each, query[each] ?? ''])));
}

/** Without what is empty, and without the spaces that come with what is pasted. */
export function trimmed(typed: Readonly<Partial<Record<Condition, string>>>): Conditions {
  return Object.fromEntries(CONDITIONS
    .map(each => [each, (typed[each] ?? '').trim()] as const)
    .filter(([each, value]) => value !== '' && !(each === 'overdue' && value !== 'true')));
}

/** The page counted from 0 that an address asks for. */
export function pageOf(query: Readonly<Record<string, string>>): number {
  const page = Number(query['page'] ?? 0);
  return Number.isInteger(page) && page > 0 ? page : 0;
}

/** The address of the search, to be sent to others. */
export function searchAddress(conditions: Conditions, page = 0): string {
  return address('/app/search', { ...conditions, page: page === 0 ? undefined : page });
}

/** The file with all that is found. */
export function fileAddress(conditions: Conditions): string {
  return address('/api/cases', { ...conditions, format: 'csv' });
}

/** As a search is kept: without the page. */
export function queryOf(conditions: Conditions): string {
  return address('', conditions).slice(1);
}
