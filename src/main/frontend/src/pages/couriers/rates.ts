import type { Courier, Rate } from './api';

/** A row as it stands in its inputs. */
export interface TypedRate {
  readonly province: string;
  readonly city: string;
  readonly reached: boolean;
  readonly firstWeightGrams: string;
  readonly firstFee: string;
  readonly stepGrams: string;
  readonly stepFee: string;
  readonly days: string;
  readonly source: string;
  readonly asOf: string;
}

export const SOURCES = ['TABLE', 'TELEPHONE', 'WEB_SITE'] as const;
/** Where people of the department find coverage out; the table is for those who keep it. */
export const ASKED_SOURCES = ['TELEPHONE', 'WEB_SITE'] as const;

/** Every field of a row beside which a refusal is shown. */
export const RATE_FIELDS = ['province', 'city', 'reached', 'firstWeightGrams', 'firstFee', 'stepGrams', 'stepFee', 'days', 'source',
  'asOf'] as const;

const shown = (value: string | number | null): string => (value === null ? '' : String(value));

export function typedOf(rate: Rate): TypedRate {
  return { province: rate.province, city: shown(rate.city), reached: rate.reached, firstWeightGrams: shown(rate.firstWeightGrams),
    firstFee: shown(rate.firstFee), stepGrams: shown(rate.stepGrams), stepFee: shown(rate.stepFee), days: shown(rate.days),
    source: rate.source, asOf: shown(rate.asOf) };
}

/** A row for a region that the courier has none for: most couriers count in kilograms. */
export function newRate(today: string): TypedRate {
  return { province: '', city: '', reached: true, firstWeightGrams: '1000', firstFee: '', stepGrams: '1000', stepFee: '', days: '', source: 'TABLE',
    asOf: today };
}

/** A number as a number; what is none goes as it was typed, so that the server says what is wrong with it. */
export function numberOf(text: string): number | string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : trimmed;
}

const textOf = (text: string): string | null => text.trim() || null;

/** What is sent of a whole row. */
export function bodyOf(typed: TypedRate, version: number | undefined): Readonly<Record<string, unknown>> {
  return {
    province: typed.province.trim(), city: textOf(typed.city), reached: typed.reached,
    firstWeightGrams: numberOf(typed.firstWeightGrams), firstFee: textOf(typed.firstFee),
    stepGrams: numberOf(typed.stepGrams), stepFee: textOf(typed.stepFee), days: numberOf(typed.days),
    source: typed.source, asOf: textOf(typed.asOf),
    ...(version === undefined ? {} : { version })
  };
}

export interface Answer {
  readonly courier: string;
  readonly province: string;
  readonly city: string;
  readonly reached: '' | 'true' | 'false';
  readonly source: string;
  readonly asOf: string;
}

export const ANSWER_FIELDS = ['courier', 'province', 'city', 'reached', 'source', 'asOf'] as const;

/** What is sent of an answer: nothing of fees, which are not for everybody to say. */
export function answerBody(answer: Answer): Readonly<Record<string, unknown>> {
  return {
    province: answer.province.trim(), city: textOf(answer.city),
    ...(answer.reached === '' ? {} : { reached: answer.reached === 'true' }),
    source: answer.source, asOf: textOf(answer.asOf)
  };
}

/** The rows of the regions whose name has these words, provinces before their cities. */
export function filtered(rates: readonly Rate[], words: string, nameOf: (province: string) => string): readonly Rate[] {
  const sought = words.trim().toLowerCase();
  return rates.filter(rate => `${nameOf(rate.province)} ${rate.city ?? ''}`.toLowerCase().includes(sought));
}

/** A region in a row: two rows are the same one if this is. */
export function regionOf(rate: Pick<Rate, 'province' | 'city'>): string {
  return `${rate.province} ${rate.city ?? ''}`.trim();
}

/** What a courier is called by whoever reads the page. */
export function courierName(courier: Pick<Courier, 'nameZh' | 'nameEn'>, language: string): string {
  return language === 'zh' ? courier.nameZh : courier.nameEn;
}
