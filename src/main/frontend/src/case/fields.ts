import type { ProcessField } from './types';

/** What was typed into the inputs of a form, by the name of the field. */
export type Typed = Readonly<Record<string, string>>;

/** What is sent of it: what is empty is left out, so that the server says what is missing. */
export function sent(fields: readonly ProcessField[], typed: Typed): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of fields) {
    const text = (typed[field.name] ?? '').trim();
    if (text !== '') {
      body[field.name] = value(field, text);
    }
  }
  return body;
}

function value(field: ProcessField, text: string): unknown {
  switch (field.type) {
    case 'BOOLEAN':
      return text === 'true';
    case 'NUMBER':
      // What is no whole number goes as it was typed: the server says why it doesn't fit
      return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
    case 'JSON':
      try {
        return JSON.parse(text) as unknown;
      } catch {
        return text;
      }
    default:
      return text;
  }
}
