import type { ComponentType } from 'preact';

export interface Route {
  /** As the router writes it: `/app/orders/:orderNumber`; the page asks `useRoute().params` for what stands there. */
  readonly path: string;
  readonly load: () => Promise<{ default: ComponentType }>;
}

/** Every page of ours, one line each; `menu.ts` says which of them stand in the menu. */
export const routes: readonly Route[] = [
  { path: '/app', load: () => import('./home/Home') }
];
