import { Problem } from '../api';
import type { NoticePage } from './notices';

/** How it stands with the line to the server. */
export type LineState = 'connecting' | 'live' | 'cutOff' | 'loggedOut';

/** What of the browser's EventSource is needed. */
export interface Source {
  readonly readyState: number;
  onerror: (() => unknown) | null;
  addEventListener(type: string, hear: (event: { readonly data: string }) => void): void;
  close(): void;
}

export interface LineParts {
  /** Opens the stream of events; null where the browser has none. */
  readonly open: (() => Source) | null;
  /** Asks once, for as long as there is no stream. */
  readonly ask: () => Promise<NoticePage>;
  readonly onPage: (page: NoticePage) => void;
  readonly onState: (state: LineState) => void;
  /** Between 0 and 1, so that not all browsers come back at the same moment. */
  readonly chance: () => number;
}

/** The server says every 15 seconds that it is there; proxies may keep one back. */
export const LONGEST_SILENCE = 45_000;
export const SHORTEST_PAUSE = 1_000;
export const LONGEST_PAUSE = 60_000;

const CLOSED = 2;

/**
 * A line on which the server tells what is new. It comes back when it was cut off, each time a little later, and asks once a
 * minute where it may not stay.
 */
export class Line {
  private source: Source | undefined;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isClosed = false;

  constructor(private readonly parts: LineParts) {}

  open(): void {
    this.isClosed = false;
    this.failures = 0;
    this.connect();
  }

  close(): void {
    this.isClosed = true;
    this.hangUp();
    clearTimeout(this.timer);
  }

  private connect(): void {
    this.hangUp();
    if (this.isClosed) {
      return;
    }
    if (!this.parts.open) {
      this.askFromNowOn();
      return;
    }
    const source = this.parts.open();
    this.source = source;
    this.later(LONGEST_SILENCE, () => this.cutOff());
    source.addEventListener('notices', event => this.hear(source, () => this.parts.onPage(JSON.parse(event.data) as NoticePage)));
    source.addEventListener('beat', () => this.hear(source, () => undefined));
    source.addEventListener('end', event => this.ended(source, (JSON.parse(event.data) as { readonly why: string }).why));
    source.onerror = () => {
      if (source === this.source) {
        // A browser comes back by itself, but not after a refusal, and never later each time
        if (source.readyState === CLOSED) {
          this.askWhy();
        } else {
          this.cutOff();
        }
      }
    };
  }

  private hear(source: Source, act: () => void): void {
    if (source === this.source) {
      this.failures = 0;
      this.later(LONGEST_SILENCE, () => this.cutOff());
      this.parts.onState('live');
      act();
    }
  }

  private ended(source: Source, why: string): void {
    if (source !== this.source) {
      return;
    }
    this.hangUp();
    if (why === 'REPLACED') {
      // So many pages are open that this one may not stay; it would only cut off another one
      this.askFromNowOn();
    } else if (why === 'LOGIN') {
      this.askWhy();
    } else {
      this.cutOff();
    }
  }

  /** A stream does not say why it was refused; an ordinary call does. */
  private askWhy(): void {
    this.hangUp();
    this.parts.ask().then(page => {
      this.parts.onPage(page);
      this.cutOff();
    }, (failure: unknown) => this.failed(failure));
  }

  private askFromNowOn(): void {
    this.hangUp();
    this.parts.ask().then(page => {
      this.parts.onState('live');
      this.parts.onPage(page);
      this.later(LONGEST_PAUSE, () => this.askFromNowOn());
    }, (failure: unknown) => this.failed(failure));
  }

  private failed(failure: unknown): void {
    if (failure instanceof Problem && (failure.isLoggedOut || failure.status === 403)) {
      this.parts.onState('loggedOut');
      this.later(LONGEST_PAUSE, () => this.connect());
    } else {
      this.cutOff();
    }
  }

  private cutOff(): void {
    this.hangUp();
    this.parts.onState('cutOff');
    const pause = Math.min(LONGEST_PAUSE, SHORTEST_PAUSE * 2 ** this.failures);
    this.failures++;
    this.later(pause * (0.5 + this.parts.chance() / 2), () => this.connect());
  }

  private hangUp(): void {
    this.source?.close();
    this.source = undefined;
  }

  private later(milliseconds: number, act: () => void): void {
    clearTimeout(this.timer);
    if (!this.isClosed) {
      this.timer = setTimeout(act, milliseconds);
    }
  }
}
