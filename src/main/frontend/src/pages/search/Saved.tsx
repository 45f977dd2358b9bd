import { useState } from 'preact/hooks';
import { Problem } from '../../shared/api';
import { useLoaded } from '../../shared/load';
import { Button, Done, Field, Panel, Refused } from '../../shared/ui';
import { forgetSearch, savedSearches, saveSearch } from './api';
import { queryOf, type Conditions } from './conditions';
import { t } from './words';

/** The searches that somebody keeps, and a name for the one that is shown. */
export function Saved({ conditions }: { readonly conditions: Conditions }) {
  const kept = useLoaded('searches', savedSearches);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [done, setDone] = useState('');

  const change = async (work: () => Promise<unknown>, said: string) => {
    setProblem(undefined);
    setDone('');
    try {
      await work();
      setDone(said);
      setName('');
      kept.reload();
    } catch (failure) {
      setProblem(failure instanceof Problem ? failure : new Problem(0, ''));
    }
  };
  return (
    <Panel title={t('kept')}>
      <Refused problem={kept.problem} onAgain={kept.reload} />
      <div class="kefu-search-saved">
        <ul class="kefu-search-kept">
          {kept.value?.length === 0 && <li class="kefu-soft">{t('noneKept')}</li>}
          {kept.value?.map(each => (
            <li key={each.name}>
              <a href={each.query ? `/app/search?${each.query}` : '/app/search'}>{each.name}</a>
              <button type="button" class="kefu-search-forget" aria-label={t('forget', { name: each.name })}
                onClick={() => void change(() => forgetSearch(each.name), '')}>×</button>
            </li>
          ))}
        </ul>
        <form class="kefu-search-keep" noValidate
          onSubmit={event => {
            event.preventDefault();
            void change(() => saveSearch(name.trim(), queryOf(conditions)), t('keptNow', { name: name.trim() }));
          }}>
          <Field label={t('keepName')} refusal={problem?.at('name')}>
            {links => (
              <input {...links} name="keep" maxLength={60} required value={name} autocomplete="off"
                onInput={event => setName(event.currentTarget.value)} />
            )}
          </Field>
          <Button type="submit" disabled={name.trim() === ''}>{t('keep')}</Button>
        </form>
      </div>
      <Refused problem={problem} besides={['name']} />
      {done && <Done>{done}</Done>}
    </Panel>
  );
}
