import { words } from '../shared/words';
import type { CaseFile } from './types';

const t = words({ en: { house: 'Kefu' }, zh: { house: '系统' } });

/** What somebody is called who appears in the case; the house itself acts under a name of its own. */
export function nameOf(file: CaseFile, userId: string): string {
  return userId === 'kefu' ? t('house') : file.people[userId] || userId;
}
