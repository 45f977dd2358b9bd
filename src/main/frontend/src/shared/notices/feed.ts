import { useEffect, useState } from 'preact/hooks';
import { onNewReader } from '../reader';
import { Line, type LineState, type Source } from './line';
import { myNotices, news, STREAM, type Notice, type NoticePage } from './notices';

/** What all pages of this browser know. */
export interface Known {
  readonly page: NoticePage | undefined;
  readonly state: LineState;
  /** What came with the latest answer and was not known before. */
  readonly news: readonly Notice[];
}

type Said = { readonly type: 'known'; readonly known: Known } | { readonly type: 'ask' } | { readonly type: 'newReader' };

const NOTHING: Known = { page: undefined, state: 'connecting', news: [] };

const NAME = 'kefu-notices';

/**
 * What is new, for every page of this browser by one line to the server: whichever page gets the browser's lock has the
 * line and tells the others. Where a browser has no locks, each page has its own while somebody looks at it.
 */
class Feed {
  private known = NOTHING;
  private readonly listeners = new Set<(known: Known) => void>();
  private seenUntil: number | undefined;
  private hasLine = false;
  private isStarted = false;
  private readonly channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(NAME) : undefined;
  private readonly isSharing = this.channel !== undefined && 'locks' in navigator;
  private readonly line = new Line({
    open: 'EventSource' in globalThis ? () => new EventSource(STREAM) as Source : null,
    ask: myNotices,
    onPage: page => this.hear(page),
    onState: state => {
      if (state !== this.known.state) {
        this.tell({ ...this.known, state, news: [] });
      }
    },
    chance: Math.random
  });

  /** The newest notice is remembered over the pages of this browser, so that nothing is announced twice. */
  hear(page: NoticePage): void {
    const fresh = news(page, this.seenUntil);
    this.seenUntil = Math.max(this.seenUntil ?? 0, page.latest);
    this.tell({ page, state: this.known.state, news: fresh });
    if (this.hasLine) {
      fresh.forEach(each => this.newsListeners.forEach(listener => listener(each)));
    }
  }

  /** What one page of the browser asked itself is true for all of them. */
  replace(page: NoticePage): void {
    this.tell({ page, state: this.known.state, news: [] });
  }

  /** Called once for each piece of news in the whole browser. */
  readonly newsListeners = new Set<(notice: Notice) => void>();

  subscribe(listener: (known: Known) => void): () => void {
    this.listeners.add(listener);
    listener(this.known);
    this.start();
    return () => this.listeners.delete(listener);
  }

  /** Somebody else is logged in, here and so in all pages of this browser: the line was the former person's. */
  forget(): void {
    this.beginAnew();
    this.channel?.postMessage({ type: 'newReader' } satisfies Said);
  }

  private beginAnew(): void {
    this.seenUntil = undefined;
    this.known = NOTHING;
    this.listeners.forEach(each => each(NOTHING));
    if (this.hasLine) {
      this.line.close();
      this.look();
    }
  }

  private look(): void {
    if (this.isSharing || document.visibilityState === 'visible') {
      this.line.open();
    } else {
      this.line.close();
    }
  }

  private start(): void {
    if (this.isStarted) {
      return;
    }
    this.isStarted = true;
    if (this.isSharing && this.channel) {
      const channel = this.channel;
      channel.onmessage = (event: MessageEvent<Said>) => {
        if (event.data.type === 'known') {
          this.take(event.data.known);
        } else if (event.data.type === 'newReader') {
          this.beginAnew();
        } else if (this.hasLine && this.known.page) {
          channel.postMessage({ type: 'known', known: { ...this.known, news: [] } } satisfies Said);
        }
      };
      channel.postMessage({ type: 'ask' } satisfies Said);
      // Held until this page is closed; then the next one gets it
      void navigator.locks.request(NAME, () => new Promise<never>(() => {
        this.hasLine = true;
        this.look();
      }));
    } else {
      this.hasLine = true;
      document.addEventListener('visibilitychange', () => this.look());
      this.look();
    }
  }

  private take(known: Known): void {
    this.seenUntil = Math.max(this.seenUntil ?? 0, known.page?.latest ?? 0);
    this.known = known;
    this.listeners.forEach(each => each(known));
  }

  private tell(known: Known): void {
    this.known = known;
    this.listeners.forEach(each => each(known));
    this.channel?.postMessage({ type: 'known', known } satisfies Said);
  }
}

let feed: Feed | undefined;

function theFeed(): Feed {
  if (!feed) {
    const first = new Feed();
    onNewReader(() => first.forget());
    feed = first;
  }
  return feed;
}

/** What is new, as of now. */
export function useNotices(): Known & { readonly replace: (page: NoticePage) => void } {
  const [known, setKnown] = useState(NOTHING);
  useEffect(() => theFeed().subscribe(setKnown), []);
  return { ...known, replace: page => theFeed().replace(page) };
}

/** Tells each piece of news once, in whichever page of the browser has the line. */
export function onNews(listener: (notice: Notice) => void): void {
  theFeed().newsListeners.add(listener);
}
