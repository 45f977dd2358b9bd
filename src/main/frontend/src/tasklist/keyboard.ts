import { shortcutOf, type ShortcutName } from '../webapps/shortcuts';
import { card, claimButton, completeButton, field, filter, help, list, openTask, pressable, startLink, tasksOf, unclaimButton } from './places';

/** How long Tasklist may take to show what a key asked for. */
const PATIENCE = 10_000;

const dialog = () => document.querySelector<HTMLElement>('.modal-content');

/** What each key does while no dialog is open. */
const actions: Record<ShortcutName, () => unknown> = {
  claimTask: claim,
  unclaimTask: () => pressable(unclaimButton())?.click(),
  completeTask: () => complete(),
  nextTask: () => move(1),
  previousTask: () => move(-1),
  focusFilter: () => filter()?.focus(),
  focusList: () => (card(openTask()) ?? card(tasksOf(list())[0]))?.focus(),
  focusForm: () => (field(document.querySelector('.task-details')) ?? pressable(claimButton()))?.focus(),
  startProcess: () => startLink()?.click(),
  showHelp: () => help()?.click()
};

/** What may be done in the dialog to start a process; elsewhere the keys are the dialog's own. */
const inDialog: Partial<Record<ShortcutName, () => unknown>> = {
  completeTask: () => submit(() => dialog()?.querySelector<HTMLButtonElement>('[ng-click="startProcessInstance()"]') ?? null),
  focusForm: () => field(dialog())?.focus()
};

/**
 * Listens before Tasklist does, whose own shortcuts sleep while the focus is in a field, which is where people are who
 * work, and whose `focusForm` knows no Camunda Forms. Ctrl+Enter in a case beside the task is the case's: it adds a note.
 */
export function listenToKeys(): void {
  window.addEventListener('keydown', event => {
    const pressed = event.repeat ? undefined : shortcutOf(event);
    const isOurs = pressed === 'completeTask' && event.target instanceof Element && event.target.closest('.kefu') !== null;
    const action = pressed && !isOurs ? (dialog() ? inDialog : actions)[pressed] : undefined;
    if (action) {
      event.preventDefault();
      event.stopImmediatePropagation();
      void action();
    }
  }, { capture: true });
  focusStartForms();
  keepPlaceInList();
}

/** Whoever chose a process goes on in the first field of its form. */
function focusStartForms(): void {
  document.addEventListener('click', async ({ target }) => {
    if (target instanceof Element && target.closest('.modal-content .processes a')
      && await until(() => field(dialog()) !== undefined) && !dialog()?.contains(document.activeElement)) {
      field(dialog())?.focus();
    }
  }, { capture: true });
}

/** Tasklist draws its list anew each time it refreshes it: whoever stood on a card stands there again afterwards. */
function keepPlaceInList(): void {
  let lost: { readonly task: string; readonly at: number } | undefined;
  document.addEventListener('focusout', ({ target }) => {
    const task = tasksOf(list()).find(each => card(each) === target);
    queueMicrotask(() => {
      if (task !== undefined && target instanceof Element && !target.isConnected) {
        lost = { task, at: performance.now() };
      }
    });
  });
  new MutationObserver(() => {
    const again = lost && performance.now() - lost.at < PATIENCE ? card(lost.task) : undefined;
    if (again && document.activeElement === document.body && !dialog()) {
      lost = undefined;
      again.focus({ preventScroll: true });
    }
  }).observe(document.body, { subtree: true, childList: true, attributeFilter: ['href'] });
}

async function claim(): Promise<void> {
  const button = pressable(claimButton());
  if (!button) {
    return;
  }
  const task = openTask();
  button.click();
  if (await until(() => !claimButton() && field(document.querySelector('.task-details')) !== undefined) && openTask() === task) {
    field(document.querySelector('.task-details'))?.focus();
    // Tasklist puts the focus on who has it now, sooner or later than the form is there
    if (await until(() => document.activeElement?.closest('.task-details .assignee') != null, 1_000) && openTask() === task) {
      field(document.querySelector('.task-details'))?.focus();
    }
  }
}

/** Completes the task, and when it has left the list opens the one that stood below it. */
async function complete(): Promise<void> {
  const task = openTask();
  const before = tasksOf(list());
  if (task === undefined) {
    return;
  }
  if (pressable(claimButton())) {
    // Whoever has not claimed it can't complete it: the next key press may
    claimButton()?.focus();
    return;
  }
  if (!await submit(completeButton) || !await until(() => openTask() !== task && !tasksOf(list()).includes(task))) {
    return;
  }
  const left = tasksOf(list());
  const below = before.slice(before.indexOf(task) + 1).find(each => left.includes(each));
  const above = before.slice(0, Math.max(0, before.indexOf(task))).reverse().find(each => left.includes(each));
  const next = below ?? above ?? left[0];
  if (openTask() !== undefined) {
    return;
  }
  if (next === undefined) {
    filter()?.focus();
  } else {
    await open(next);
  }
}

async function open(task: string): Promise<void> {
  card(task)?.click();
  const ready = () => pressable(claimButton()) ?? field(document.querySelector('.task-details'));
  if (await until(() => openTask() === task && ready() !== undefined)) {
    ready()?.focus();
  }
}

/** As the arrow keys do in the list: Tasklist turns its pages with them. */
function move(step: 1 | -1): void {
  const tasks = tasksOf(list());
  const open = openTask();
  if (open !== undefined && tasks.includes(open)) {
    list()?.dispatchEvent(new KeyboardEvent('keydown', { keyCode: step === 1 ? 40 : 38, bubbles: true, cancelable: true }));
  } else {
    card(tasks[step === 1 ? 0 : tasks.length - 1])?.click();
  }
}

/**
 * Presses the button that sends the form. A field tells the form what was typed when it is left, and the form tells the
 * button a moment later.
 *
 * @returns whether it could be pressed; if not, the first field that is wrong has the focus
 */
async function submit(button: () => HTMLButtonElement | null): Promise<boolean> {
  const last = document.activeElement;
  if (last instanceof HTMLElement) {
    last.blur();
  }
  if (await until(() => pressable(button()) !== undefined, 1_000)) {
    await pause(100);
    pressable(button())?.click();
    return true;
  }
  const wrong = document.querySelector<HTMLElement>('.fjs-has-errors input, .fjs-has-errors textarea, .fjs-has-errors select');
  (wrong ?? last as HTMLElement | null)?.focus();
  return false;
}

async function until(holds: () => boolean, patience = PATIENCE): Promise<boolean> {
  for (const end = performance.now() + patience; performance.now() < end;) {
    if (holds()) {
      return true;
    }
    await pause(50);
  }
  return holds();
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(done => setTimeout(done, milliseconds));
}
