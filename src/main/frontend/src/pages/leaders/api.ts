import { get, post, put } from '../../shared/api';

export interface GroupLoad {
  readonly group: string;
  readonly unassigned: number;
  readonly overdue: number;
  readonly oldest: string | null;
}

export interface PersonLoad {
  readonly id: string;
  readonly name: string;
  readonly groups: readonly string[];
  readonly tasks: number;
  readonly overdue: number;
  readonly cases: number;
  readonly oldest: string | null;
}

export interface Workload {
  readonly groups: readonly GroupLoad[];
  readonly people: readonly PersonLoad[];
}

export interface TaskLine {
  readonly taskId: string;
  readonly name: string;
  readonly caseNumber: string | null;
  readonly createdAt: string;
  readonly dueAt: string | null;
  readonly overdue: boolean;
}

export interface CaseLine {
  readonly caseNumber: string;
  readonly kind: string;
  readonly orderNumber: string | null;
  readonly openedAt: string;
}

/** What lies on somebody's table, or waits for a group. */
export interface WorkTable {
  readonly id: string;
  readonly name: string;
  readonly tasks: readonly TaskLine[];
  readonly cases: readonly CaseLine[];
  readonly more: boolean;
}

export interface Reassignment {
  readonly from: string;
  readonly to?: string;
  readonly toGroup: boolean;
  readonly includeCases: boolean;
  readonly note?: string;
  readonly preview: boolean;
}

/** One task, or one case if it has no task. */
export interface MovedItem {
  readonly taskId: string | null;
  readonly caseNumber: string | null;
  readonly name: string | null;
  readonly reason: string | null;
}

export interface Outcome {
  readonly moved: readonly MovedItem[];
  readonly left: readonly MovedItem[];
  readonly besides: number;
  readonly more: boolean;
}

export function workload(signal: AbortSignal): Promise<Workload> {
  return get<Workload>('/api/workload', { signal });
}

export function tableOf(whose: 'people' | 'groups', id: string, signal: AbortSignal): Promise<WorkTable> {
  return get<WorkTable>(`/api/workload/${whose}/${encodeURIComponent(id)}`, { signal });
}

export function reassign(reassignment: Reassignment): Promise<Outcome> {
  return post<Outcome>('/api/tasks/reassign', reassignment);
}

export function handOver(caseNumber: string, owner: string, note: string): Promise<unknown> {
  return put(`/api/cases/${encodeURIComponent(caseNumber)}/owner`, note.trim() ? { owner, note } : { owner });
}
