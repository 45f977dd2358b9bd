import { useTitle } from '../shared/title';
import { words } from '../shared/words';

const t = words({
  en: { title: 'There is nothing at this address', back: 'Overview' },
  zh: { title: '这个地址没有内容', back: '返回概览' }
});

export function NothingHere(_: { readonly default?: boolean }) {
  useTitle(t('title'));
  return (
    <>
      <h1>{t('title')}</h1>
      <p><a href="/app">{t('back')}</a></p>
    </>
  );
}
