import { render } from 'preact';
import { Bell } from '../shared/notices/Bell';
import type { Plugin } from './plugin';

let shownAt: HTMLElement | undefined;

/** What is new, in Tasklist's bar. */
export const notices: Plugin = {
  id: 'kefu-notices',
  pluginPoint: 'tasklist.navbar.action',
  priority: 90,
  render(node) {
    shownAt = node;
    render(<Bell />, node);
  },
  unmount() {
    if (shownAt) {
      render(null, shownAt);
    }
  }
};
