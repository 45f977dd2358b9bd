import { get } from '../shared/api';
import type { Parcel } from './parcel';

/** Everything of the order that travels or has travelled, there and back; the first one first. */
export function parcelsOf(orderNumber: string, signal: AbortSignal): Promise<readonly Parcel[]> {
  return get<readonly Parcel[]>('/api/parcels', { query: { orderNumber }, signal });
}
