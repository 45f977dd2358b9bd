import caseStyles from '../case/case.css?inline';
import styles from '../shared/ui/base.css?inline';
import { cards } from './cards';
import { caseTab } from './caseTab';
import { navigation } from './navigation';
import type { Plugin } from './plugin';
import pluginStyles from './plugin.css?inline';

const sheet = document.createElement('style');
sheet.textContent = styles + caseStyles + pluginStyles;
document.head.append(sheet);

/** Everything that we add to Tasklist, one file each. */
const plugins: readonly Plugin[] = [navigation, cards, caseTab];

export default plugins;
