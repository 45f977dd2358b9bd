import { onNews } from './feed';
import { taskAddress, type Notice } from './notices';

const SWITCH = 'kefu-notices-desktop';

/** Whether the browser can show notices outside the page at all. */
export const canShow = (): boolean => 'Notification' in globalThis;

/** Whether the person has forbidden it in the browser's own settings; then only they can allow it there. */
export const isForbidden = (): boolean => canShow() && Notification.permission === 'denied';

/** Switched on in this browser, and allowed. */
export const isOn = (): boolean => canShow() && Notification.permission === 'granted' && localStorage.getItem(SWITCH) === 'on';

/** Asks for permission where it is needed; only ever called because the person switched it. */
export async function switchDesktop(wanted: boolean): Promise<boolean> {
  if (wanted && canShow() && Notification.permission === 'default') {
    await Notification.requestPermission();
  }
  localStorage.setItem(SWITCH, wanted && canShow() && Notification.permission === 'granted' ? 'on' : 'off');
  return isOn();
}

let isWatching = false;

/** Shows news outside the page, for those who allowed it and are not looking at it. */
export function showOnDesktop(title: (notice: Notice) => string, body: (notice: Notice) => string): void {
  if (isWatching) {
    return;
  }
  isWatching = true;
  onNews(notice => {
    if (isOn() && document.visibilityState !== 'visible') {
      const shown = new Notification(title(notice), { body: body(notice), tag: `kefu-${notice.id}` });
      shown.onclick = () => {
        window.focus();
        location.assign(taskAddress(notice.taskId));
        shown.close();
      };
    }
  });
}
