import { get, post } from '../../shared/api';
import type { Expected } from './desk';

export function findGoods(code: string): Promise<readonly Expected[]> {
  return get<readonly Expected[]>('/api/goods-in', { query: { code } });
}

/** Says that the parcel of this case is here. */
export function tellArrival(goods: Expected): Promise<unknown> {
  return post(`/api/cases/${encodeURIComponent(goods.caseNumber)}/messages/${encodeURIComponent(goods.message)}`, goods.fields);
}
