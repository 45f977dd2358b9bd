/** The case file as `GET /api/cases/{caseNumber}` answers it. */
export interface CaseFile {
  readonly caseNumber: string;
  readonly kind: string;
  readonly status: 'OPEN' | 'CLOSED';
  readonly outcome: string | null;
  readonly orderNumber: string | null;
  readonly customerId: string | null;
  readonly rma: string | null;
  readonly owner: string;
  readonly openedBy: string;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly parent: string | null;
  readonly facts: Facts;
  readonly tasks: readonly OpenTask[];
  readonly actions: readonly string[];
  readonly attachments: readonly AttachedFile[];
  readonly letters: readonly LetterInList[];
  readonly timeline: readonly TimelineEntry[];
  readonly sight: 'FULL' | 'MASKED';
  readonly mayAdd: boolean;
  readonly now: string;
  readonly order: Order | null;
  readonly customer: Customer | null;
  readonly neighbours: Neighbours;
  readonly deadlines: readonly { readonly what: string; readonly at: string }[];
  readonly people: Readonly<Record<string, string>>;
  readonly mayHandOver: boolean;
  /** In bytes. */
  readonly largestFile: number;
}

/** What a kind of case adds; each kind has its own. */
export type Facts = Readonly<Record<string, Fact>>;
export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [name: string]: Fact };

export interface OpenTask {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly assignee: string | null;
  readonly groups: readonly string[];
  readonly createdAt: string;
  readonly dueAt: string | null;
}

export interface AttachedFile {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly type: string;
  readonly size: number;
  readonly addedBy: string;
  readonly addedAt: string;
}

export interface LetterInList {
  readonly id: string;
  readonly template: string;
  readonly language: string;
  readonly recipient: string | null;
  readonly subject: string;
  readonly status: string;
  readonly failure: string | null;
  readonly writtenAt: string;
  readonly sentAt: string | null;
}

export interface TimelineEntry {
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly text: string | null;
}

export interface Order {
  readonly orderNumber: string;
  readonly currency: string;
  readonly paidAt: string;
  readonly deliveredAt: string | null;
  readonly paid: string;
  readonly freight: string;
  readonly promised: string;
  readonly refunded: string;
  readonly refundable: string;
  readonly freightRefunded: string;
  /** What the customer paid besides, as a part of what was paid. */
  readonly surcharges?: string;
  readonly lines: readonly OrderLine[];
  readonly shipments: readonly Shipment[];
}

export interface OrderLine {
  readonly line: number;
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly returnedQuantity: number;
  readonly openQuantity: number;
  readonly deliveredQuantity: number;
  /** Units that will never be sent. */
  readonly cancelledQuantity?: number;
  /** Units that have not left the house, or came back undelivered. */
  readonly unsentQuantity?: number;
  readonly deliveredAt: string | null;
  readonly paidValue: string;
  readonly refunded: string;
}

export interface Shipment {
  readonly courier: string;
  readonly trackingNumber: string;
  readonly shippedAt: string;
  readonly deliveredAt: string | null;
  readonly lines: readonly { readonly line: number; readonly quantity: number }[];
}

export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly knownSince: string;
}

export interface CaseInList {
  readonly caseNumber: string;
  readonly kind: string;
  readonly status: 'OPEN' | 'CLOSED';
  readonly outcome: string | null;
  readonly orderNumber: string | null;
  readonly openedAt: string;
}

export interface LinkedCase {
  readonly caseNumber: string;
  readonly relation: 'PARENT' | 'FOLLOWING';
  readonly kind: string | null;
  readonly status: 'OPEN' | 'CLOSED' | null;
  readonly outcome: string | null;
}

export interface Neighbours {
  readonly ofCustomer: readonly CaseInList[];
  readonly moreOfCustomer: boolean;
  readonly linked: readonly LinkedCase[];
}

/** One field of a start or a message, as `GET /api/processes` tells it. */
export interface ProcessField {
  readonly name: string;
  readonly type: 'TEXT' | 'NUMBER' | 'DECIMAL' | 'BOOLEAN' | 'DATE' | 'CHOICE' | 'JSON';
  readonly required: boolean;
  readonly choices: readonly string[];
  readonly longest?: number;
}

export interface Offer {
  readonly kind: string;
  readonly startable: boolean;
  readonly start: readonly ProcessField[];
  readonly messages: readonly { readonly name: string; readonly fields: readonly ProcessField[] }[];
}
