import type { OrderLine } from '../api';

export { CAUSES } from '../../stockouts/running';

export interface Typed {
  readonly quantities: Readonly<Record<number, { readonly isTicked: boolean; readonly quantity: string }>>;
  readonly cause: string;
}

export interface SentLine {
  readonly line: number;
  /** As it was typed where it is no number: the server says what is wrong with it. */
  readonly quantity: number | string;
}

/** Units that have not left and that no other case holds. */
export function shortOf(line: OrderLine): number {
  return Math.max(Math.min(line.unsentQuantity, line.leftQuantity), 0);
}

/** Everything that has not left is short until somebody says otherwise. */
export function untouched(lines: readonly OrderLine[]): Typed {
  return { cause: '', quantities: Object.fromEntries(lines.filter(line => shortOf(line) > 0)
    .map(line => [line.line, { isTicked: true, quantity: String(shortOf(line)) }])) };
}

export function linesOf(lines: readonly OrderLine[], typed: Typed): readonly SentLine[] {
  return lines.flatMap(({ line }) => {
    const pick = typed.quantities[line];
    return pick?.isTicked ? [{ line, quantity: /^\d{1,9}$/.test(pick.quantity.trim()) ? Number(pick.quantity) : pick.quantity }] : [];
  });
}

export function requestOf(orderNumber: string, sent: readonly SentLine[], typed: Typed): Readonly<Record<string, unknown>> {
  return { orderNumber, lines: sent, ...(typed.cause ? { cause: typed.cause } : {}) };
}

/** How the server names what belongs to a line: by its place among those that were sent. */
export function fieldsOf(sent: readonly SentLine[], line: number): readonly string[] {
  const place = sent.findIndex(each => each.line === line);
  return place < 0 ? [] : [`lines[${place}]`, `lines[${place}].line`, `lines[${place}].quantity`];
}
