import { language } from './words';

/** `2026-11-22 14:05`, by the clock of the shop: the server sends its offset, and the browser's own zone plays no part. */
export function moment(iso: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(iso);
  return parts ? `${parts[1]} ${parts[2]}` : iso;
}

/** The date part of an instant, or a date as it is. */
export function day(iso: string): string {
  return iso.slice(0, 10);
}

/** An amount as the server says it, with its currency: `309.00 CNY`. */
export function money(amount: string, currency: string): string {
  return `${amount} ${currency}`;
}

export interface Distance {
  readonly isPast: boolean;
  readonly text: string;
}

const UNITS = [
  { name: 'day', milliseconds: 86_400_000 },
  { name: 'hour', milliseconds: 3_600_000 },
  { name: 'minute', milliseconds: 60_000 }
] as const;

/** How far an instant is from another, in its largest whole unit: `2 days`, `3 小时`. */
export function distance(iso: string, now: number): Distance {
  const milliseconds = Date.parse(iso) - now;
  const size = Math.abs(milliseconds);
  const unit = UNITS.find(each => size >= each.milliseconds) ?? UNITS[2];
  const text = new Intl.NumberFormat(language, { style: 'unit', unit: unit.name, unitDisplay: 'long' })
    .format(Math.floor(size / unit.milliseconds));
  return { isPast: milliseconds < 0, text };
}
