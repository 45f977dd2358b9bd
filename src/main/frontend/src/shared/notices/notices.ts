import { get, post, put } from '../api';

export type NoticeKind = 'TASK_FOR_ME' | 'TASK_FOR_GROUP' | 'TASK_OVERDUE';

/** News about an open task. */
export interface Notice {
  /** Grows with each notice. */
  readonly id: number;
  readonly kind: NoticeKind;
  readonly taskId: string;
  readonly key: string | null;
  readonly task: string;
  readonly caseNumber: string | null;
  readonly orderNumber: string | null;
  readonly dueAt: string | null;
  readonly at: string;
  readonly isRead: boolean;
}

/** What is new for whoever asks. */
export interface NoticePage {
  readonly unread: number;
  /** Whether there are more unread ones than that. */
  readonly more: boolean;
  readonly latest: number;
  /** By the server's clock, which says what is late. */
  readonly now: string;
  readonly notices: readonly Notice[];
}

export interface Switch {
  readonly kind: NoticeKind;
  readonly page: boolean;
  readonly mail: boolean;
}

export type Obstacle = 'NO_SERVER' | 'NO_ADDRESS' | 'NO_SUCH_ADDRESS';

export interface Switches {
  readonly switches: readonly Switch[];
  readonly mail: {
    readonly address: string | null;
    readonly obstacle: Obstacle | null;
    readonly everyMinutes: number;
    readonly lastSentAt: string | null;
    readonly lastFailure: string | null;
  };
}

export const STREAM = '/api/notices/stream';

export const myNotices = (): Promise<NoticePage> => get<NoticePage>('/api/notices');

export const readUntil = (until: number): Promise<NoticePage> => post<NoticePage>('/api/notices/read', { until });

export const mySwitches = (): Promise<Switches> => get<Switches>('/api/me/notices');

export const change = (kind: NoticeKind, channel: 'page' | 'mail', isOn: boolean): Promise<Switches> =>
  put<Switches>('/api/me/notices', { switches: [{ kind, [channel]: isOn }] });

/** What the page does not know yet: it is unread, and newer than the newest one that was seen. */
export function news(page: NoticePage, seenUntil: number | undefined): readonly Notice[] {
  return seenUntil === undefined ? [] : page.notices.filter(each => each.id > seenUntil && !each.isRead);
}

/** `7`, or `99+`; empty if nothing is unread. */
export function count(page: NoticePage | undefined): string {
  return !page || page.unread === 0 ? '' : page.more ? `${page.unread}+` : String(page.unread);
}

export const taskAddress = (taskId: string): string =>
  `/camunda/app/tasklist/default/#/?task=${encodeURIComponent(taskId)}`;

export const caseAddress = (caseNumber: string): string => `/app/cases/${encodeURIComponent(caseNumber)}`;
