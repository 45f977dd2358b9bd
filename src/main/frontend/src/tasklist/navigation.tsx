import { render } from 'preact';
import { menuOf } from '../pages/menu';
import { useLoaded } from '../shared/load';
import { me } from '../shared/me';
import { readBy } from '../shared/reader';
import { personOf, type Plugin } from './plugin';

/** The ways from Tasklist's bar to our pages. */
function Navigation() {
  const person = useLoaded('me', me);
  return (
    <span class="kefu-navigation">
      {menuOf(person.value).map(each => <a key={each.address} href={each.address}>{each.name}</a>)}
    </span>
  );
}

export const navigation: Plugin = {
  id: 'kefu-navigation',
  pluginPoint: 'tasklist.navbar.action',
  priority: 100,
  render(node, _, scope) {
    readBy(personOf(scope));
    render(<Navigation />, node);
    scope.$on('$destroy', () => render(null, node));
  }
};
