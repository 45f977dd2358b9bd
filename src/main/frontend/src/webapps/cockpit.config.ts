import { common } from './common';
import './languageSwitch';

/** Stands before the file of the same name in the web applications. */
export default common({ en: 'Cockpit', zh: '流程监控' });
