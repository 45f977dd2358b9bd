import { render } from 'preact';
import { Bell } from '../shared/notices/Bell';
import { readBy } from '../shared/reader';
import { personOf, type Plugin } from './plugin';

/** What is new, in Tasklist's bar. */
export const notices: Plugin = {
  id: 'kefu-notices',
  pluginPoint: 'tasklist.navbar.action',
  priority: 90,
  render(node, _, scope) {
    readBy(personOf(scope));
    render(<Bell />, node);
    scope.$on('$destroy', () => render(null, node));
  }
};
