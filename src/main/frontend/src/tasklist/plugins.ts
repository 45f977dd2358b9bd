import caseStyles from '../case/case.css?inline';
import parcelStyles from '../parcels/parcels.css?inline';
import bellStyles from '../shared/notices/bell.css?inline';
import styles from '../shared/ui/base.css?inline';
import { cards } from './cards';
import { caseTab } from './caseTab';
import { keepDates } from './dates';
import { keepGroups } from './groups';
import { listenToKeys } from './keyboard';
import { navigation } from './navigation';
import { notices } from './notices';
import type { Plugin } from './plugin';
import pluginStyles from './plugin.css?inline';

const sheet = document.createElement('style');
sheet.textContent = styles + caseStyles + parcelStyles + bellStyles + pluginStyles;
document.head.append(sheet);

listenToKeys();
keepDates();
keepGroups();

/** Everything that we add to Tasklist, one file each. */
const plugins: readonly Plugin[] = [navigation, notices, cards, caseTab];

export default plugins;
