import { common } from './common';
import { shortcuts } from './shortcuts';
import './languageSwitch';

/** The plugins' file, whose name the build knows. */
declare const __PLUGINS__: string;

/** Stands before the file of the same name in the web applications. */
export default {
  ...common({ en: 'Tasklist', zh: '任务列表' }),
  customScripts: [__PLUGINS__],
  shortcuts
};
