import { beforeAll, describe, expect, it, vi } from 'vitest';

/** What the server says in Chinese, and the forms of the tasks, as they lie in the project. */
const dictionaries = import.meta.glob<Record<string, string>>('../../../../../words/*.json', { eager: true, import: 'default' });
const forms = import.meta.glob<string>('../../../../../forms/**/*.form', { eager: true, query: '?raw', import: 'default' });

type Labels = typeof import('./labels');

let english: Labels;
let chinese: Labels;

beforeAll(async () => {
  english = await import('./labels');
  document.cookie = 'kefu-language=zh';
  vi.resetModules();
  chinese = await import('./labels');
  document.cookie = 'kefu-language=; max-age=0';
});

function saidByServer(words: string): string | undefined {
  return Object.values(dictionaries).map(each => each[words.replace('’', "'")]).find(each => each !== undefined);
}

/** The options of all forms: value and label. */
function options(): { value: string; label: string }[] {
  return Object.values(forms).flatMap(form => {
    const found: { value: string; label: string }[] = [];
    JSON.parse(form, (_key, part: unknown) => {
      if (typeof part === 'object' && part !== null && 'value' in part && 'label' in part) {
        found.push({ value: String(part.value), label: String(part.label) });
      }
      return part;
    });
    return found;
  });
}

describe('beside a task', () => {
  it('a choice is called as in the form', () => {
    const same = options().filter(({ value, label }) => english.choiceName(value) === label);

    expect(same.length).toBeGreaterThan(10);
    for (const { value, label } of same) {
      expect(chinese.choiceName(value), label).toBe(saidByServer(label));
    }
  });

  it('a group is called as everywhere', () => {
    for (const id of ['agents', 'supervisors', 'warehouse', 'consultants', 'generalOffice', 'camunda-admin']) {
      const name = english.groupName(id);

      expect(saidByServer(name), name).toBeDefined();
      expect(chinese.groupName(id)).toBe(saidByServer(name));
    }
  });
});
