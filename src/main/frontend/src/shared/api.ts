/** One input that a rule refused. */
export interface Violation {
  /** As the call named it, such as `lines[0].quantity`; empty if it is about the whole. */
  readonly field: string;
  /** The rule book's number, or `input`. */
  readonly rule: string;
  readonly message: string;
}

/** What the server answered instead of what was asked for (RFC 9457), in words for people. */
export class Problem extends Error {
  constructor(
    /** The HTTP status; 0 if no answer came. */
    readonly status: number,
    readonly detail: string,
    readonly violations: readonly Violation[] = []
  ) {
    super(detail);
    this.name = 'Problem';
  }

  get isLoggedOut(): boolean {
    return this.status === 401;
  }

  /** What concerns this field; undefined if nothing does. */
  at(field: string): string | undefined {
    const found = this.violations.filter(each => each.field === field).map(each => each.message);
    return found.length > 0 ? found.join(' ') : undefined;
  }

  /** What concerns none of the fields that a form shows, and so has to be said by the form itself. */
  besides(fields: readonly string[]): string | undefined {
    if (this.violations.length === 0) {
      return this.detail;
    }
    const others = this.violations.filter(each => !fields.includes(each.field)).map(each => each.message);
    return others.length > 0 ? others.join(' ') : undefined;
  }
}

export type QueryValue = string | number | boolean | null | undefined;

interface Call {
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export function get<T>(path: string, call: Call = {}): Promise<T> {
  return ask<T>('GET', path, undefined, call);
}

export function post<T>(path: string, body: unknown, call: Call = {}): Promise<T> {
  return ask<T>('POST', path, body, call);
}

export function put<T>(path: string, body: unknown, call: Call = {}): Promise<T> {
  return ask<T>('PUT', path, body, call);
}

export function del<T = void>(path: string, call: Call = {}): Promise<T> {
  return ask<T>('DELETE', path, undefined, call);
}

/** Sends files; the browser writes the content type with its boundary itself. */
export function upload<T>(path: string, form: FormData, call: Call = {}): Promise<T> {
  return ask<T>('POST', path, form, call);
}

/** Sends a file as what it is, not as part of a form. */
export function sendFile<T>(path: string, file: Blob, type: string, call: Call = {}): Promise<T> {
  return ask<T>('POST', path, file.slice(0, file.size, type), call);
}

/** The path with those parameters that say something. */
export function address(path: string, query: Readonly<Record<string, QueryValue>> = {}): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') {
      given.set(name, String(value));
    }
  }
  return given.size > 0 ? `${path}?${given}` : path;
}

async function ask<T>(method: string, path: string, body: unknown, call: Call): Promise<T> {
  // A browser writes the type of a form or a file itself
  const isReady = body instanceof FormData || body instanceof Blob;
  const request: RequestInit = {
    method,
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json',
      // Says that a script of this site asks: without it, writing with a login needs JSON
      'X-Requested-With': 'XMLHttpRequest',
      ...(body === undefined || isReady ? {} : { 'Content-Type': 'application/json' }),
      ...call.headers
    },
    ...(body === undefined ? {} : { body: isReady ? body : JSON.stringify(body) }),
    ...(call.signal ? { signal: call.signal } : {})
  };
  let response: Response;
  try {
    response = await fetch(address(path, call.query), request);
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') {
      throw failure;
    }
    throw new Problem(0, '');
  }
  if (!response.ok) {
    throw await problemOf(response);
  }
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    const said = (await response.json()) as { detail?: string; violations?: Violation[] };
    return new Problem(response.status, said.detail ?? '', said.violations ?? []);
  } catch {
    return new Problem(response.status, '');
  }
}
