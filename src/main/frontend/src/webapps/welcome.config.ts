import { words } from '../shared/words';
import { common } from './common';
import './languageSwitch';

const t = words({
  en: { api: 'API', apiFor: 'How other systems talk to Kefu, to read and to try' },
  zh: { api: 'API 接口', apiFor: '其他系统与 Kefu 对接的接口说明，可查阅、可试用' }
});

/** Stands before the file of the same name in the web applications. */
export default {
  ...common({ en: 'Welcome', zh: '首页' }),
  links: [{ label: t('api'), href: '/api/docs/ui', description: t('apiFor'), priority: 10 }]
};
