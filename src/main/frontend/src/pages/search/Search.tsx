import { useLocation } from 'preact-iso';
import { useMemo } from 'preact/hooks';
import { useLoaded } from '../../shared/load';
import { people } from '../../shared/people';
import { useTitle } from '../../shared/title';
import { Busy, Panel, Refused } from '../../shared/ui';
import { findCases, kinds } from './api';
import { CONDITIONS, conditionsOf, fileAddress, pageOf, queryOf, searchAddress } from './conditions';
import { Filters } from './Filters';
import { Results } from './Results';
import { Saved } from './Saved';
import '../lists.css';
import './search.css';
import { t } from './words';

/** Search of cases: what is asked stands in the address, so that it can be sent to others, kept, and gone back to. */
export default function Search() {
  const { query, route } = useLocation();
  useTitle(t('title'));
  const asked = queryOf(conditionsOf(query));
  const conditions = useMemo(() => conditionsOf(Object.fromEntries(new URLSearchParams(asked))), [asked]);
  const page = pageOf(query);

  const found = useLoaded(searchAddress(conditions, page), signal => findCases(conditions, page, signal));
  const everybody = useLoaded('people', signal => people(undefined, signal));
  const allKinds = useLoaded('kinds', kinds);

  return (
    <>
      <h1>{t('title')}</h1>
      <Filters conditions={conditions} problem={found.problem} kinds={allKinds.value ?? []} people={everybody.value ?? []}
        onSearch={next => {
          if (searchAddress(next) === searchAddress(conditions, page)) {
            found.reload();
          } else {
            route(searchAddress(next));
          }
        }} />
      <Refused problem={found.problem} besides={CONDITIONS} onAgain={found.reload} />
      <Saved conditions={conditions} />
      <Panel>
        <div class="kefu-row kefu-search-head">
          <h2>{t('found')}</h2>
          <a class="kefu-button" href={fileAddress(conditions)} download title={t('fileHint')}>{t('file')}</a>
        </div>
        {found.value && <Results found={found.value} conditions={conditions} people={everybody.value ?? []} />}
        {!found.value && !found.problem && <Busy height={480} />}
      </Panel>
    </>
  );
}
