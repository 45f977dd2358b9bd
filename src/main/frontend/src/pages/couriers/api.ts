import { get, put, sendFile } from '../../shared/api';

/** What one courier takes for one parcel, and why. */
export interface Quote {
  readonly courier: string;
  readonly name: string;
  readonly reached: boolean;
  readonly fee: string | null;
  readonly difference: string | null;
  readonly currency: string | null;
  readonly days: number | null;
  readonly isDefault: boolean;
  readonly freeOfDifference: boolean;
  readonly explanation: string;
  readonly coverageSource: string | null;
  readonly coverageAsOf: string | null;
}

export interface QuoteQuestion {
  readonly province: string;
  readonly city: string;
  readonly weight: string;
  readonly courier: string;
}

export interface Courier {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly isDefault: boolean;
  /** Of several that would do, the one with the lower number is used. */
  readonly preference: number;
  readonly freeOfDifference: boolean;
  readonly active: boolean;
  readonly version: number;
}

/** What a courier takes in one region; fees are null where only coverage is known. */
export interface Rate {
  readonly province: string;
  readonly city: string | null;
  readonly reached: boolean;
  readonly firstWeightGrams: number | null;
  readonly firstFee: string | null;
  readonly stepGrams: number | null;
  readonly stepFee: string | null;
  readonly days: number | null;
  readonly source: string;
  readonly asOf: string | null;
  readonly version: number;
}

export interface ImportReport {
  readonly read: number;
  readonly stored: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly row: number; readonly reason: string }[];
  /** How many they are, of which the first are told one by one. */
  readonly refusedRows: number;
}

export const RATES_FILE = '/api/couriers/rates/export';

function path(code: string): string {
  return `/api/couriers/${encodeURIComponent(code)}`;
}

/** What the reader may do here, as the server has it. */
export interface Rights {
  readonly keepsTables: boolean;
  readonly notesCoverage: boolean;
}

export function myRights(signal: AbortSignal): Promise<Rights> {
  return get<Rights>('/api/couriers/rights', { signal });
}

export function askQuotes(question: QuoteQuestion, signal: AbortSignal): Promise<readonly Quote[]> {
  return get<readonly Quote[]>('/api/couriers/quote', { query: { ...question }, signal });
}

export function allCouriers(signal: AbortSignal): Promise<readonly Courier[]> {
  return get<readonly Courier[]>('/api/couriers', { signal });
}

export function ratesOf(code: string, signal: AbortSignal): Promise<readonly Rate[]> {
  return get<readonly Rate[]>(`${path(code)}/rates`, { signal });
}

/** @param body with the version that was seen, so that nobody's change is overwritten unseen */
export function saveCourier(code: string, body: Readonly<Record<string, unknown>>): Promise<Courier> {
  return put<Courier>(path(code), body);
}

/** One row; the body names its region. */
export function saveRate(code: string, body: Readonly<Record<string, unknown>>): Promise<Rate> {
  return put<Rate>(`${path(code)}/rates`, body);
}

export function importRates(file: File): Promise<ImportReport> {
  return sendFile<ImportReport>('/api/couriers/rates/import', file, 'text/csv');
}
