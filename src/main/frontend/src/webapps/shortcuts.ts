import { words } from '../shared/words';

const t = words({
  en: {
    claimTask: 'Claim the open task; its first field gets the focus',
    unclaimTask: 'Give the open task back to its group',
    completeTask: 'Complete the open task and open the next one of the list; in a start form: start',
    nextTask: 'Open the next task of the list',
    previousTask: 'Open the previous task of the list',
    focusFilter: 'Go to the filters',
    focusList: 'Go to the list of tasks; the arrow keys open the one above or below',
    focusForm: 'Go to the first field of the form',
    startProcess: 'Choose a process to start',
    showHelp: 'Show this list'
  },
  zh: {
    claimTask: '认领当前任务，光标移到表单的第一项',
    unclaimTask: '放弃认领当前任务，退回候选组',
    completeTask: '完成当前任务并打开列表中的下一个；在发起表单中则为发起',
    nextTask: '打开列表中的下一个任务',
    previousTask: '打开列表中的上一个任务',
    focusFilter: '转到筛选器',
    focusList: '转到任务列表，用上下方向键切换任务',
    focusForm: '转到表单的第一项',
    startProcess: '选择要发起的流程',
    showHelp: '显示本列表'
  }
});

/**
 * The keys of Tasklist, in the order in which its help lists them. None that Chinese input methods or chat programs take
 * for themselves (Ctrl+Shift+F changes the script, Ctrl+Alt+A, S and Z belong to messengers).
 */
const KEYS = {
  claimTask: 'ctrl+alt+c',
  unclaimTask: 'ctrl+alt+u',
  completeTask: 'ctrl+enter',
  nextTask: 'ctrl+alt+n',
  previousTask: 'ctrl+alt+b',
  focusFilter: 'ctrl+alt+g',
  focusList: 'ctrl+alt+l',
  focusForm: 'ctrl+alt+f',
  startProcess: 'ctrl+alt+p',
  showHelp: 'ctrl+alt+h'
} as const;

export type ShortcutName = keyof typeof KEYS;

export const names = Object.keys(KEYS) as ShortcutName[];

export interface Shortcut {
  readonly key: string;
  readonly description: string;
}

/** As Tasklist's config.js takes them. */
export const shortcuts = Object.fromEntries(names.map(name => [name, { key: KEYS[name], description: t(name) }])) as
  Record<ShortcutName, Shortcut>;

/** The shortcut that these pressed keys are; undefined if they are none. */
export function shortcutOf(event: KeyboardEvent): ShortcutName | undefined {
  if (event.isComposing || event.getModifierState('AltGraph')) {
    return undefined;
  }
  return names.find(name => isPressed(KEYS[name], event));
}

function isPressed(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split('+');
  const last = parts[parts.length - 1] ?? '';
  return event.ctrlKey === parts.includes('ctrl') && event.altKey === parts.includes('alt')
    && event.shiftKey === parts.includes('shift') && !event.metaKey
    // With Ctrl and Alt some keyboards make another character of it, an input method none at all
    && (event.key.toLowerCase() === last || event.code === `Key${last.toUpperCase()}`);
}
