import styles from '../shared/ui/base.css?inline';
import { listenToKeys } from './keyboard';
import { navigation } from './navigation';
import type { Plugin } from './plugin';
import pluginStyles from './plugin.css?inline';

const sheet = document.createElement('style');
sheet.textContent = styles + pluginStyles;
document.head.append(sheet);

listenToKeys();

/** Everything that we add to Tasklist, one file each. */
const plugins: readonly Plugin[] = [navigation];

export default plugins;
