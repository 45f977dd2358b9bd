/** Goods that may be in the parcel, as `GET /api/goods-in` tells it. */
export interface Expected {
  readonly caseNumber: string;
  readonly kind: string;
  /** What tells the case that its parcel is here. */
  readonly message: string;
  /** What is said with it, such as which parcel of the case it is. */
  readonly fields: Readonly<Record<string, string>>;
  readonly rma?: string;
  readonly orderNumber: string;
  readonly goods: string;
  readonly state: string;
  /** Whether this person may say now that the parcel is here. */
  readonly expected: boolean;
  readonly whyNot?: WhyNot;
  readonly arrival?: { readonly at: string; readonly by: string };
  readonly laterCase?: string;
  readonly task?: { readonly id: string; readonly key: string; readonly name: string; readonly assignee?: string | null };
}

/** What the parcel, and not only its case, is found by. */
export function codeOf(goods: Expected): string {
  return goods.fields['trackingNumber'] ?? goods.caseNumber;
}

export type WhyNot = 'NOT_APPROVED' | 'NOT_ARRANGED' | 'STAYS_WITH_CUSTOMER' | 'REJECTED' | 'HERE_ALREADY' | 'LATER_CASE' | 'OVER'
  | 'NOT_WAITING' | 'FOR_OTHERS';

/** What to do about a parcel whose code was read. */
export type Verdict =
  | { readonly kind: 'UNKNOWN' }
  /** Only one case is meant, and it waits for the parcel. */
  | { readonly kind: 'TAKE_IN'; readonly goods: Expected }
  /** Only one case is meant, and its parcel can't come in now. */
  | { readonly kind: 'REFUSED'; readonly goods: Expected }
  /** Several cases share the number: whoever has the parcel in their hands looks and chooses. */
  | { readonly kind: 'CHOOSE'; readonly among: readonly Expected[] };

export function judged(found: readonly Expected[]): Verdict {
  const [first, ...others] = found;
  if (!first) {
    return { kind: 'UNKNOWN' };
  }
  // Also if only one of them still waits: it may be the other's parcel, scanned for the second time
  if (others.length > 0) {
    return { kind: 'CHOOSE', among: found };
  }
  return first.expected ? { kind: 'TAKE_IN', goods: first } : { kind: 'REFUSED', goods: first };
}

/** A parcel that came in, in the list of this session. */
export interface Arrived {
  readonly caseNumber: string;
  readonly rma?: string;
  readonly goods: string;
  readonly at: string;
  readonly task?: { readonly id: string; readonly key: string; readonly name: string };
}

const KEPT = 200;

/** The newest first, each case once. */
export function withArrived(list: readonly Arrived[], arrived: Arrived): readonly Arrived[] {
  return [arrived, ...list.filter(each => each.caseNumber !== arrived.caseNumber)].slice(0, KEPT);
}

/** What a case has come to; the arrival that the server noted, not the moment at which the answer came. */
export function arrivedOf(goods: Expected): Arrived {
  return {
    // A parcel that came late is worked on in a case of its own
    caseNumber: goods.laterCase ?? goods.caseNumber,
    ...(goods.rma && !goods.laterCase ? { rma: goods.rma } : {}),
    goods: goods.goods,
    at: goods.arrival?.at ?? '',
    ...(goods.task ? { task: { id: goods.task.id, key: goods.task.key, name: goods.task.name } } : {})
  };
}
