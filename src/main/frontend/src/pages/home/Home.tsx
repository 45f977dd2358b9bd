import { useLoaded } from '../../shared/load';
import { me } from '../../shared/me';
import { useTitle } from '../../shared/title';
import { Busy, Refused } from '../../shared/ui';
import { words } from '../../shared/words';
import { menuOf, tasklist } from '../menu';

const t = words({
  en: { title: 'Where to?' },
  zh: { title: '去哪里？' }
});

/** The ways on, for those who come without one. */
export default function Home() {
  const person = useLoaded('me', me);
  useTitle(t('title'));
  if (person.problem) {
    return <Refused problem={person.problem} onAgain={person.reload} />;
  }
  if (!person.value) {
    return <Busy />;
  }
  return (
    <>
      <h1>{t('title')}</h1>
      <ul>
        {[tasklist, ...menuOf(person.value)].map(each => <li key={each.address}><a href={each.address}>{each.name}</a></li>)}
      </ul>
    </>
  );
}
