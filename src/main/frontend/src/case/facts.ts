import type { Fact, Facts } from './types';

function isObject(fact: Fact | undefined): fact is { readonly [name: string]: Fact } {
  return typeof fact === 'object' && fact !== null && !Array.isArray(fact);
}

export function objectIn(facts: Facts, name: string): Facts | undefined {
  const fact = facts[name];
  return isObject(fact) ? fact : undefined;
}

export function rowsIn(facts: Facts, name: string): readonly Facts[] {
  const fact = facts[name];
  return Array.isArray(fact) ? fact.filter(isObject) : [];
}

export function textIn(facts: Facts, name: string): string | undefined {
  const fact = facts[name];
  return typeof fact === 'string' ? fact : undefined;
}

export function numberIn(facts: Facts, name: string): number | undefined {
  const fact = facts[name];
  return typeof fact === 'number' ? fact : undefined;
}

export function flagIn(facts: Facts, name: string): boolean {
  return facts[name] === true;
}

/** Those that nobody shows by name, and that say something. */
export function factsBesides(facts: Facts, shown: readonly string[]): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([name, fact]) => !shown.includes(name) && says(fact)));
}

function says(fact: Fact): boolean {
  return fact !== null && fact !== '' && !(Array.isArray(fact) && fact.length === 0)
    && !(isObject(fact) && Object.keys(fact).length === 0);
}
