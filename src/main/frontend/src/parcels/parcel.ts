/** A parcel with what couriers told of it, as orders and cases tell it. */
export interface Parcel {
  readonly orderNumber: string;
  readonly leg: string;
  readonly purpose: string;
  readonly caseNumber: string | null;
  readonly courier: string;
  readonly trackingNumber: string;
  readonly lines: readonly { readonly line: number; readonly quantity: number }[];
  readonly sentAt: string | null;
  readonly state: string;
  readonly failedAttempts: number;
  readonly since: string | null;
  readonly place: string | null;
  readonly contradicted: boolean;
  readonly events: readonly ParcelEvent[];
}

export interface ParcelEvent {
  readonly eventId: string;
  readonly status: string;
  readonly occurredAt: string;
  readonly place: string | null;
  readonly receivedAt: string;
}

/** It is where it was sent to; nobody has to look at how it came there. */
export function hasArrived(parcel: Pick<Parcel, 'state'>): boolean {
  return parcel.state === 'DELIVERED';
}

const HOUR = 3_600_000;

/** Whether we heard of it so late that people may wonder. */
export function isLate(event: ParcelEvent): boolean {
  return Date.parse(event.receivedAt) - Date.parse(event.occurredAt) >= HOUR;
}

/** What a courier may still report after this, where it doesn't contradict itself. */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  // Handed over is handed over, unless it is sent on its way anew
  DELIVERED: ['DELIVERED', 'PICKED_UP', 'RETURNING', 'RETURNED_TO_SENDER', 'DAMAGED'],
  RETURNED_TO_SENDER: ['RETURNED_TO_SENDER', 'PICKED_UP', 'DELIVERED', 'DAMAGED']
};

/** The events that can't be true after what was reported before them; only in a parcel of which the server says so. */
export function contradicting(parcel: Pick<Parcel, 'contradicted' | 'events'>): ReadonlySet<string> {
  const found = new Set<string>();
  if (parcel.contradicted) {
    parcel.events.forEach((event, index) => {
      const before = parcel.events[index - 1]?.status;
      const allowed = before === undefined ? undefined : NEXT[before];
      if (allowed && !allowed.includes(event.status)) {
        found.add(event.eventId);
      }
    });
  }
  return found;
}

/** What tells two parcels apart: couriers give the same numbers. */
export function parcelKey(parcel: Pick<Parcel, 'courier' | 'trackingNumber' | 'leg'>): string {
  return `${parcel.leg} ${parcel.courier} ${parcel.trackingNumber}`;
}
