import { get, post } from '../../shared/api';
import type { Sought } from './sought';

export type OrderState = 'NOT_SHIPPED' | 'SHIPPED' | 'PARTLY_DELIVERED' | 'DELIVERED' | 'CANCELLED';
export type FoundBy = 'ORDER_NUMBER' | 'RMA' | 'CASE_NUMBER' | 'TRACKING_NUMBER' | 'PHONE' | 'NAME';

export interface FoundOrder {
  readonly orderNumber: string;
  /** As this person may see it; empty once the customer is erased. */
  readonly customerName: string;
  readonly phone: string | null;
  readonly paidAt: string;
  readonly state: OrderState;
  readonly openUnits: number;
  readonly goods: string;
  readonly foundBy: FoundBy;
}

export interface FoundOrders {
  readonly page: number;
  readonly more: boolean;
  readonly orders: readonly FoundOrder[];
}

export interface OrderLine {
  readonly line: number;
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly returnedQuantity: number;
  readonly openQuantity: number;
  readonly leftQuantity: number;
  readonly deliveredQuantity: number;
  readonly deliveredAt: string | null;
  readonly unitPrice: string;
  readonly paidValue: string;
  readonly refunded: string;
  readonly refundable: string;
  /** What would go back for one unit more; null if the money for all of them did. */
  readonly unitRefund: string | null;
  /** Units that will never be sent. */
  readonly cancelledQuantity: number;
  /** Units that have not left the house, or came back undelivered. */
  readonly unsentQuantity: number;
}

export interface Shipment {
  readonly courier: string;
  readonly trackingNumber: string;
  readonly shippedAt: string;
  readonly deliveredAt: string | null;
  readonly lines: readonly { readonly line: number; readonly quantity: number }[];
}

export interface CaseOfOrder {
  readonly caseNumber: string;
  readonly kind: string;
  readonly status: string;
  readonly outcome: string | null;
  readonly openedAt: string;
}

export interface Address {
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
}

export interface Order {
  readonly orderNumber: string;
  readonly customer: {
    readonly id: string;
    readonly name: string;
    readonly phone: string | null;
    readonly email: string | null;
    readonly address: Address;
  };
  readonly channel: string | null;
  readonly currency: string;
  readonly paidAt: string;
  readonly deliveredAt: string | null;
  readonly freight: string;
  readonly discount: string;
  readonly paid: string;
  readonly promised: string;
  readonly refunded: string;
  readonly refundable: string;
  readonly freightRefunded: string;
  readonly lines: readonly OrderLine[];
  readonly shipments: readonly Shipment[];
  /** What the customer paid besides the order, such as the difference for another courier; a part of what was paid. */
  readonly surcharges: string;
  readonly cases: readonly CaseOfOrder[];
}

export function findOrders({ query, page }: Sought, signal: AbortSignal): Promise<FoundOrders> {
  return post<FoundOrders>('/api/orders/search', { query, page }, { signal });
}

export function readOrder(orderNumber: string, signal: AbortSignal): Promise<Order> {
  return get<Order>(`/api/orders/${encodeURIComponent(orderNumber)}`, { signal });
}

export function orderAddress(orderNumber: string): string {
  return `/app/orders/${encodeURIComponent(orderNumber)}`;
}

/** The order that was meant, if it can be no other. */
export function onlyHit(found: FoundOrders | undefined): string | undefined {
  return found?.page === 0 && !found.more && found.orders.length === 1 ? found.orders[0]?.orderNumber : undefined;
}
