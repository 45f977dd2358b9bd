import type { ComponentType } from 'preact';
import type { Parcel } from '../../../parcels/parcel';
import type { Order } from '../api';

export interface StartFormProps {
  readonly order: Order;
  /** As far as they are known yet. */
  readonly parcels: readonly Parcel[];
  readonly onStarted: (caseNumber: string) => void;
  readonly onCancel: () => void;
}

/** A process that people begin from an order: each has a file in this folder that exports one of these as its default. */
export interface OrderStart {
  /** The key of the process. */
  readonly kind: string;
  /** As the button says it. */
  readonly name: string;
  /** Whether there is anything in the order that it could be about. */
  readonly isPossible: (order: Order, parcels: readonly Parcel[]) => boolean;
  readonly Form: ComponentType<StartFormProps>;
}
