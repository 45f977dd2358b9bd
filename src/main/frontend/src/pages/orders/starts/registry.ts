import type { OrderStart } from './start';

const files = import.meta.glob<{ default: OrderStart }>(['./*.tsx', '!./*.test.tsx'], { eager: true });

/** Whatever can be begun from an order: every file of this folder. */
export const starts: readonly OrderStart[] = Object.values(files).map(each => each.default);

/** Those of them that this person may start, as the server says. */
export function offered(kinds: readonly { readonly kind: string; readonly startable: boolean }[] | undefined): readonly OrderStart[] {
  return starts.filter(start => kinds?.some(each => each.kind === start.kind && each.startable));
}
