import type { ComponentType } from 'preact';

export interface Route {
  /** As the router writes it: `/app/orders/:orderNumber`; the page asks `useRoute().params` for what stands there. */
  readonly path: string;
  readonly load: () => Promise<{ default: ComponentType }>;
}

/** Every page of ours, one line each; `menu.ts` says which of them stand in the menu. */
export const routes: readonly Route[] = [
  { path: '/app', load: () => import('./home/Home') },
  { path: '/app/login', load: () => import('./login/Login') },
  { path: '/app/cases/:caseNumber', load: () => import('./case/CasePage') },
  { path: '/app/search', load: () => import('./search/Search') },
  { path: '/app/leaders', load: () => import('./leaders/Leaders') },
  { path: '/app/orders', load: () => import('./orders/Orders') },
  { path: '/app/orders/:orderNumber', load: () => import('./orders/Order') },
  { path: '/app/goods-in', load: () => import('./goodsin/GoodsIn') },
  { path: '/app/couriers', load: () => import('./couriers/Couriers') },
  { path: '/app/stock-outs', load: () => import('./stockouts/StockOuts') },
  { path: '/app/letters', load: () => import('./letters/Letters') },
  { path: '/app/notices', load: () => import('./notices/Notices') },
];
