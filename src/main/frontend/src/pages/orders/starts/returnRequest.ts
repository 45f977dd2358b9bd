import type { OrderLine } from '../api';

export const REASONS = ['CHANGED_MIND', 'DEFECTIVE', 'WRONG_ITEM', 'DAMAGED_IN_TRANSIT', 'NOT_AS_DESCRIBED', 'MISSING_PARTS'] as const;
export const RESOLUTIONS = ['REFUND', 'EXCHANGE', 'REPAIR', 'RESEND'] as const;

/** What is typed for a line of the order. */
export interface Pick {
  readonly isTicked: boolean;
  readonly quantity: string;
  readonly wantedSku: string;
}

export interface Typed {
  readonly picks: Readonly<Record<number, Pick>>;
  readonly reason: string;
  readonly resolution: string;
  readonly note: string;
}

export interface SentLine {
  readonly line: number;
  /** As it was typed where it is no number: the server says what is wrong with it. */
  readonly quantity: number | string;
  readonly wantedSku?: string;
}

/** The whole rest is what most people send back, but nothing is asked back that nobody ticked. */
export function untouched(lines: readonly OrderLine[]): Typed {
  const picks = Object.fromEntries(lines.map(line => [line.line, { isTicked: false, quantity: String(Math.max(line.leftQuantity, 1)),
    wantedSku: '' }]));
  return { picks, reason: '', resolution: 'REFUND', note: '' };
}

/** The ticked lines, in the order in which they stand in the order. */
export function linesOf(lines: readonly OrderLine[], typed: Typed): readonly SentLine[] {
  return lines.flatMap(line => {
    const pick = typed.picks[line.line];
    if (!pick?.isTicked) {
      return [];
    }
    const quantity = /^\d{1,9}$/.test(pick.quantity.trim()) ? Number(pick.quantity) : pick.quantity;
    const wanted = typed.resolution === 'EXCHANGE' ? pick.wantedSku.trim() : '';
    return [{ line: line.line, quantity, ...(wanted ? { wantedSku: wanted } : {}) }];
  });
}

/** The start variables; what is empty is left out, so that the server says that it is missing. */
export function requestOf(orderNumber: string, lines: readonly OrderLine[], typed: Typed): Readonly<Record<string, unknown>> {
  return {
    orderNumber,
    lines: linesOf(lines, typed),
    resolution: typed.resolution,
    ...(typed.reason ? { reason: typed.reason } : {}),
    ...(typed.note.trim() ? { note: typed.note.trim() } : {})
  };
}

/** How the server names what belongs to a line of the order: by its place among those that were sent. */
export function fieldOf(sent: readonly SentLine[], line: number, part: 'line' | 'quantity' | 'wantedSku'): string {
  return `lines[${sent.findIndex(each => each.line === line)}].${part}`;
}

/** Every field beside which a refusal is shown. */
export function shownFields(sent: readonly SentLine[]): readonly string[] {
  return ['lines', 'reason', 'resolution', 'note', ...sent.flatMap(each =>
    (['line', 'quantity', 'wantedSku'] as const).map(part => fieldOf(sent, each.line, part)))];
}
