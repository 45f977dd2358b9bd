import { get } from './api';

/** Somebody of the department. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly groups: readonly string[];
}

/** Everybody, or those who may answer for cases of a kind. */
export function people(kind?: string, signal?: AbortSignal): Promise<readonly Person[]> {
  return get<Person[]>('/api/people', { query: { kind }, ...(signal ? { signal } : {}) });
}

/** The name of a person, and their id where it says more: `李娜 (agent)`. */
export function shownAs(person: Pick<Person, 'id' | 'name'>): string {
  return person.name === person.id ? person.id : `${person.name} (${person.id})`;
}

/** The id of whoever is called so, if only one is; otherwise what was typed, which may be an id. */
export function idOf(everybody: readonly Person[], typed: string): string {
  const called = everybody.filter(each => [each.name, shownAs(each)].includes(typed.trim()));
  return everybody.some(each => each.id === typed) || called.length !== 1 ? typed : called[0]!.id;
}

/** What somebody is called; the id of those who are not known. */
export function nameIn(everybody: readonly Person[] | undefined, id: string): string {
  return everybody?.find(each => each.id === id)?.name ?? id;
}
