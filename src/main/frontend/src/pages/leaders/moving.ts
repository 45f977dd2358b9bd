import type { Person } from '../../shared/people';
import type { MovedItem, Outcome, Reassignment } from './api';

/** What a leader filled in to move somebody's work. */
export interface Plan {
  /** Whoever takes it over; empty if nobody is chosen. */
  readonly to: string;
  /** The tasks go back to their groups; cases still go to a person. */
  readonly toGroup: boolean;
  readonly includeCases: boolean;
  readonly note: string;
}

/** What is sent for a plan; a person who is chosen for cases only is not sent without them. */
export function reassignmentOf(from: string, plan: Plan, preview: boolean): Reassignment {
  const to = plan.toGroup && !plan.includeCases ? '' : plan.to;
  return {
    from,
    toGroup: plan.toGroup,
    includeCases: plan.includeCases,
    preview,
    ...(to ? { to } : {}),
    ...(plan.note.trim() ? { note: plan.note } : {})
  };
}

/** Who may be chosen: first those who share a group with whoever is away, as they are the likeliest to be allowed. */
export function colleaguesOf(from: string, everybody: readonly Person[]): { near: readonly Person[]; others: readonly Person[] } {
  const groups = everybody.find(each => each.id === from)?.groups ?? [];
  const rest = everybody.filter(each => each.id !== from);
  const isNear = (person: Person) => person.groups.some(group => groups.includes(group));
  return { near: rest.filter(isNear), others: rest.filter(each => !isNear(each)) };
}

export interface Count {
  readonly tasks: number;
  readonly cases: number;
}

export function countOf(items: readonly MovedItem[]): Count {
  const tasks = items.filter(each => each.taskId !== null).length;
  return { tasks, cases: items.length - tasks };
}

/** Those that stay, together by their reasons, in the order in which these come first. */
export function byReason(outcome: Outcome): readonly { reason: string; items: readonly MovedItem[] }[] {
  const reasons = [...new Set(outcome.left.map(each => each.reason ?? ''))];
  return reasons.map(reason => ({ reason, items: outcome.left.filter(each => (each.reason ?? '') === reason) }));
}
