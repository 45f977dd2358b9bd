import { isIn, type Me } from '../shared/me';
import { words } from '../shared/words';

const t = words({
  en: { tasks: 'Tasks' },
  zh: { tasks: '任务列表' }
});

export interface MenuEntry {
  readonly address: string;
  readonly name: string;
  /** The groups that find it in the menu; everybody if not given. The server decides what they may do there. */
  readonly groups?: readonly string[];
}

/** The ways to our pages, in the order of the menu; shown on our pages and in Tasklist's bar. */
const entries: readonly MenuEntry[] = [];

export const tasklist: MenuEntry = { address: '/camunda/app/tasklist/default/', name: t('tasks') };

/** What this person finds in the menu; nothing as long as it is not known who they are. */
export function menuOf(person: Me | undefined): readonly MenuEntry[] {
  return person ? entries.filter(each => !each.groups || isIn(person, ...each.groups)) : [];
}
