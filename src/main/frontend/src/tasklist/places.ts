/** Where things stand in Tasklist 7.24, which is the last of its kind. */

export const claimButton = () => document.querySelector<HTMLButtonElement>('.task-details button.claim');
export const unclaimButton = () => document.querySelector<HTMLButtonElement>('.task-details button.unclaim');
export const completeButton = () => document.querySelector<HTMLButtonElement>('.task-details [ng-click="complete()"]');
export const startLink = () => document.querySelector<HTMLElement>('.start-process-action a');
export const help = () => document.querySelector<HTMLElement>('a.showShortcutHelp');
/** The filter that is chosen, else the first. */
export const filter = () => document.querySelector<HTMLElement>('.task-filters .task-filter.active h4 a')
  ?? document.querySelector<HTMLElement>('.task-filters .task-filter h4 a');

export const list = () => document.querySelector<HTMLElement>('ol.tasks-list');

/** The task that the address names. */
export function openTask(): string | undefined {
  return new URLSearchParams(location.hash.split('?')[1]).get('task') ?? undefined;
}

/** The ids of the tasks on this page of the list, as they stand there. */
export function tasksOf(shown: ParentNode | null): readonly string[] {
  const links = shown?.querySelectorAll<HTMLAnchorElement>('li.task h4 a') ?? [];
  return [...links].map(taskOf).filter(id => id !== '');
}

/** The link that opens the task. */
export function card(task: string | undefined): HTMLElement | undefined {
  const links = document.querySelectorAll<HTMLAnchorElement>('.tasks-list li.task h4 a');
  return [...links].find(each => task !== undefined && taskOf(each) === task);
}

/** The button, if it can be seen and pressed. */
export function pressable(button: HTMLButtonElement | null | undefined): HTMLButtonElement | undefined {
  return button && !button.disabled && isShown(button) ? button : undefined;
}

/** The first field that takes an input. */
export function field(form: ParentNode | null | undefined): HTMLElement | undefined {
  const fields = form?.querySelectorAll<HTMLInputElement>('.fjs-form input, .fjs-form textarea, .fjs-form select, '
    + '[cam-form-input], .form-container input, .form-container textarea, .form-container select') ?? [];
  return [...fields].find(each => !each.disabled && !each.readOnly && isShown(each));
}

function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0;
}

function taskOf(link: HTMLAnchorElement): string {
  return new URLSearchParams(link.getAttribute('href')?.split('?')[1] ?? '').get('task') ?? '';
}
