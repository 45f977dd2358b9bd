import { post } from '../shared/api';
import { onNewReader } from '../shared/reader';

/** What `POST /api/cases/cards` says of a task's case. */
export interface Card {
  readonly taskId: string;
  readonly caseNumber: string;
  readonly kind: string;
  readonly orderNumber?: string;
  readonly customer?: string;
  readonly about?: { readonly text: string; readonly codes: readonly string[] };
  readonly dueAt?: string;
  readonly owner: string;
}

interface Answer {
  readonly now: string;
  readonly cards: readonly Card[];
}

interface Known {
  /** Null if the task has no case, or none that the reader may know. */
  readonly card: Card | null;
  readonly at: number;
}

/** One call takes so many. */
const MOST = 200;
/** How long Tasklist takes to build the cards of a page. */
const TICK = 20;
/** A list that refreshes every ten seconds need not ask each time; what a case is about hardly changes. */
const FRESH = 60_000;

type Ask = (taskIds: readonly string[]) => Promise<Answer>;

/**
 * The cards of the tasks that are shown. Tasklist builds each card by itself, and all of them anew at every refresh; here
 * they are asked for together, and what was heard a moment ago is said again at once.
 */
export class CardStore {

  private readonly known = new Map<string, Known>();
  private readonly listeners = new Map<string, Set<() => void>>();
  private wanted = new Set<string>();
  private ahead = 0;
  private readers = 0;

  constructor(private readonly ask: Ask, private readonly clock: () => number = Date.now) {
  }

  /** Somebody else is logged in: what the last one was told is forgotten. */
  forget(): void {
    this.readers++;
    this.known.clear();
  }

  /** Undefined as long as nobody knows; null if there is nothing to say. */
  get(taskId: string): Card | null | undefined {
    return this.known.get(taskId)?.card;
  }

  /** The server's time, which says what is late. */
  now(): number {
    return this.clock() + this.ahead;
  }

  /** Is told when there is something new about the task, until the answer is called. */
  listen(taskId: string, listener: () => void): () => void {
    const listeners = this.listeners.get(taskId) ?? new Set();
    listeners.add(listener);
    this.listeners.set(taskId, listeners);
    this.want(taskId);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.listeners.get(taskId) === listeners) {
        this.listeners.delete(taskId);
      }
    };
  }

  private want(taskId: string): void {
    const known = this.known.get(taskId);
    if (known && this.clock() - known.at < FRESH) {
      return;
    }
    if (this.wanted.size === 0) {
      setTimeout(() => this.askForAll(), TICK);
    }
    this.wanted.add(taskId);
  }

  private askForAll(): void {
    const all = [...this.wanted];
    this.wanted = new Set();
    for (let from = 0; from < all.length; from += MOST) {
      void this.askFor(all.slice(from, from + MOST));
    }
  }

  private async askFor(taskIds: readonly string[]): Promise<void> {
    const readers = this.readers;
    try {
      const answer = await this.ask(taskIds);
      if (readers !== this.readers) {
        return;
      }
      this.ahead = Date.parse(answer.now) - this.clock();
      const at = this.clock();
      const found = new Map(answer.cards.map(card => [card.taskId, card]));
      taskIds.forEach(id => this.known.set(id, { card: found.get(id) ?? null, at }));
      this.forgetOld(at);
    } catch {
      // A list without cards is still a list; the next refresh asks again
    }
    taskIds.forEach(id => this.listeners.get(id)?.forEach(listener => listener()));
  }

  private forgetOld(at: number): void {
    for (const [id, known] of this.known) {
      if (at - known.at > FRESH && !this.listeners.has(id)) {
        this.known.delete(id);
      }
    }
  }
}

export const cardStore = new CardStore(taskIds => post<Answer>('/api/cases/cards', { taskIds }));
onNewReader(() => cardStore.forget());
