import { groupName } from '../shared/labels';
import { keepTranslating, type Place } from '../webapps/fixedWords';

/** Tasklist may read the names of one's own groups only, and shows the ids of the others that a task is for. */
export const otherGroups: Place = {
  within: '.actors .groups a',
  words: {},
  patterns: groupName.codes.map(id => [new RegExp(`(^|, )${id}(?=,|$)`), `$1${groupName(id)}`])
};

export function keepGroups(): void {
  keepTranslating(document.body, [otherGroups]);
}
