import { parcelKey, type Parcel } from '../../../parcels/parcel';

export const CAUSES = ['ADDRESS_UNCLEAR', 'OUT_OF_AREA', 'COURIER_FAULT', 'REFUSED', 'UNREACHABLE', 'LOST', 'DAMAGED'] as const;
/** What can happen to a parcel that comes back to the shop, where nobody refuses it. */
const CAUSES_TO_SHOP: readonly string[] = ['COURIER_FAULT', 'LOST', 'DAMAGED'];

export interface Typed {
  /** The {@link parcelKey} of the one that is meant. */
  readonly parcel: string;
  readonly cause: string;
  readonly note: string;
}

/** The only one that has not arrived is meant, if there is just one. */
export function untouched(parcels: readonly Parcel[]): Typed {
  const open = parcels.filter(isOpen);
  return { parcel: open.length === 1 && open[0] ? parcelKey(open[0]) : '', cause: '', note: '' };
}

/** Whether something may have gone wrong with it; one that arrived may be reported too, when that was not true. */
export function isOpen(parcel: Parcel): boolean {
  return parcel.state !== 'DELIVERED';
}

export function causesOf(parcel: Parcel | undefined): readonly string[] {
  return parcel?.leg === 'TO_SHOP' ? CAUSES_TO_SHOP : CAUSES;
}

/** The start variables; what is empty is left out, so that the server says that it is missing. */
export function requestOf(parcel: Parcel | undefined, typed: Typed): Readonly<Record<string, unknown>> {
  return {
    ...(parcel ? { trackingNumber: parcel.trackingNumber, courier: parcel.courier } : {}),
    ...(typed.cause ? { cause: typed.cause } : {}),
    ...(typed.note.trim() ? { note: typed.note.trim() } : {})
  };
}
