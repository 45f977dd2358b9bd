import { newKey } from '../../shared/newKey';

/** What orders are looked for by. It may be a telephone or a name, so it never stands in an address, which logs and browsers keep. */
export interface Sought {
  readonly query: string;
  /** Counting from 0. */
  readonly page: number;
}

/** What was looked for where one is: kept in the history's entry, so that going back and loading anew find it again. */
export function soughtHere(): Sought | undefined {
  const kept = (history.state as { readonly sought?: Partial<Sought> } | null)?.sought;
  return typeof kept?.query === 'string' && typeof kept.page === 'number' ? { query: kept.query, page: kept.page } : undefined;
}

/** Goes on to the orders that this finds. Each search has an address of its own, which says nothing. */
export function seek(sought: Sought, route: (address: string) => void): void {
  route(`/app/orders?search=${newKey().slice(0, 8)}`);
  history.replaceState({ sought }, '');
}
