/** Where the web applications keep, in the browser, the words that they have loaded before. */
const KEPT = 'camunda-web';

/**
 * Sees to it that the words are there before a web application starts. Left alone it loads them while it already builds
 * its page, and what asks for a word too early keeps showing the name of the word instead.
 *
 * @param folder the address of the files of words, which is also part of the name under which they are kept
 * @param name the file without its ending: the language
 * @param release the other part of that name
 */
export async function knowWords(folder: string, name: string, release: string, kept: Storage = localStorage): Promise<void> {
  try {
    const key = `${folder}_locales_data_${name}_${release}`;
    if (!(key in all(kept))) {
      const answer = await fetch(`${folder}${name}.json?bust=${release}`);
      if (answer.ok) {
        const words = await answer.text();
        JSON.parse(words);
        // Read once more: another window may have kept something meanwhile
        kept.setItem(KEPT, JSON.stringify({ ...all(kept), [key]: words }));
      }
    }
  } catch (failure) {
    // The application loads them itself, as it would have anyway
    console.warn(failure);
  }
}

function all(kept: Storage): Record<string, unknown> {
  return JSON.parse(kept.getItem(KEPT) ?? '{}') as Record<string, unknown>;
}
