import type { Arrived } from './desk';

const KEY = 'kefu-goods-in';

/** What came in since this window was opened, so that it is still there on the way back from a task. */
export function rememberedArrivals(person: string): readonly Arrived[] {
  try {
    const kept = JSON.parse(sessionStorage.getItem(`${KEY}-${person}`) ?? '[]') as unknown;
    return Array.isArray(kept) ? (kept as Arrived[]) : [];
  } catch {
    return [];
  }
}

export function rememberArrivals(person: string, list: readonly Arrived[]): void {
  try {
    sessionStorage.setItem(`${KEY}-${person}`, JSON.stringify(list));
  } catch {
    // A browser that keeps nothing shows the list as long as the page is open
  }
}
